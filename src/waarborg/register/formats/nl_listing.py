"""The listing of the Dutch register as a collector keeps it: nine or ten fields an entry, in JSON.

``impactassessment`` is the collector's guess, not the register's word: it stays in the raw record.
``laatst_gewijzigd`` (to June 2026) and ``geregistreerd`` (since) both hold the date of the current version;
``toegevoegd`` is the day the collector first saw the entry.
"""

from waarborg.register.fields import text_fields
from waarborg.register.formats.dutch import REGISTER, dutch_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry

FIELDS = {
    "title": "name",
    "organisatie": "organization",
    "doel": "goal",
    "juridische_basis": "lawful_basis",
    "status": "status",
}
"""The collector's names and ours."""

DATES = {
    "geregistreerd": "current_version",
    "laatst_gewijzigd": "current_version",
    "toegevoegd": "first_seen",
}
"""The collector's names of dates and ours."""

_ABSENT = text_fields() - set(FIELDS.values())


def _entry(raw: RawRecord) -> Entry:
    values = {ours: raw.values.get(theirs) for theirs, ours in FIELDS.items()}
    dates = {
        ours: as_text(raw.values.get(theirs)).strip()
        for theirs, ours in DATES.items()
        if theirs in raw.values
    }
    return dutch_entry(
        raw,
        values,
        source_id=as_text(raw.values.get("id")).strip(),
        dates={name: value for name, value in dates.items() if value},
        absent=_ABSENT,
    )


def _recognises(sample: Sample) -> bool:
    return sample.kind == "json" and (sample.section == "algoritmes" or sample.has("organisatie", "doel"))


form = Form(
    code="nl-listing",
    register=REGISTER,
    kind="json",
    recognises=_recognises,
    required=frozenset({"id", *FIELDS}),
    entry=_entry,
)
