"""Dates as published: well written, or written another way, or no date at all."""

import re
from collections.abc import Iterator

from waarborg.register.placeholders import is_placeholder
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where

_GOOD = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ].*)?)?)?")
_AMERICAN = re.compile(r"(?:0?[1-9]|1[0-2])/(?:(?:0?[1-9]|[12]\d|3[01])/)?(?:19|20)\d\d(?: [\d:]+)?")
_MONTH_FIRST = re.compile(r"(0[1-9]|1[0-2])[-/]((?:19|20)\d\d)")


def check_dates(entry: Entry) -> Iterator[Finding]:
    """Findings about the dates of an entry.

    The standard asks ``YYYY-MM``; ``MM-YYYY`` can mean one thing only, so the finding says which month it is.
    In an English register ``M/D/YYYY`` and ``M/YYYY`` are the usual way.
    """
    for name, text in entry.dates.items():
        where = Where(row=entry.row, field=name)
        month_first = _MONTH_FIRST.fullmatch(text)
        if entry.language == "en" and _AMERICAN.fullmatch(text):
            continue
        if is_placeholder(text):
            yield Finding("placeholder", {"value": text[:80]}, where, Severity.NOTE)
        elif month_first:
            params = {"value": text, "meant": f"{month_first[2]}-{month_first[1]}"}
            yield Finding("date_month_first", params, where)
        elif not _GOOD.fullmatch(text):
            yield Finding("date_not_readable", {"value": text[:80]}, where)
