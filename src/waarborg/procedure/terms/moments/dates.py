"""Days: full dates, a day and a month, weekdays."""

import datetime as dt
from functools import partial

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.moments.years import with_year
from waarborg.procedure.terms.spans import DAY, Moment, Span, day_span
from waarborg.values.deadline import Certainty

_CENTURY = 2000
_SHORT_DAYS = frozenset(
    {"ma", "di", "wo", "do", "vr", "za", "zo", "mon", "tue", "wed", "thu", "fri", "sat", "sun"}
)
"""Read before a day only: *zo spoedig* is no Sunday."""
_LINK = {"of", "van"}


def date(text: Context, at: int) -> Parsed:
    """A full date, or a day and a month in either order, with or without a weekday before it."""
    named = find("weekdays", text.words, at)
    short = text.word(at) in _SHORT_DAYS and _day_number(text.word(at + 1)) is not None
    at = named[1] if named else at + short
    if (span := _written(text.word(at))) is not None:
        return Moment(at=lambda _: span, fixed=True, bare=False), at + 1
    found = _day_month(text, at) or _month_day(text, at) or _in_figures(text.word(at), at)
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
    linked = find("of", text.words, found[1])
    place = linked[1] if linked else found[1]
    for kind, weeks in (("this", 0), ("next", 1)):
        pointer = find(kind, text.words, place)
        if pointer and text.word(pointer[1]) == "week":  # Friday of next week
            day = text.said + DAY * (int(found[0]) - text.said.weekday() + 7 * weeks)
            return _fixed(day), pointer[1] + 1
    return _fixed(text.said + DAY * ahead), found[1]


def day_of_month(text: Context, at: int) -> Parsed:
    """*The 15th*, *de 1e van de maand*: the first such day after the day it was said."""
    word, day = text.word(at), _day_number(text.word(at))
    if day is None or word.isdigit():
        return None
    linked = find("of", text.words, at + 1)
    named = linked and text.word(linked[1]) in {"maand", "month"}
    last = at + 1 == len(text.words)
    if not named and not last:
        return None
    ahead = (text.said + DAY * days for days in range(1, 63))
    found = next(later for later in ahead if later.day == day)
    return _fixed(found), linked[1] + 1 if linked and named else at + 1


def _fixed(day: dt.date) -> Moment:
    span = day_span(day, Certainty.DERIVED, "from_day_said")
    return Moment(at=lambda _: span, fixed=True)


def weekend(text: Context, at: int) -> Parsed:
    """The first weekend that begins on or after the day it was said."""
    if text.word(at) != "weekend":
        return None
    saturday = text.said + DAY * ((5 - text.said.weekday()) % 7)
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


def _in_figures(word: str, at: int) -> tuple[int, int, int] | None:
    """``1-7``: the first of July."""
    day, _, month = word.replace("/", "-").partition("-")
    known = day.isdigit() and month.isdigit() and int(day) in range(1, 32) and int(month) in range(1, 13)
    return (int(month), int(day), at + 1) if known else None


def _day_in_year(month: int, day: int, year: int) -> Span:
    try:
        return day_span(dt.date(year, month, day), Certainty.STATED, "date_in_words")
    except ValueError:
        return Span(certainty=Certainty.UNRESOLVED, basis=("no_such_day",), settles=("latest_day",))


def _written(word: str) -> Span | None:
    """A day in figures: year first where it has four, else last; two figures are of this century."""
    parts = word.replace("/", "-").replace(".", "-").replace("'", "").split("-")
    if len(parts) != 3:  # noqa: PLR2004  day, month, year
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)  # noqa: PLR2004  a year has four figures
    return _day_in_year(int(month), int(day), int(year) + (_CENTURY if len(year) == 2 else 0))  # noqa: PLR2004  as above


def _day_number(word: str) -> int | None:
    digits = word.rstrip("adehnrst")
    return int(digits) if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None  # noqa: PLR2004  days of a month
