"""Small multiples: the same things side by side, a panel a measure or a panel a thing, on honest scales."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from attrs import frozen

from waarborg.drawing.lines import wrapped
from waarborg.drawing.scale import Scale, ticks
from waarborg.drawing.svg import drawing, element

_LEFT, _PANEL, _GAP, _ROW, _HEAD, _FOOT = 186.0, 238.0, 22.0, 26.0, 58.0, 34.0
_ACROSS, _TITLE_WIDTH, _LABEL_WIDTH, _TICKS, _LINE = 3, 29, 27, 3, 14.0
_PLOT_HEIGHT, _PLOTS_ACROSS = 96.0, 4


NONE = "\N{EN DASH}"
"""What stands where there is no figure."""


Written = Callable[[float], str]
"""How a figure along a scale is written."""


def plain(value: float) -> str:
    """A figure as computers write it."""
    return f"{value:g}"


@frozen
class Dot:
    """A value with its bounds."""

    value: float
    low: float
    high: float


@frozen
class Panel:
    """One measure: its title and a dot for each row; None where a row has no such figure."""

    title: str
    dots: tuple[Dot | None, ...]
    percent: bool = False


@frozen
class Course:
    """One thing over time: its title and a line for each series, a value at each of the same moments."""

    title: str
    series: tuple[tuple[float, ...], ...]


def dot_panels(
    labels: Sequence[str], panels: Sequence[Panel], *, title: str, description: str, written: Written = plain
) -> str:
    """Draw one panel a measure, three across, the rows in the same order everywhere; scales begin at 0."""
    band = _HEAD + _ROW * len(labels) + _FOOT
    parts: list[Element] = []
    for start in range(0, len(panels), _ACROSS):
        top = start // _ACROSS * band
        parts += _labels(labels, top)
        for column, panel in enumerate(panels[start : start + _ACROSS]):
            parts += _panel(panel, _LEFT + column * (_PANEL + _GAP), top, written)
    rows = -(-len(panels) // _ACROSS)
    return drawing(_LEFT + _ACROSS * (_PANEL + _GAP), rows * band, title, description, *parts)


def _labels(labels: Sequence[str], top: float) -> list[Element]:
    parts = []
    for index, label in enumerate(labels):
        lines = wrapped(label, _LABEL_WIDTH, 2)
        first = top + _HEAD + _ROW * (index + 0.5) + 4 - (len(lines) - 1) * _LINE / 2
        parts += [
            element("text", line, x=0, y=round(first + at * _LINE, 1), class_="d-label")
            for at, line in enumerate(lines)
        ]
    return parts


def _panel(panel: Panel, left: float, top: float, written: Written) -> list[Element]:
    """The title, a light grid with its figures below, and the dots with their bounds."""
    most = max((dot.high for dot in panel.dots if dot), default=0.0)
    scale = Scale(0.0, _round_up(most, percent=panel.percent), left + 6, left + _PANEL - 14)
    base = top + _HEAD + _ROW * len(panel.dots)
    parts = [
        element("text", line, x=left, y=top + _LINE * (index + 1), class_="d-head")
        for index, line in enumerate(wrapped(panel.title, _TITLE_WIDTH, 3))
    ]
    for tick in ticks(0.0, scale.high, _TICKS):
        text = f"{100 * tick:g} %" if panel.percent else written(tick)
        x = scale(tick)
        parts.append(element("line", x1=x, x2=x, y1=top + _HEAD, y2=base, class_="d-grid"))
        parts.append(element("text", text, x=x, y=base + 15, text_anchor="middle", class_="d-soft"))
    for index, dot in enumerate(panel.dots):
        parts += _dot(dot, scale, top + _HEAD + _ROW * (index + 0.5))
    return parts


def _round_up(most: float, *, percent: bool) -> float:
    """The end of a scale: the whole for large shares, else the next tick; never nothing."""
    if percent:
        return 1.0 if most > 0.5 else max(most * 1.1, 0.05)  # noqa: PLR2004  half of the whole
    return max(most * 1.05, 1.0)


def _dot(dot: Dot | None, scale: Scale, y: float) -> list[Element]:
    if dot is None:
        return [element("text", NONE, x=scale(0.0), y=y + 4, class_="d-soft")]
    return [
        element("line", x1=scale(dot.low), x2=scale(dot.high), y1=y, y2=y, class_="d-interval"),
        element("circle", cx=scale(dot.value), cy=y, r=4.5, class_="d-dot"),
    ]


def courses(courses_: Sequence[Course], *, title: str, description: str, step: str) -> str:
    """Draw one panel a thing, four across, all on one scale; the second series is dashed.

    ``step`` names the unit of time below the axis; the moments are numbered from 1.
    """
    most = max((value for one in courses_ for line in one.series for value in line), default=0.0)
    width = (_LEFT + _ACROSS * (_PANEL + _GAP)) / _PLOTS_ACROSS
    band = _HEAD + _PLOT_HEIGHT + _FOOT
    parts: list[Element] = []
    for index, one in enumerate(courses_):
        left, top = index % _PLOTS_ACROSS * width, index // _PLOTS_ACROSS * band
        parts += _course(one, left, top, width - _GAP, most, step)
    rows = -(-len(courses_) // _PLOTS_ACROSS)
    return drawing(width * _PLOTS_ACROSS, rows * band, title, description, *parts)


def _course(one: Course, left: float, top: float, width: float, most: float, step: str) -> list[Element]:
    bottom = top + _HEAD + _PLOT_HEIGHT
    up = Scale(0.0, max(most, 1.0), bottom, top + _HEAD)
    moments = max((len(line) for line in one.series), default=1)
    along = Scale(1, max(moments, 2), left + 34, left + width)
    parts = [
        element("text", line, x=left, y=top + _LINE * (index + 1), class_="d-head")
        for index, line in enumerate(wrapped(one.title, _LABEL_WIDTH, 2))
    ]
    for tick in ticks(0.0, up.high, _TICKS):
        y = up(tick)
        parts.append(element("line", x1=left + 30, x2=left + width, y1=y, y2=y, class_="d-grid"))
        parts.append(element("text", f"{tick:g}", x=left + 26, y=y + 4, text_anchor="end", class_="d-soft"))
    parts.append(element("text", f"{step} 1", x=along(1), y=bottom + 16, class_="d-soft"))
    parts.append(
        element("text", str(moments), x=along(moments), y=bottom + 16, text_anchor="end", class_="d-soft")
    )
    for index, line in enumerate(one.series):
        points = " ".join(f"{along(at)},{up(value)}" for at, value in enumerate(line, start=1))
        parts.append(
            element("polyline", points=points, fill="none", class_="d-second" if index else "d-first")
        )
    return parts
