"""Dates as published: well written, or written another way, or no date at all."""

import datetime as dt
import re
from collections.abc import Iterator

from waarborg.register.placeholders import is_placeholder
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where

_GOOD = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?)?)?")
_AMERICAN = re.compile(
    r"(?P<month>\d\d?)/(?:(?P<day>\d\d?)/)?(?P<year>(?:19|20)\d\d)(?: [\d:]+(?: ?[AP]M)?)?"
)
_MONTH_FIRST = re.compile(r"(?P<month>\d\d?)[-/.](?P<year>(?:19|20)\d\d)")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)(?:[-/.](?P<day>\d\d?))?")
_DAY_FIRST = re.compile(r"(?P<day>\d\d?)[-.](?P<month>\d\d?)[-.](?P<year>(?:19|20)\d\d)")
_SLASHES = re.compile(r"(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>(?:19|20)\d\d)")
_MONTHS = 12


def check_dates(entry: Entry) -> Iterator[Finding]:
    """Findings about the dates of an entry.

    The standard asks ``YYYY-MM``; where another way of writing can mean one thing only, the finding says
    which. With strokes the American order is used beside ours, also in Dutch registers, so ``06/01/2022``
    is not certain and ``22/11/2022`` is; with hyphens only in English. In an English register ``M/D/YYYY``
    and ``M/YYYY`` are usual.
    """
    for name, text in entry.dates.items():
        where = Where(row=entry.row, field=name)
        if _is_well_written(text, entry.language):
            continue
        if is_placeholder(text):
            yield Finding("placeholder", {"value": text[:80]}, where, Severity.NOTE)
        elif meant := _as_iso(_MONTH_FIRST, text):
            yield Finding("date_month_first", {"value": text, "meant": meant}, where)
        elif meant := _meant(text, entry.language):
            yield Finding("date_written_otherwise", {"value": text, "meant": meant}, where)
        else:
            yield Finding("date_not_readable", {"value": text[:80]}, where)


def _is_well_written(text: str, language: str) -> bool:
    if _GOOD.fullmatch(text):
        return len(text) < len("2022-03-01") or _exists(text[:10])
    return language == "en" and _as_iso(_AMERICAN, text) is not None


def _meant(text: str, language: str) -> str | None:
    """The one date that a text can mean, as the standard writes it; None where there are two or none."""
    if meant := _as_iso(_YEAR_FIRST, text):
        return meant
    day_first = _DAY_FIRST.fullmatch(text)
    if day_first and (language != "en" or "." in text or int(day_first["day"]) > _MONTHS):
        return _as_iso(_DAY_FIRST, text)
    slashes = _SLASHES.fullmatch(text)
    if slashes and max(int(slashes["day"]), int(slashes["month"])) > _MONTHS:
        return _as_iso(_SLASHES, text) or _as_iso(_AMERICAN, text)
    return None


def _as_iso(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.fullmatch(text)
    if not found:
        return None
    parts = found.groupdict()
    month, day = f"{int(parts['month']):02}", f"{int(parts.get('day') or 1):02}"
    if not _exists(f"{parts['year']}-{month}-{day}"):
        return None
    return f"{parts['year']}-{month}-{day}" if parts.get("day") else f"{parts['year']}-{month}"


def _exists(day: str) -> bool:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return False
    return True
