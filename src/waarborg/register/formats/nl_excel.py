"""The official download of the Dutch register in Excel.

A sheet a version of the standard, a column an algorithm. Labels are Dutch in the Dutch download and the
English keys in the others; the title of the sheet is the version.
"""

from functools import cache

from waarborg.register.fields import register_fields
from waarborg.register.formats.dutch import REGISTER, dutch_entry
from waarborg.register.formats.form import Form, Sample
from waarborg.register.published_text import as_text
from waarborg.sources.stream import RawRecord
from waarborg.values.entry import Entry

_AUTOMATIC = {
    "algoritme id": "lars",
    "algoritme-id": "lars",
    "lars": "lars",
    "algorithm_id": "lars",
    "taal": "lang",
    "lang": "lang",
    "versie publicatiestandaard": "standard_version",
    "standard_version": "standard_version",
    "organisatie": "organization",
}


def is_label(text: str) -> bool:
    """Whether a cell holds the label or the key of a field."""
    return _plain(text) in _labels()


def _entry(raw: RawRecord) -> Entry:
    values = {_labels()[_plain(label)]: cell for label, cell in raw.values.items() if is_label(label)}
    values.setdefault("standard_version", raw.section)
    return dutch_entry(raw, values, source_id=as_text(values.get("lars")).strip())


def _recognises(sample: Sample) -> bool:
    known = {_labels()[_plain(label)] for label in sample.columns if is_label(label)}
    return sample.kind == "xlsx" and {"name", "organization", "lars", "status"} <= known


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def _labels() -> dict[str, str]:
    known = {_plain(field.label): name for name, field in register_fields().items()}
    return {name: name for name in register_fields()} | known | _AUTOMATIC


form = Form(code="nl-excel", register=REGISTER, kind="xlsx", recognises=_recognises, entry=_entry)
