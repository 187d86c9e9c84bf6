"""Terms that an act sets: the Algemene termijnenwet moves their end off a day of rest.

It holds for terms in an act or an order in council only, never for what was promised, nor for a term counted
back from an event. The articles, where they were read and what stays open stand in ``statutory.yaml``.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.law.verification import Verification
from waarborg.procedure.holidays import is_workday
from waarborg.procedure.terms.spans import DAY, shifted
from waarborg.sources.records import load_record


@frozen(kw_only=True)
class Article:
    """One article of the act, and the id under which a result names it."""

    id: str
    article: str


@frozen(kw_only=True)
class StatutoryRules:
    """The file ``statutory.yaml``: ``longest`` by unit, the longest term the act holds for."""

    version: str
    source: Verification
    rules: Mapping[str, Article]
    longest: Mapping[str, int]
    shortest_with_workdays: int
    workdays: int


@cache
def statutory_rules() -> StatutoryRules:
    """The rules, read once."""
    return load_record(Path(__file__).with_suffix(".yaml"), StatutoryRules)


def statutory_end(start: dt.date, count: int, unit: str = "day") -> tuple[dt.date, tuple[str, ...]]:
    """The last day of a statutory term of so many days, weeks or months, and the articles that moved it.

    The day after ``start`` is day one. A longer term than the act holds for, or one in another unit, is not
    moved.
    """
    law, end = statutory_rules(), shifted(start, unit, count)
    if count > law.longest.get(unit, 0):
        return end, ()
    moved = _next_workday(end)
    used = (law.rules["off_rest_day"].id,) if moved != end else ()
    if (end - start).days < law.shortest_with_workdays:
        return moved, used
    last = moved
    while _workdays(start, last) < law.workdays:
        last = _next_workday(last + DAY)
    return last, (*used, law.rules["two_workdays"].id) if last != moved else used


def _next_workday(day: dt.date) -> dt.date:
    while not is_workday(day):
        day += DAY
    return day


def _workdays(start: dt.date, end: dt.date) -> int:
    """The working days after ``start`` up to ``end``; of a term of weeks only the first days are asked."""
    return sum(is_workday(start + DAY * number) for number in range(1, min((end - start).days, 14) + 1))
