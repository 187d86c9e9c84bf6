"""OData JSON of the Tweede Kamer: Toezegging, Zaak, Besluit, Document.

A commitment has no field for its deadline: its text is its term, and the reader of terms finds it there.
"""

import calendar as months
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

from waarborg.procedure.opendata.reading import OpenData, day, shapes, text, unproved
from waarborg.values.case import CaseInstrument, CasePaper, CaseParty, Moment, Step, Term
from waarborg.values.finding import Finding, Where

Record = Mapping[str, Any]
_MARKS = {
    "BesluitSoort": "Besluit",
    "DocumentNummer": "Document",
    "ActiviteitNummer": "Toezegging",
    "Tekst": "Toezegging",
}
"""The field by which a record without a context shows what it is, in this order."""
_CONTEXT = re.compile(r"#(\w+)")
_NUMBERED = re.compile(r"TZ(20\d{2})(0[1-9]|1[0-2])-")
_MATTER = re.compile(r"\d{4}Z\d+")


def read_odata(records: Sequence[Record], context: str, file: Path) -> OpenData:
    """Read records of any of the four entities, one kind or several in one file."""
    found = OpenData(format="tk_odata")
    by_entity: dict[str, list[Record]] = {}
    for row, record in enumerate(records, 1):
        entity = _entity(record, context)
        if entity is None:
            found = _noted(found, "opendata_entity_unknown", file, row)
        elif record.get("Verwijderd") is True:
            found = _noted(found, "opendata_removed", file, row)
        else:
            by_entity.setdefault(entity, []).append(record)
            found = _READERS[entity](found, record, file, row)
    notes = (note for name, kept in by_entity.items() for note in unproved(name, kept, file))
    return evolve(found, findings=(*found.findings, *notes))


def _entity(record: Record, context: str) -> str | None:
    """What a record is: as its document says, else by the field that marks it."""
    if named := _CONTEXT.search(context):
        return named[1] if named[1] in _READERS else None
    marked = next((entity for mark, entity in _MARKS.items() if mark in record), None)
    return marked or ("Zaak" if _MATTER.fullmatch(str(record.get("Nummer"))) else None)


def _noted(found: OpenData, code: str, file: Path, row: int) -> OpenData:
    return evolve(found, findings=(*found.findings, Finding(code, {}, Where(file=str(file), row=row))))


def _commitment(found: OpenData, record: Record, file: Path, row: int) -> OpenData:
    number = text(record.get("Nummer"))
    if number is None:
        return _noted(found, "opendata_without_number", file, row)
    office, words = text(record.get("Functie")), text(record.get("Tekst"))
    made = day(_inner(record, "Activiteit").get("Datum")) or day(record.get("Aanmaakdatum"))
    done = day(record.get("DatumNakoming"))
    item = CaseInstrument(
        id=number,
        kind="toezegging",
        chamber="TK",
        title=words,
        status=shapes().status(text(record.get("Status"))),
        made=Moment(on=made) if made else _month_of(number),
        responsible=office,
        term=Term(text=words) if words else None,
        register_number=number,
        history=(Step(status="beantwoord", when=Moment(on=done)),) if done else (),
        sources=(file.name,),
        other=dict(record),
    )
    return evolve(found, instruments=(*found.instruments, item), parties=_with_office(found, record, file))


def _month_of(number: str) -> Moment:
    """Where no day is given: the month in its number (``TZ202404-001``), as real records have it."""
    found = _NUMBERED.match(number)
    if found is None:
        return Moment()
    year, month = int(found[1]), int(found[2])
    days = months.monthrange(year, month)[1]
    return Moment(not_before=dt.date(year, month, 1), not_after=dt.date(year, month, days))


def _with_office(found: OpenData, record: Record, file: Path) -> tuple[CaseParty, ...]:
    office = text(record.get("Functie"))
    if office is None or any(party.id == office for party in found.parties):
        return found.parties
    ministry = text(record.get("Ministerie"))
    name = f"{office} ({ministry})" if ministry and ministry not in office else office
    party = CaseParty(id=office, name=name, holder=text(record.get("Naam")), sources=(file.name,))
    return (*found.parties, party)


def _matter(found: OpenData, record: Record, file: Path, row: int) -> OpenData:
    number = text(record.get("Nummer"))
    if number is None:
        return _noted(found, "opendata_without_number", file, row)
    item = CaseInstrument(
        id=number,
        kind=(text(record.get("Soort")) or "unknown").lower().replace(" ", "_"),
        chamber="TK",
        title=text(record.get("Titel")) or text(record.get("Onderwerp")),
        status=shapes().status(text(record.get("Status"))),
        made=Moment(on=day(record.get("GestartOp"))),
        term=Term(day=until) if (until := day(record.get("Termijn"))) else None,
        register_number=number,
        history=tuple(_steps(record.get("Besluit"))),
        sources=(file.name,),
        other=dict(record),
    )
    return evolve(found, instruments=(*found.instruments, item))


def _decision(found: OpenData, record: Record, file: Path, row: int) -> OpenData:
    """A decision on its own: a step in the life of each matter it names, to be merged with it."""
    matters = record.get("Zaak") or []
    numbers = [text(matter.get("Nummer")) for matter in (matters if isinstance(matters, list) else [matters])]
    steps = tuple(_steps([record]))
    if not any(numbers):
        return _noted(found, "opendata_decision_of_nothing", file, row)
    items = tuple(
        CaseInstrument(
            id=number,
            kind="unknown",
            chamber="TK",
            register_number=number,
            history=steps,
            sources=(file.name,),
        )
        for number in numbers
        if number
    )
    return evolve(found, instruments=(*found.instruments, *items))


def _steps(decisions: Any) -> Iterator[Step]:
    """Decisions that were taken, with their day: a decision has none of its own, its agenda item has."""
    for record in decisions if isinstance(decisions, list) else []:
        if (text(record.get("Status")) or "").casefold() in shapes().not_taken:
            continue
        meeting = _inner(_inner(record, "Agendapunt"), "Activiteit")
        when = day(record.get("Datum") or record.get("datum") or meeting.get("Datum"))
        status = shapes().status(text(record.get("BesluitSoort")))
        if status and status in shapes().spellings:
            yield Step(status=status, when=Moment(on=when), ground=text(record.get("BesluitTekst")))


def _document(found: OpenData, record: Record, file: Path, row: int) -> OpenData:
    number = text(record.get("DocumentNummer"))
    if number is None:
        return _noted(found, "opendata_without_number", file, row)
    paper = CasePaper(
        id=number,
        kind=(text(record.get("Soort")) or "unknown").lower().replace(" ", "_"),
        title=text(record.get("Titel")),
        subject=text(record.get("Onderwerp")),
        when=Moment(on=day(record.get("Datum"))),
        sources=(file.name,),
        other=dict(record),
    )
    return evolve(found, papers=(*found.papers, paper))


def _inner(record: Record, name: str) -> Record:
    value = record.get(name)
    return value if isinstance(value, dict) else {}


_READERS: Mapping[str, Callable[[OpenData, Record, Path, int], OpenData]] = {
    "Toezegging": _commitment,
    "Zaak": _matter,
    "Besluit": _decision,
    "Document": _document,
}
