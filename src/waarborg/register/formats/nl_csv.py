"""The official download of the Dutch register in CSV: the English keys of the standard as header.

``lars`` is called ``algorithm_id`` there; rows of several versions of the standard stand together. What an
older version asked and the header has no column for is not in the source. A download from before version 1.0
(``nl-csv-older``) has none of the columns that came with it.
"""

from attrs import evolve

from waarborg.register.fields import RegisterField, register_fields, text_fields
from waarborg.register.formats.dutch import REGISTER, dutch_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry

_AUTOMATIC = {"algorithm_id", "lang", "standard_version"}


def _is_new(field: RegisterField) -> bool:
    return field.versions == {"1.0"}


COLUMNS = _AUTOMATIC | {name for name, field in register_fields().items() if "1.0" in field.versions}
"""The columns that the download has, whatever rows stand in it."""

_NEW = frozenset(name for name in COLUMNS if name in register_fields() and _is_new(register_fields()[name]))
_NEEDED = frozenset({"name", "organization", "status"})


def _entry(raw: RawRecord) -> Entry:
    source_id = as_text(raw.values.get("algorithm_id") or raw.values.get("lars")).strip()
    return dutch_entry(raw, raw.values, source_id=source_id, absent=text_fields() - raw.values.keys())


def _recognises(sample: Sample) -> bool:
    known = len(COLUMNS & sample.columns)
    return sample.kind == "csv" and ("algorithm_id" in sample.columns or known > len(COLUMNS) // 2)


def _is_older(sample: Sample) -> bool:
    """Ids and some fields of the standard, none of them new in 1.0."""
    known = register_fields().keys() & sample.columns
    named = {"algorithm_id", "lars"} & sample.columns
    return sample.kind == "csv" and bool(named) and len(known) > len(_NEEDED) and not _NEW & known


form = Form(
    code="nl-csv",
    register=REGISTER,
    kind="csv",
    recognises=_recognises,
    required=frozenset(COLUMNS),
    entry=_entry,
)

older = evolve(form, code="nl-csv-older", recognises=_is_older, required=_NEEDED)
