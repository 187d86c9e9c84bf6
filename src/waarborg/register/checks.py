"""What is wrong with an entry: the checks that every entry goes through, each with its own file."""

from collections.abc import Iterator

from waarborg.register.status import is_plain_status
from waarborg.values.entry import Entry, SystemStatus
from waarborg.values.finding import Finding, Severity, Where


def check_entry(entry: Entry) -> tuple[Finding, ...]:
    """All findings about one entry."""
    return (*_missing(entry), *_status(entry))


def _missing(entry: Entry) -> Iterator[Finding]:
    if not entry.name:
        yield Finding("name_missing", {}, Where(row=entry.row, field="name"), Severity.ERROR)
    if not entry.organisation:
        yield Finding("organisation_missing", {}, Where(row=entry.row, field="organization"), Severity.ERROR)


def _status(entry: Entry) -> Iterator[Finding]:
    published = entry.texts.get("status", "")
    where = Where(row=entry.row, field="status")
    if published and entry.status is SystemStatus.UNKNOWN:
        yield Finding("status_not_known", {"value": published[:80]}, where)
    elif published and not is_plain_status(published):
        yield Finding(
            "status_read_from_sentence",
            {"value": published[:80], "status": entry.status.value},
            where,
            Severity.NOTE,
        )
