"""Months, and weeks by their number or by a day in them."""

import datetime as dt

from attrs import evolve

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.moments.dates import date
from waarborg.procedure.terms.moments.years import with_year
from waarborg.procedure.terms.spans import DAY, Moment, Span, month_span, period_span
from waarborg.values.deadline import Certainty

_OR = {"of", "or", "en", "and", "tot"}
_FEW_MONTHS = 6
"""Two months joined over the turn of the year lie closer together than this."""


def month(text: Context, at: int) -> Parsed:
    """A month, or one month and the next: ``juni/juli``."""
    if text.word(at) in {"maand", "month"}:
        linked = find("of", text.words, at + 1)
        at = linked[1] if linked else at + 1
    found = find("months", text.words, at)
    if not found:
        return None
    first, place, count = int(found[0]), found[1], 1
    joined = text.word(place) in _OR
    last = find("months", text.words, place + joined)
    ahead = (int(last[0]) - first) % 12 if last else 0
    if last and (int(last[0]) > first or (joined and ahead < _FEW_MONTHS)):
        count, place = ahead + 1, last[1]
    unit = "month" if count == 1 else "months"
    moment, place = with_year(Moment(at=lambda year: month_span(year, first, count), unit=unit), text, place)
    if moment.year is not None and first + count > 13:  # noqa: PLR2004  into the next year
        moment = evolve(moment, year=moment.year - 1)  # the year in the words is that of the last month
    return moment, place


def week(text: Context, at: int) -> Parsed:
    """A week by its number, or the week of a day."""
    if text.word(at) not in {"week", "wk"}:
        return None
    number = text.word(at + 1)
    if number.isdigit() and 1 <= int(number) <= 53 and not find("months", text.words, at + 2):  # noqa: PLR2004  ISO weeks
        return with_year(
            Moment(at=lambda year: _numbered(year, int(number)), unit="week", bare=True), text, at + 2
        )
    linked = find("of", text.words, at + 1)
    return _week_of(text, linked[1]) if linked else None


def _numbered(year: int, number: int) -> Span:
    try:
        monday = dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        return Span(certainty=Certainty.UNRESOLVED, basis=("no_such_day",), settles=("latest_day",))
    return Span(first=monday, last=monday + 6 * DAY, basis=("civil_calendar",))


def _week_of(text: Context, at: int) -> Parsed:
    """The week in which a day lies."""
    if (found := date(text, at)) is None:
        return None
    day = found[0]

    def span(year: int) -> Span:
        inner = day.at(year)
        if inner.first is None:
            return inner
        monday = inner.first - DAY * inner.first.weekday()
        return evolve(inner, first=monday, last=monday + 6 * DAY, certainty=Certainty.DERIVED)

    return evolve(day, at=span, unit="week", bare=True), found[1]


def current(text: Context, at: int) -> Parsed:
    """*The year*, *the month*: the one in which it was said."""
    unit = find("units", text.words, at)
    if not unit or unit[0] not in {"week", "month", "quarter", "year"}:
        return None
    span = evolve(period_span(unit[0], text.said), basis=("from_day_said", "civil_calendar"))
    return Moment(at=lambda _: span, fixed=True, unit=unit[0]), unit[1]
