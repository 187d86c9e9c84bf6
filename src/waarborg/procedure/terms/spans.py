"""Stretches of days: months, quarters, seasons, parts of them, recesses known and unknown."""

import calendar as months
import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from attrs import evolve, frozen

from waarborg.law.calendars import Calendars
from waarborg.procedure.holidays import is_workday, named_holiday
from waarborg.values.deadline import Certainty

DAY = dt.timedelta(days=1)


@frozen(kw_only=True)
class Span:
    """Days from ``first`` to ``last``. Where these are not known, ``low`` and ``high`` bound the first."""

    first: dt.date | None = None
    last: dt.date | None = None
    low: dt.date | None = None
    high: dt.date | None = None
    certainty: Certainty = Certainty.DERIVED
    basis: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()


@frozen(kw_only=True)
class Moment:
    """A moment in words: its span in a year, and the year where the words give one.

    ``unit`` is what parts of it are measured by; ``bare`` whether it is a term without a word before it.
    ``end_of`` marks the end of a period as a point: before it and by it are the same day, the last day of
    ``whole`` where the words name the period exactly (*voor het einde van het jaar*). Before the beginning
    of a period so named is before its first day.
    """

    at: Callable[[int], Span]
    year: int | None = None
    fixed: bool = False
    unit: str = ""
    bare: bool = False
    end_of: bool = False
    whole: Callable[[int], Span] | None = None


@cache
def readings() -> Mapping[str, Any]:
    """The stated readings of vague words."""
    path = Path(__file__).with_name("readings.yaml")
    loaded: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def day_span(day: dt.date, certainty: Certainty, *basis: str) -> Span:
    """One day."""
    return Span(first=day, last=day, certainty=certainty, basis=basis)


def month_span(year: int, first: int, count: int = 1) -> Span:
    """``count`` months from month ``first``."""
    years, last = divmod(first + count - 2, 12)
    end = dt.date(year + years, last + 1, months.monthrange(year + years, last + 1)[1])
    return Span(first=dt.date(year, first, 1), last=end, basis=("civil_calendar",))


def period_span(unit: str, day: dt.date) -> Span:
    """The week, month, quarter, half-year or year in which ``day`` lies."""
    if unit in {"week", "day", "workday"}:
        first = day - DAY * day.weekday() if unit == "week" else day
        return Span(first=first, last=first + 6 * DAY if unit == "week" else day, basis=("civil_calendar",))
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    return month_span(day.year, (day.month - 1) // size * size + 1, size)


def shifted(day: dt.date, unit: str, count: int) -> dt.date:
    """``count`` units later; a day that the month does not have becomes its last."""
    if unit in {"day", "week"}:
        return day + DAY * count * (7 if unit == "week" else 1)
    total = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    year, month = divmod(total, 12)
    return dt.date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def season_span(name: str, year: int) -> Span:
    """A season by its stated reading; winter runs into the next year."""
    first, last = (_month_day(text, year) for text in readings()["seasons"][name])
    last = last if last > first else last.replace(year=year + 1)
    return Span(first=first, last=last, certainty=Certainty.ASSUMED, basis=(f"reading:{name}",))


def feast_span(name: str, year: int) -> Span:
    """A named day of the year."""
    fixed = {"christmas": (12, 25), "sinterklaas": (12, 5), "newyear": (1, 1), "liberation": (5, 5)}
    fixed["yearend"] = (12, 31)
    moving = {
        "easter": "Easter Sunday",
        "pentecost": "Pentecost",
        "ascension": "Ascension",
        "kingsday": "King",
    }
    third = {"prinsjesdag": (9, 1), "verantwoordingsdag": (5, 2)}
    if name in third:
        month, weekday = third[name]
        first = dt.date(year, month, 1)
        day: dt.date | None = first + DAY * ((weekday - first.weekday()) % 7 + 14)
    else:
        day = dt.date(year, *fixed[name]) if name in fixed else named_holiday(moving[name], year)
    basis = (f"named_day:{name}",)
    return day_span(day, Certainty.DERIVED, *basis) if day else Span(basis=basis, settles=("date_of_event",))


def part_span(part: str, unit: str, span: Span) -> Span:
    """The beginning, middle or end of a span, by the stated reading of that word."""
    if span.first is None or span.last is None:
        return span
    known = readings()["parts"].get(unit, {}).get(part)
    if unit == "month" and known:
        first, last = span.first.replace(day=known[0]), span.last.replace(day=min(known[1], span.last.day))
    elif known:
        first, last = (_month_day(text, span.first.year) for text in known)
    else:
        third = max((span.last - span.first + DAY) // 3, DAY)
        place = ("begin", "mid", "end").index(part)
        first = span.first + third * place
        last = span.last if part == "end" else first + third - DAY
    basis = (*span.basis, f"reading:{part}")
    return evolve(span, first=first, last=last, certainty=Certainty.ASSUMED, basis=basis)


def nth_week(month: Span, number: int) -> Span:
    """A week of a month by our reading: weeks belong to the month their Thursday lies in; -1 is the last."""
    if month.first is None or month.last is None:
        return month
    thursday = month.first + DAY * ((3 - month.first.weekday()) % 7 + 7 * (number - 1))
    if number < 1:
        thursday = month.last - DAY * ((month.last.weekday() - 3) % 7)
    basis = (*month.basis, "reading:week_of_month")
    first, last = thursday - 3 * DAY, thursday + 3 * DAY
    return evolve(month, first=first, last=last, certainty=Certainty.ASSUMED, basis=basis)


def nth_day(span: Span, kind: str, number: int) -> Span:
    """The so-manieth day, working day or weekday (``kind`` 0 is Monday) of a span; -1 is the last."""
    if span.first is None or span.last is None:
        return span
    inside = [span.first + DAY * ahead for ahead in range((span.last - span.first).days + 1)]
    if kind == "workday":
        inside = [day for day in inside if is_workday(day)]
    elif kind != "day":
        inside = [day for day in inside if day.weekday() == int(kind)]
    place = number - 1 if number > 0 else number
    if not -len(inside) <= place < len(inside):
        return Span(certainty=Certainty.UNRESOLVED, basis=("no_such_day",), settles=("latest_day",))
    return evolve(span, first=inside[place], last=inside[place])


def recess_span(name: str, year: int, body: str, calendars: Calendars) -> Span:
    """A named recess of a body in a year; bounds of its first day where the calendar does not know it."""
    own = calendars.of(body)
    if known := own.recess(name, year):
        return Span(first=known.first, last=known.last, basis=(own.id,))
    window = readings()["recess_begins"].get(name)
    low, high = (_month_day(text, year) for text in window) if window and body != "council" else (None, None)
    basis = [f"no_recess_known:{body}:{year}"] + ([f"reading:{name}"] if high else [])
    other = calendars.of(readings()["rises_later"].get(body, ""))
    if (before := other.recess(name, year)) and high:
        low, basis = before.first, [*basis, f"bound_by_other_body:{other.id}"]
    settles = (f"recess_calendar:{body}:{year}", "latest_day")
    return Span(low=low, high=high, certainty=Certainty.UNRESOLVED, basis=tuple(basis), settles=settles)


def _month_day(text: str, year: int) -> dt.date:
    month, day = text.split("-")
    return dt.date(year, int(month), int(day))
