"""A timeline in lanes: one lane a thread of the case, marks numbered as in the table beside it.

Time runs from left to right on a stretched axis: days close together get room, long silences are shortened,
so that a month with nine events stays legible beside a silent year. The years are marked where they begin.
What is sure is a filled disc, what is not sure an open one, a day known only between bounds a dashed stretch,
a term a diamond: shapes, so that nothing rests on colour alone.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from attrs import frozen

from waarborg.drawing.lines import wrapped
from waarborg.drawing.svg import drawing, element

_LEFT, _RIGHT, _TOP, _RADIUS, _ROW = 190.0, 20.0, 34.0, 9.0, 22.0
_SHORTEST, _LONGEST, _ROOT, _TAIL = 22.0, 90.0, 7.0, 30.0
_SIDES = (-_RADIUS, _RADIUS)
_NAME_LINE, _NAME_LINES, _NAME_WIDTH = 15.0, 3, 28


@frozen(kw_only=True)
class Mark:
    """One thing on a timeline. ``number`` is its row in the table.

    ``first`` and ``last`` are the same for a known day; they differ for a day known only between bounds, and
    one of them is None where that bound is not known. ``is_term`` marks a day by which something is due.
    """

    number: int
    first: dt.date | None
    last: dt.date | None
    is_sure: bool
    is_term: bool = False


@frozen
class Lane:
    """A thread of the case with its marks."""

    name: str
    marks: tuple[Mark, ...]


def timeline(lanes: Sequence[Lane], *, title: str, description: str) -> str:
    """Draw the lanes below each other on one axis; an empty string where no mark has a day."""
    marks = [mark for lane in lanes for mark in lane.marks]
    places = _places(sorted({day for mark in marks for day in (mark.first, mark.last) if day}))
    if not places:
        return ""
    width = max(_reach(mark, places)[1] for mark in marks) + _RADIUS + _RIGHT
    parts: list[Element] = []
    top = _TOP
    for lane in lanes:
        levels = _levels(lane.marks, places)
        height = (
            max(
                max(levels, default=0) + 1,
                len(wrapped(lane.name, _NAME_WIDTH, _NAME_LINES)) * _NAME_LINE / _ROW,
            )
            * _ROW
            + 8
        )
        parts += _lane(lane, levels, places, top)
        parts.append(element("line", x1=0, x2=width, y1=top + height, y2=top + height, class_="d-lead"))
        top += height
    return drawing(width, top + 4, title, description, *_years(places, top), *parts)


def _places(days: Sequence[dt.date]) -> Mapping[dt.date, float]:
    """The pixel of each day: gaps grow with the square root of the days between, within bounds."""
    places: dict[dt.date, float] = {}
    x = _LEFT + _RADIUS
    for index, day in enumerate(days):
        if index:
            gap = (day - days[index - 1]).days
            x += min(max(_SHORTEST, _ROOT * gap**0.5), _LONGEST)
        places[day] = round(x, 1)
    return places


def _levels(marks: Sequence[Mark], places: Mapping[dt.date, float]) -> list[int]:
    """The row within the lane of each mark: the highest row where it touches nothing drawn before."""
    ends: list[float] = []
    levels = []
    for mark in marks:
        start, end = (reach + side for reach, side in zip(_reach(mark, places), _SIDES, strict=True))
        level = next((row for row, taken in enumerate(ends) if taken < start), len(ends))
        ends[level:] = [end, *ends[level + 1 :]]
        levels.append(level)
    return levels


def _lane(lane: Lane, levels: Sequence[int], places: Mapping[dt.date, float], top: float) -> list[Element]:
    parts = [
        element("text", line, x=0, y=top + _NAME_LINE * (row + 1), class_="d-text")
        for row, line in enumerate(wrapped(lane.name, _NAME_WIDTH, _NAME_LINES))
    ]
    for mark, level in zip(lane.marks, levels, strict=True):
        parts += _mark(mark, places, top + _ROW * (level + 0.5) + 4)
    return parts


def _mark(mark: Mark, places: Mapping[dt.date, float], y: float) -> list[Element]:
    start, end = _reach(mark, places)
    known = [places[day] for day in (mark.first, mark.last) if day]
    x = round(sum(known) / len(known), 1)
    kind = "d-sure" if mark.is_sure and start == end else "d-doubt"
    shape = _diamond(x, y, kind) if mark.is_term else element("circle", cx=x, cy=y, r=_RADIUS, class_=kind)
    stretch = [element("line", x1=start, x2=end, y1=y, y2=y, class_="d-span")] if end > start else []
    number = element(
        "text", str(mark.number), x=x, y=y + 3.5, text_anchor="middle", class_=f"d-number {kind}-number"
    )
    return [*stretch, shape, number]


def _reach(mark: Mark, places: Mapping[dt.date, float]) -> tuple[float, float]:
    """From where to where a mark can lie; a short stretch stands for a bound that is not known."""
    start = places[mark.first] if mark.first else None
    end = places[mark.last] if mark.last else None
    if start is None:
        return ((end or 0.0) - _TAIL, end or 0.0)
    return (start, start + _TAIL if end is None else end)


def _diamond(x: float, y: float, kind: str) -> Element:
    reach = _RADIUS + 2
    points = f"{x:g},{y - reach:g} {x + reach:g},{y:g} {x:g},{y + reach:g} {x - reach:g},{y:g}"
    return element("polygon", points=points, class_=kind)


def _years(places: Mapping[dt.date, float], bottom: float) -> list[Element]:
    """A line with its year wherever a new year begins between two days, and the first year at the start."""
    days = list(places)
    parts = _year_line(days[0].year, places[days[0]] - _RADIUS - 2, bottom)
    last = places[days[0]]
    for before, after in pairwise(days):
        for year in range(before.year + 1, after.year + 1):
            share = (dt.date(year, 1, 1) - before).days / (after - before).days
            x = round(places[before] + share * (places[after] - places[before]), 1)
            if x - last >= _SHORTEST or year == after.year:
                parts += _year_line(year, x, bottom)
                last = x
    return parts


def _year_line(year: int, x: float, bottom: float) -> list[Element]:
    return [
        element("line", x1=x, x2=x, y1=_TOP - 10, y2=bottom, class_="d-grid"),
        element("text", str(year), x=x + 3, y=_TOP - 14, class_="d-soft"),
    ]
