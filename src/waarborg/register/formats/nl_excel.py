"""The official download of the Dutch register in Excel.

A sheet a version of the standard, a column an algorithm. Labels are Dutch in the Dutch download and the
English keys in the others; the title of the sheet is the version.
"""

from functools import cache

from waarborg.register.fields import register_fields, text_fields
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
    return _field_of(text) is not None


def _entry(raw: RawRecord) -> Entry:
    values = {field: cell for label, cell in raw.values.items() if (field := _field_of(label))}
    absent = text_fields() - values.keys()
    values.setdefault("standard_version", raw.section)
    return dutch_entry(raw, values, source_id=as_text(values.get("lars")).strip(), absent=absent)


def _recognises(sample: Sample) -> bool:
    known = set(map(_field_of, sample.columns))
    return sample.kind == "xlsx" and {"name", "organization", "lars", "status"} <= known


def _field_of(label: str) -> str | None:
    """The field of a label or key; a key to the letter goes first, since ``impacttoetsen`` is both."""
    return label if label in register_fields() else _labels().get(_plain(label))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@cache
def _labels() -> dict[str, str]:
    known = {_plain(field.label): name for name, field in register_fields().items()}
    return known | _AUTOMATIC


form = Form(code="nl-excel", register=REGISTER, kind="xlsx", recognises=_recognises, entry=_entry)
