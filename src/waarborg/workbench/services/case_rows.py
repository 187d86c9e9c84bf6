"""A case file's facts as rows of a dossier."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, cast

import attrs

from waarborg.values import case as facts
from waarborg.values.deadline import Certainty
from waarborg.workbench.models import (
    CaseParty,
    CaseSource,
    Deadline,
    Dossier,
    Event,
    Instrument,
    Paper,
    Relation,
)

HERE = "waarborg"
"""The source of what the parties enter themselves: the record."""
KINDS: Mapping[str, str] = {
    "motie": "motion",
    "toezegging": "commitment",
    "belofte": "promise",
    "schriftelijk_overleg": "written_consultation",
    "schriftelijke_vragen": "written_questions",
    "voorlegging": "submission",
    "rappel": "reminder",
    "bijeenkomst": "meeting",
}
"""Case kinds as a Dutch case file names them, by the code of the contract; a code itself stays."""


def source_rows(dossier: Dossier, case: facts.Case) -> list[CaseSource]:
    """Where facts were read."""
    return [
        CaseSource(
            dossier=dossier,
            code=source.id,
            what=source.what or source.url or source.id,
            url=source.url or "",
            kind=source.kind or "",
            details=plain(source.other),
        )
        for source in case.sources
    ]


def party_rows(dossier: Dossier, case: facts.Case) -> list[CaseParty]:
    """Offices and committees."""
    return [
        CaseParty(
            dossier=dossier,
            code=party.id,
            name=party.name,
            holder=party.holder or "",
            role=party.role or "",
            sources=list(party.sources),
            details=_details(party, {"id", "name", "holder", "role", "sources"}),
        )
        for party in case.parties
    ]


def paper_rows(dossier: Dossier, case: facts.Case) -> list[Paper]:
    """Papers, in the order of the file."""
    return [
        Paper(
            dossier=dossier,
            code=paper.id,
            letter=paper.letter or "",
            kind=paper.kind,
            title=paper.title or "",
            author=paper.author or "",
            number=number,
            **_dated(paper, paper.when, {"id", "letter", "kind", "title", "author", "when"}),
        )
        for number, paper in enumerate(case.papers, start=1)
    ]


def instrument_rows(dossier: Dossier, case: facts.Case, papers: Mapping[str, Paper]) -> list[Instrument]:
    """Instruments; each step of their history stands in ``details`` as the file has it."""
    columns = {"id", "kind", "title", "paper", "status", "made", "responsible"}
    return [
        Instrument(
            dossier=dossier,
            code=item.id,
            kind=KINDS.get(item.kind, item.kind),
            title=item.title or "",
            paper=papers.get(item.paper or ""),
            recorded_status=item.status or "",
            responsible=item.responsible or "",
            number=number,
            **_dated(item, _made(case, item), columns),
        )
        for number, item in enumerate(case.instruments, start=1)
    ]


def _made(case: facts.Case, item: facts.CaseInstrument) -> facts.Moment:
    """The day it was made: as the file says, else that of its first step, else that of its paper."""
    steps = (step.when for step in item.history[:1])
    papers = (paper.when for paper in case.papers if paper.id == item.paper)
    known = (moment for moment in (item.made, *steps, *papers) if moment != facts.Moment())
    return next(known, facts.Moment())


def deadline_rows(case: facts.Case, instruments: Mapping[str, Instrument]) -> list[Deadline]:
    """Terms: a day is stated; words alone are unresolved until a calendar resolves them."""
    return [
        Deadline(
            instrument=instruments[item.id],
            number=1,
            text=_words(item.term),
            due=item.term.day,
            earliest=item.term.day,
            latest=item.term.day,
            certainty=(Certainty.STATED if item.term.day else Certainty.UNRESOLVED).value,
            sources=list(item.sources),
        )
        for item in case.instruments
        if item.term
    ]


def event_rows(dossier: Dossier, case: facts.Case, instruments: Mapping[str, Instrument]) -> list[Event]:
    """Events; those that share a name are told apart by a number."""
    codes = _told_apart(event.ids[0] for event in case.events)
    return [
        Event(
            dossier=dossier,
            code=code,
            kind=event.kind,
            instrument=instruments.get(event.instrument or ""),
            parties=list(event.parties),
            text=event.decision or "",
            number=number,
            **_dated(event, event.when, {"kind", "when", "instrument", "parties", "decision"}),
        )
        for number, (code, event) in enumerate(zip(codes, case.events, strict=True), start=1)
    ]


def relation_rows(dossier: Dossier, case: facts.Case) -> list[Relation]:
    """Relations, their ends by code."""
    return [
        Relation(
            dossier=dossier,
            number=number,
            origin=relation.origin,
            kind=relation.type,
            target=relation.target,
            certainty=relation.certainty or "",
            sources=list(relation.sources),
            note=relation.note or "",
            details=_details(relation, {"origin", "type", "target", "certainty", "sources", "note"}),
        )
        for number, relation in enumerate(case.relations, start=1)
    ]


def plain(value: object) -> Any:
    """A value of a case as JSON holds it; days by their ISO form."""
    if attrs.has(type(value)):
        return plain(attrs.asdict(cast("attrs.AttrsInstance", value), recurse=False))
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(inner) for inner in value]
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _dated(fact: facts.Fact, when: facts.Moment, columns: AbstractSet[str]) -> dict[str, Any]:
    return {
        "date": when.on,
        "not_before": when.not_before,
        "not_after": when.not_after,
        "certainty": fact.certainty or "",
        "sources": list(fact.sources),
        "note": fact.note or "",
        "details": _details(fact, columns | {"certainty", "sources", "note"}),
    }


def _details(fact: facts.Fact, columns: AbstractSet[str]) -> dict[str, Any]:
    """What the file says besides, and every field that has no column, where filled."""
    names = [one.name for one in attrs.fields(type(fact)) if one.name not in {*columns, "other", "line"}]
    beside = {name: plain(getattr(fact, name)) for name in names}
    return {**plain(fact.other), **{name: value for name, value in beside.items() if value}}


def _words(term: facts.Term) -> str:
    return f"{term.text} {term.year}" if term.text and term.year else term.text or ""


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}#{seen[name]}"
