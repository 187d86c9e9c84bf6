"""JSON of the Dutch register's own software: one algorithm, or a page of them, with the keys of the standard.

Texts hold HTML and lists are lists here; ``lars`` is the id, ``create_dt`` the moment of the current
version.
"""

from waarborg.register.formats.dutch import REGISTER, dutch_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry


def _entry(raw: RawRecord) -> Entry:
    source_id = as_text(raw.values.get("lars") or raw.values.get("algorithm_id")).strip()
    current = as_text(raw.values.get("create_dt")).strip()[:10]
    dates = {"current_version": current} if current else {}
    return dutch_entry(raw, raw.values, source_id=source_id, dates=dates)


def _recognises(sample: Sample) -> bool:
    named = sample.has("name", "organization", "standard_version")
    return sample.kind == "json" and named and bool({"lars", "algorithm_id"} & sample.columns)


form = Form(
    code="nl-json",
    register=REGISTER,
    kind="json",
    recognises=_recognises,
    required=frozenset({"name", "organization"}),
    entry=_entry,
)
