"""Days: full dates, a day and a month, weekdays."""

import datetime as dt
from functools import partial

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.moments.years import with_year
from waarborg.procedure.terms.spans import DAY, Moment, Span, day_span
from waarborg.values.deadline import Certainty

_CENTURY = 2000
_LINK = {"of", "van"}


def date(text: Context, at: int) -> Parsed:
    """A full date, or a day and a month in either order, with or without a weekday before it."""
    named = find("weekdays", text.words, at)
    at = named[1] if named else at
    if (written := _written(text.word(at))) is not None:
        span = day_span(written, Certainty.STATED, "date_in_words")
        return Moment(at=lambda _: span, fixed=True, bare=False), at + 1
    found = _day_month(text, at) or _month_day(text, at)
    if found is None:
        return None
    month, day, place = found
    return with_year(Moment(at=partial(_day_in_year, month, day)), text, place)


def weekday(text: Context, at: int) -> Parsed:
    """A weekday: the first one after the day it was said."""
    found = find("weekdays", text.words, at)
    if not found:
        return None
    ahead = (int(found[0]) - text.said.weekday() - 1) % 7 + 1
    span = day_span(text.said + DAY * ahead, Certainty.DERIVED, "from_day_said")
    return Moment(at=lambda _: span, fixed=True), found[1]


def weekend(text: Context, at: int) -> Parsed:
    """The weekend of the week in which it was said."""
    if text.word(at) != "weekend":
        return None
    saturday = text.said + DAY * (5 - text.said.weekday())
    span = Span(first=saturday, last=saturday + DAY, basis=("from_day_said",))
    return Moment(at=lambda _: span, fixed=True, unit="weekend"), at + 1


def _day_month(text: Context, at: int) -> tuple[int, int, int] | None:
    """``1 juli``, ``1st of July``."""
    day = _day_number(text.word(at))
    place = at + 2 if text.word(at + 1) in _LINK else at + 1
    month = find("months", text.words, place) if day else None
    return (int(month[0]), day, month[1]) if day and month else None


def _month_day(text: Context, at: int) -> tuple[int, int, int] | None:
    """``July 1``."""
    month = find("months", text.words, at)
    day = _day_number(text.word(month[1])) if month else None
    return (int(month[0]), day, month[1] + 1) if month and day else None


def _day_in_year(month: int, day: int, year: int) -> Span:
    try:
        return day_span(dt.date(year, month, day), Certainty.STATED, "date_in_words")
    except ValueError:
        return Span(certainty=Certainty.UNRESOLVED, basis=("no_such_day",), settles=("latest_day",))


def _written(word: str) -> dt.date | None:
    """A day in figures: year first where it has four, else last; two figures are of this century."""
    parts = word.replace("/", "-").replace(".", "-").replace("'", "").split("-")
    if len(parts) != 3:  # noqa: PLR2004  day, month, year
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)  # noqa: PLR2004  a year has four figures
    try:
        return dt.date(int(year) + (_CENTURY if len(year) == 2 else 0), int(month), int(day))  # noqa: PLR2004  as above
    except ValueError:
        return None


def _day_number(word: str) -> int | None:
    digits = word.rstrip("adehnrst")
    return int(digits) if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None  # noqa: PLR2004  days of a month
