"""The full texts of the Dutch register as exported in 2022 and 2023: JSON with every field of the entry.

In the export of December 2022 the keys of IAMA and DPIA are in capitals, the version stands in ``schema``,
most entries have no id, and three rows of headings (required, label, explanation) stand before the data.
"""

import re

from waarborg.register.formats.dutch import REGISTER, dutch_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry

_RENAMED = {"schema": "standard_version"}
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_HEADINGS = (
    {"name": "required", "organization": "required"},
    {"name": "Naam", "organization": "Organisatie"},
)


def _entry(raw: RawRecord) -> Entry:
    values = {_RENAMED.get(key, key).lower(): value for key, value in raw.values.items()}
    version = _VERSION.search(as_text(values.get("standard_version")))
    values["standard_version"] = version[0] if version else None
    source_id = as_text(values.get("lars") or values.get("id")).strip("\ufffd \t\r\n")
    return dutch_entry(raw, values, source_id=source_id)


def _is_heading(raw: RawRecord) -> bool:
    values = raw.values
    if any(all(values.get(key) == word for key, word in heading.items()) for heading in _HEADINGS):
        return True
    return as_text(values.get("status")).startswith("Is het algoritme in ontwikkeling")


def _recognises(sample: Sample) -> bool:
    older = {"decision_making_process", "performance_standard", "competent_authority"}
    return sample.kind == "json" and sample.has("name", "organization", *older)


form = Form(
    code="nl-fulltext",
    register=REGISTER,
    kind="json",
    recognises=_recognises,
    required=frozenset({"name", "organization", "description_short", "status", "goal"}),
    entry=_entry,
    leaves_out=_is_heading,
)
