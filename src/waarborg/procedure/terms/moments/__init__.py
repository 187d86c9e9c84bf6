"""A moment in words to a ``Moment``: dates, months, quarters, seasons, recesses, named days, occasions."""

import datetime as dt
from collections.abc import Sequence

from waarborg.law.calendars import Calendars
from waarborg.procedure.terms.moments.alternatives import alternatives
from waarborg.procedure.terms.moments.context import Context
from waarborg.procedure.terms.moments.dates import date, day_of_month, weekday, weekend
from waarborg.procedure.terms.moments.named import named, occasion
from waarborg.procedure.terms.moments.ordinals import ordinal, quarter, week_after
from waarborg.procedure.terms.moments.parts import part
from waarborg.procedure.terms.moments.periods import current, month, week
from waarborg.procedure.terms.moments.pointed import pointed
from waarborg.procedure.terms.moments.years import year

__all__ = ["Context", "alternatives", "current", "reading"]

_PARSERS = (
    year,
    pointed,
    part,
    ordinal,
    quarter,
    week_after,
    date,
    named,
    month,
    week,
    weekend,
    occasion,
    weekday,
    day_of_month,
)


def reading(
    words: Sequence[str], said: dt.date, body: str, calendars: Calendars, *, statutory: bool = False
) -> Context:
    """Words to be read, said on a day to a body."""
    return Context(words, said, body, calendars, _PARSERS, statutory=statutory)
