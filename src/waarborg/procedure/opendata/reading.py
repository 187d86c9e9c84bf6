"""What one file of open data gives, and how its spellings and empty days are understood."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record
from waarborg.values.case import CaseInstrument, CasePaper, CaseParty
from waarborg.values.finding import Finding, Severity, Where

_NO_DAY = dt.date(1, 1, 1)
"""How the register of the Tweede Kamer writes that there is no day."""


@frozen(kw_only=True)
class OpenData:
    """Case values, each with its file in ``sources``; ``format`` is tk_odata, sru or ek_key_data."""

    format: str
    instruments: tuple[CaseInstrument, ...] = ()
    papers: tuple[CasePaper, ...] = ()
    parties: tuple[CaseParty, ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True)
class Shape:
    """The fields of an entity that are read: shown by a real record, or known from a schema only."""

    proved: tuple[str, ...]
    schema: tuple[str, ...]


@frozen(kw_only=True)
class Shapes:
    """The file ``shapes.yaml``."""

    version: str
    entities: Mapping[str, Shape]
    spellings: Mapping[str, tuple[str, ...]]
    not_taken: tuple[str, ...]
    labels: Mapping[str, tuple[str, ...]]

    def status(self, spelled: str | None) -> str | None:
        """A status in our word, or as it is spelled where we have none."""
        plain = (spelled or "").strip().rstrip(".").casefold()
        return next((word for word, known in self.spellings.items() if plain in known), plain or None)

    def label(self, spelled: str) -> str | None:
        """The field that a label of a key-data table means."""
        plain = spelled.strip().rstrip(":").casefold()
        return next((name for name, known in self.labels.items() if plain in known), None)


@cache
def shapes() -> Shapes:
    """The shapes, read once."""
    return load_record(Path(__file__).with_name("shapes.yaml"), Shapes)


def day(value: object) -> dt.date | None:
    """The day of a date or a time; None where there is none, also where it is written as the year 1."""
    try:
        found = dt.date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
    return None if found == _NO_DAY else found


def text(value: object) -> str | None:
    """Text without space around it; None where there is none."""
    return (str(value).strip() or None) if value is not None and not isinstance(value, dict | list) else None


def unproved(entity: str, records: Iterable[Mapping[str, object]], file: Path) -> tuple[Finding, ...]:
    """The fields these records fill that no real record has shown us, as one note."""
    known = shapes().entities[entity].schema
    used = sorted({name for record in records for name in known if record.get(name) not in (None, "", [])})
    if not used:
        return ()
    params = {"entity": entity, "fields": ", ".join(used)}
    return (Finding("opendata_unproved", params, Where(file=str(file)), Severity.NOTE),)
