"""A forest plot: one row a figure, a dot with its interval."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from attrs import frozen

from waarborg.drawing.scale import Scale, ticks
from waarborg.drawing.svg import drawing, element

_ROW, _TOP, _LEFT, _WIDTH = 24, 12, 300, 760
_FITS = 38
"""The letters of a label that fit on the left, in a wide fallback font too."""

_ROOM = 0.03
"""The part of the scale kept free beyond the outermost interval, so that none looks cut off."""


@frozen
class Bar:
    """A row: its label, its value and bounds, and whether it asks for attention."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    marked: bool = False


def forest(
    title: str, description: str, bars: Sequence[Bar], *, percent: bool = True, reference: float | None = None
) -> str:
    """The plot; its scale starts at 0 or below. ``reference`` draws the line of no difference."""
    ends = [end for bar in bars for end in (bar.value, bar.low, bar.high) if end is not None]
    low, high = min(0.0, *ends), max(*ends, reference or 0.0, 1e-9)
    room = _ROOM * (high - low)
    scale = Scale(low - room if low < 0 else low, high + room, _LEFT, _WIDTH - 20)
    bottom = _TOP + _ROW * len(bars)
    parts = [*_axis(scale, bottom, percent=percent)]
    if reference is not None:
        x = scale(reference)
        parts.append(element("line", x1=x, x2=x, y1=_TOP, y2=bottom, class_="reference"))
    for index, bar in enumerate(bars):
        parts.extend(_bar(scale, _TOP + _ROW * index + _ROW / 2, bar))
    return drawing(_WIDTH, bottom + 28, title, description, *parts)


def _bar(scale: Scale, y: float, bar: Bar) -> Sequence[Element]:
    label = bar.label if len(bar.label) <= _FITS else bar.label[: _FITS - 1] + "…"
    mark = "marked" if bar.marked else "plain"
    parts = [element("text", label, x=_LEFT - 10, y=y + 4, text_anchor="end", class_="label")]
    if bar.low is not None and bar.high is not None:
        parts.append(
            element("line", x1=scale(bar.low), x2=scale(bar.high), y1=y, y2=y, class_=f"interval {mark}")
        )
    parts.append(element("circle", cx=scale(bar.value), cy=y, r=4, class_=f"dot {mark}"))
    return parts


def _axis(scale: Scale, bottom: float, *, percent: bool) -> Sequence[Element]:
    parts = [element("line", x1=scale.start, x2=scale.end, y1=bottom, y2=bottom, class_="axis")]
    for tick in ticks(scale.low, scale.high):
        text = f"{100 * tick:g} %" if percent else f"{tick:g}"
        parts.append(element("line", x1=scale(tick), x2=scale(tick), y1=_TOP, y2=bottom, class_="grid"))
        parts.append(element("text", text, x=scale(tick), y=bottom + 18, text_anchor="middle", class_="tick"))
    return parts
