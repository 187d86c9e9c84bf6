"""What is wrong with an entry: the checks that every entry goes through."""

from collections.abc import Iterator

from waarborg.register.formats.form import Form
from waarborg.register.misplaced import check_answers
from waarborg.register.quality import check_text
from waarborg.register.quality_dates import check_dates
from waarborg.register.status import is_plain_status
from waarborg.values.entry import Entry, SystemStatus
from waarborg.values.finding import Finding, Severity, Where


def check_entry(entry: Entry, form: Form) -> tuple[Finding, ...]:
    """All findings about one entry: what is missing, its status, its dates, its texts, its silence."""
    understood = {"status"} if entry.status is not SystemStatus.UNKNOWN else set()
    names = [name for name in entry.texts if name not in understood]
    texts = (finding for name in names for finding in check_text(entry, name, entry.texts[name]))
    return (
        *_missing(entry),
        *_status(entry, form),
        *check_dates(entry),
        *texts,
        *_silence(entry, form),
        *check_answers(entry, form.answers),
    )


def _missing(entry: Entry) -> Iterator[Finding]:
    if not entry.name:
        yield Finding("name_missing", {}, Where(row=entry.row, field="name"), Severity.ERROR)
    if not entry.organisation:
        yield Finding("organisation_missing", {}, Where(row=entry.row, field="organization"), Severity.ERROR)


def _status(entry: Entry, form: Form) -> Iterator[Finding]:
    published = entry.texts.get("status", "")
    where = Where(row=entry.row, field="status")
    if published and entry.status is SystemStatus.UNKNOWN:
        yield Finding("status_not_known", {"value": published[:80]}, where)
    elif published and "status" not in form.recoded and not is_plain_status(published):
        params = {"value": published[:80], "status": entry.status.value}
        yield Finding("status_read_from_sentence", params, where, Severity.NOTE)


def _silence(entry: Entry, form: Form) -> Iterator[Finding]:
    """A system declared high that says nothing on any safeguard: not stated, which is not absent."""
    if entry.category in form.high and not form.safeguards & entry.texts.keys():
        params = {"category": entry.category, "fields": len(form.safeguards)}
        yield Finding("safeguards_not_stated", params, Where(row=entry.row))
