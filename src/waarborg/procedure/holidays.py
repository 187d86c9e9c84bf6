"""Public holidays of the Netherlands, from the library `holidays`: wrapped here and nowhere else."""

import datetime as dt
from functools import cache

from holidays import country_holidays

_SATURDAY = 5


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The days that the Algemene termijnenwet counts as generally recognised holidays, Good Friday with them.

    5 May counts every year under article 3 of that act, also where nobody gets the day off.
    """
    days = country_holidays("NL", years=year, categories=("public", "optional"))
    return frozenset({day for day in days if day.year == year} | {dt.date(year, 5, 5)})


@cache
def named_holiday(name: str, year: int) -> dt.date | None:
    """The day of a holiday by the library's English name, such as ``Easter Sunday``."""
    days = country_holidays("NL", years=year, categories=("public", "optional"))
    return next((day for day, known in days.items() if name in known), None)


def is_workday(day: dt.date) -> bool:
    """Whether ``day`` is no Saturday, Sunday or public holiday."""
    return day.weekday() < _SATURDAY and day not in public_holidays(day.year)


def add_workdays(day: dt.date, count: int) -> dt.date:
    """The ``count``-th working day after ``day``; before it where ``count`` is below zero."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left > 0:
        day += step
        left -= is_workday(day)
    return day
