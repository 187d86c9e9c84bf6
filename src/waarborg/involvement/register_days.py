"""Days as registers write them: read a column at a time, since a column says which way round it is."""

import datetime as dt
import re
from collections.abc import Sequence

_SIGN = r"[-/.]"
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:{_SIGN}(\d{{1,2}})(?:{_SIGN}(\d{{1,2}}))?)?(?!\d)")
_YEAR_LAST = re.compile(rf"(?:(\d{{1,2}}){_SIGN})?(\d{{1,2}}){_SIGN}(\d{{4}})(?!\d)")
_MONTHS = 12


def read_days(texts: Sequence[str]) -> list[dt.date | None]:
    """The day of each text of one column; None where it is none.

    ``2024-05-06`` and ``06-05-2024`` are the sixth of May, with ``-``, ``/`` or ``.`` between. A column is
    month first (``5/31/2024``) only where one of its days can be read no other way and none forbids it. A
    month alone is its first day, a year alone its first of July: half a year off at most.
    """
    found = [_YEAR_LAST.match(text.strip()) for text in texts]
    parts = [(int(one[1]), int(one[2])) for one in found if one and one[1]]
    month_first = any(second > _MONTHS for _, second in parts) and all(first <= _MONTHS for first, _ in parts)
    return [_read(text.strip(), month_first=month_first) for text in texts]


def _read(text: str, *, month_first: bool) -> dt.date | None:
    if found := _YEAR_FIRST.match(text):
        year, month, day = found.groups()
        return _day(year, month or "7", day)
    if found := _YEAR_LAST.match(text):
        first, second, year = found.groups()
        day, month = (second, first) if first and month_first else (first, second)
        return _day(year, month, day)
    return None


def _day(year: str, month: str, day: str | None) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
