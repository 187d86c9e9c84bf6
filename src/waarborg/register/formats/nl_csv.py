"""The official download of the Dutch register in CSV: the English keys of the standard as header.

``lars`` is called ``algorithm_id`` there; rows of several versions of the standard stand together.
"""

from waarborg.register.fields import register_fields
from waarborg.register.formats.dutch import REGISTER, dutch_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry

_AUTOMATIC = {"algorithm_id", "lang", "standard_version"}

COLUMNS = _AUTOMATIC | {name for name, field in register_fields().items() if "1.0" in field.versions}
"""The columns that the download has, whatever rows stand in it."""


def _entry(raw: RawRecord) -> Entry:
    return dutch_entry(raw, raw.values, source_id=as_text(raw.values.get("algorithm_id")).strip())


def _recognises(sample: Sample) -> bool:
    known = len(COLUMNS & sample.columns)
    return sample.kind == "csv" and ("algorithm_id" in sample.columns or known > len(COLUMNS) // 2)


form = Form(
    code="nl-csv",
    register=REGISTER,
    kind="csv",
    recognises=_recognises,
    required=frozenset(COLUMNS),
    entry=_entry,
)
