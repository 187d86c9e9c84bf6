"""A trend: one figure over periods, with its interval as a band of whiskers."""

from collections.abc import Sequence

from waarborg.drawing.forest import Bar
from waarborg.drawing.scale import Scale, ticks
from waarborg.drawing.svg import drawing, element

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _LABELS = 760, 240, 60, 200, 8


def trend(title: str, description: str, bars: Sequence[Bar]) -> str:
    """The drawing; periods stand in the order given, the scale starts at 0."""
    top = max(end for bar in bars for end in (bar.value, bar.high or 0.0)) or 1.0
    up = Scale(0.0, top, _BOTTOM, 16)
    along = Scale(0, max(len(bars) - 1, 1), _LEFT + 12, _WIDTH - 24)
    parts = [element("line", x1=_LEFT, x2=_WIDTH - 12, y1=_BOTTOM, y2=_BOTTOM, class_="axis")]
    for tick in ticks(0.0, top, 4):
        parts.append(element("line", x1=_LEFT, x2=_WIDTH - 12, y1=up(tick), y2=up(tick), class_="grid"))
        parts.append(
            element(
                "text", f"{100 * tick:g} %", x=_LEFT - 6, y=up(tick) + 4, text_anchor="end", class_="tick"
            )
        )
    every = max(1, -(-len(bars) // _LABELS))
    for index, bar in enumerate(bars):
        if bar.low is not None and bar.high is not None:
            x = along(index)
            parts.append(
                element("line", x1=x, x2=x, y1=up(bar.low), y2=up(bar.high), class_="interval plain")
            )
        if index % every == 0:
            parts.append(
                element(
                    "text", bar.label, x=along(index), y=_BOTTOM + 18, text_anchor="middle", class_="tick"
                )
            )
    points = " ".join(f"{along(index)},{up(bar.value)}" for index, bar in enumerate(bars))
    parts.append(element("polyline", points=points, class_="trend", fill="none"))
    parts.extend(
        element("circle", cx=along(i), cy=up(bar.value), r=3, class_="dot plain")
        for i, bar in enumerate(bars)
    )
    return drawing(_WIDTH, _HEIGHT, title, description, *parts)
