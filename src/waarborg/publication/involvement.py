"""A comparison of regimes as data, as lines for a terminal, and as one page for a member of a committee."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen
from markupsafe import Markup

from waarborg.drawing.multiples import Course, Dot, Panel, courses, dot_panels
from waarborg.publication.involvement_reading import in_words
from waarborg.publication.involvement_words import (
    TEN,
    measure_name,
    number,
    shown,
    source_words,
    span,
    told,
)
from waarborg.publication.templating import render
from waarborg.sources.writing import write_whole
from waarborg.values.regime import Assumption, Comparison, Measure, RegimeFigures, Swing
from waarborg.wording import Language, phrase

_OF_BODY = ("systems_a_year", "hours_a_year", "load")
HEADLINES = (
    "wait_median",
    "wait_p90",
    "weeks_held_in_order_a_year",
    "found_before",
    "found_after",
    "months_short_a_year.new",
    "months_short_a_year.in_use_at_start",
    "outside_chambers",
    "put_to_nobody_a_year",
)
"""The measures of the table after those of each body: delay, what is caught, whom it is about."""

DRAWN = (
    "hours_a_year.tk",
    "hours_a_year.ek",
    "hours_a_year.gemeenteraad",
    "wait_p90",
    "found_before",
    "found_after",
    "weeks_held_in_order_a_year",
    "months_short_a_year.new",
    "outside_chambers",
)
"""The measures of the drawing, three to a row."""

_IN_JSON = ("name", "value", "unit", "low", "high", "source")
_CHAMBERS = ("tk", "ek")
_MOST_SWINGS = 4


@frozen
class Row:
    """A line of the table: what is measured, and the figure of every regime."""

    name: str
    unit: str
    cells: tuple[tuple[str, str], ...]


def as_data(found: Comparison) -> dict[str, Any]:
    """The comparison as the command line answers it; the sensitivity only where it was asked."""
    data: dict[str, Any] = {
        "assumptions": [{key: getattr(one, key) for key in _IN_JSON} for one in found.assumptions],
        "regimes": [
            {"id": one.id, "measures": {name: attrs.asdict(m) for name, m in one.measures.items()}}
            for one in found.regimes
        ],
    }
    if found.swings:
        data["sensitivity"] = [attrs.asdict(swing) for swing in found.swings]
    return data


def write_html(found: Comparison, target: Path, language: Language, *, never: Path | None = None) -> None:
    """Write the page as one file, whole or not at all; ``never`` is the input.

    Raises:
        UnusableInput: what writing raises.
    """
    text = page(found, language)
    with write_whole(target, never=never) as stream:
        stream.write(text)


def page(found: Comparison, language: Language) -> str:
    """The page: the reading first, then the figures drawn and in a table, then all that they rest on."""
    return render(
        "involvement.html",
        language,
        found=found,
        rows=tuple(rows(found, language)),
        dots=Markup(dots(found, language)),  # noqa: S704  our own SVG, escaped as a tree
        backlog=Markup(backlog(found, language)),  # noqa: S704  as above
        drivers=tuple(drivers(found, language)),
        assumptions=[assumption_row(one, language) for one in found.assumptions],
        unknown=[told(finding, language) for finding in found.unknown],
        has_motion=any(one.id == "motion" for one in found.regimes),
        number=lambda value: number(value, language),
        in_words=lambda one: in_words(found, one, language),
    )


def lines(found: Comparison, language: Language) -> Iterator[str]:
    """The same for a terminal: the reading, then each measure with its regimes below it."""
    if any(one.id == "motion" for one in found.regimes):
        yield phrase("simulate.reading_of_motion", language)
    yield phrase(
        "simulate.how", language, replications=found.replications, years=found.years, seed=found.seed
    )
    for row in rows(found, language):
        yield f"{row.name} ({row.unit})"
        for one, (value, interval) in zip(found.regimes, row.cells, strict=True):
            yield f"  {one.names[language]}: {value} {interval}".rstrip()
    for title, moved in drivers(found, language):
        yield phrase("simulate.driven", language, measure=title)
        yield from (f"  {one['name']}: {one['from']} … {one['to']}" for one in moved)
    yield phrase("simulate.unknown_heading", language)
    yield from (f"  {told(finding, language)}" for finding in found.unknown)
    yield phrase("simulate.no_advice", language)


def rows(found: Comparison, language: Language) -> Iterator[Row]:
    """The table: what is measured, in its order, with the figure of every regime."""
    for name in _in_table(found):
        known = [one.measures.get(name) for one in found.regimes]
        unit = next((measure.unit for measure in known if measure), None)
        if unit:
            yield Row(
                measure_name(name, language),
                phrase(f"simulate.unit.{unit}", language),
                tuple(_cell(measure, language) for measure in known),
            )


def _in_table(found: Comparison) -> Iterator[str]:
    """The measures of the table; a body that has nothing to do under any of the regimes is left out."""
    for name in _OF_BODY:
        yield from (f"{name}.{body}" for body in found.bodies if _is_ever(found, f"{name}.{body}"))
    yield from HEADLINES


def _is_ever(found: Comparison, name: str) -> bool:
    """Whether a measure is other than nothing under any of the regimes."""
    return any((measure := one.measures.get(name)) and measure.high for one in found.regimes)


def _cell(measure: Measure | None, language: Language) -> tuple[str, str]:
    """The mean, and its bounds where chance moves it at all; all three as precise as the largest needs."""
    if measure is None:
        return phrase("simulate.not_applicable", language), ""
    values = (measure.mean, measure.low, measure.high)
    digits = 0 if max(values) >= TEN or all(value.is_integer() for value in values) else 1
    if measure.unit == "share":
        mean, low, high = (shown(value, measure.unit, language) for value in values)
    else:
        mean, low, high = (number(value, language, digits) for value in values)
    return mean, "" if low == mean == high else f"({span(low, high)})"


def dots(found: Comparison, language: Language) -> str:
    """The small multiples as SVG: a panel a measure, for each regime a dot and its bounds."""
    panels = []
    for name in (name for name in DRAWN if _is_ever(found, name)):
        known = [one.measures.get(name) for one in found.regimes]
        unit = _unit_of(name, found)
        title = _with_unit(name, unit, language)
        dots = tuple(Dot(m.mean, m.low, m.high) if m else None for m in known)
        panels.append(Panel(title, dots, percent=unit == "share"))
    return dot_panels(
        [one.names[language] for one in found.regimes],
        panels,
        title=phrase("simulate.dots_title", language),
        description=phrase("simulate.dots_description", language),
        written=lambda value: number(value, language),
    )


def _unit_of(name: str, found: Comparison) -> str:
    return next((one.measures[name].unit for one in found.regimes if name in one.measures), "")


def _with_unit(name: str, unit: str, language: Language) -> str:
    title = measure_name(name, language)
    return title if unit in {"", "share"} else f"{title} ({phrase(f'simulate.unit.{unit}', language)})"


def backlog(found: Comparison, language: Language) -> str:
    """What lies with the Chambers at the end of each year, as SVG: a panel a regime."""
    return courses(
        [Course(one.names[language], _series(one, found.years)) for one in found.regimes],
        title=phrase("simulate.backlog_title", language),
        description=phrase("simulate.backlog_description", language),
        step=phrase("simulate.year", language),
    )


def _series(one: RegimeFigures, years: int) -> tuple[tuple[float, ...], ...]:
    names = [[f"backlog.{body}.year_{year}" for year in range(1, years + 1)] for body in _CHAMBERS]
    return tuple(tuple(one.measures[name].mean for name in series) for series in names)


def drivers(found: Comparison, language: Language) -> Iterator[tuple[str, Sequence[Mapping[str, str]]]]:
    """For each measure the assumptions that move the difference between regimes most, widest first."""
    for measure in dict.fromkeys(swing.measure for swing in found.swings):
        widest: dict[str, Swing] = {}
        for swing in found.swings:
            if swing.measure == measure and swing.width > _width(widest.get(swing.assumption)):
                widest[swing.assumption] = swing
        ordered = sorted(widest.values(), key=lambda swing: -swing.width)[:_MOST_SWINGS]
        yield (
            _with_unit(measure, _unit_of(measure, found), language),
            [_driver(swing, found, language) for swing in ordered],
        )


def _width(swing: Swing | None) -> float:
    return swing.width if swing else 0.0


def _driver(swing: Swing, found: Comparison, language: Language) -> Mapping[str, str]:
    assumption = next(one for one in found.assumptions if one.name == swing.assumption)
    regime = next(one for one in found.regimes if one.id == swing.regime)
    unit = regime.measures[swing.measure].unit
    low, high = (shown(value, assumption.unit, language) for value in (assumption.low, assumption.high))
    return {
        "name": assumption.names[language],
        "range": span(low, high),
        "regime": regime.names[language],
        "from": shown(swing.at_low, unit, language),
        "base": shown(swing.base, unit, language),
        "to": shown(swing.at_high, unit, language),
    }


def assumption_row(one: Assumption, language: Language) -> Mapping[str, str]:
    """An assumption in words: its id, name, value, unit, range and what it rests on."""
    value, low, high = (shown(each, one.unit, language) for each in (one.value, one.low, one.high))
    return {
        "id": one.name,
        "name": one.names[language],
        "value": value,
        "unit": "" if one.unit == "share" else phrase(f"simulate.unit.{one.unit}", language),
        "range": span(low, high),
        "source": source_words(one, language),
    }
