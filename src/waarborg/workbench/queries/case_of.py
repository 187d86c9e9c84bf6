"""A dossier of the record as the library's case, the inverse of loading one: what the timeline reads."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import attrs
from cattrs import Converter
from django.db.models import Model

from waarborg.law.calendars import known_calendars
from waarborg.procedure.timeline import Timeline, timeline
from waarborg.values import case as facts
from waarborg.values.case import Case
from waarborg.workbench.models import Body, CaseParty, Dossier, Event, Instrument, Paper, Relation


def timeline_of(dossier: Dossier, on: dt.date) -> Timeline:
    """Where everything of a dossier stands on a day, by the calendars that come with the package."""
    return timeline(case_of(dossier), on, known_calendars())


def case_of(dossier: Dossier) -> Case:
    """The dossier as a case. Sources stay codes, since a rule needs no more of them."""
    instruments = dossier.instruments.select_related("paper")
    events = dossier.events.select_related("instrument")
    told = {
        "dossier": _dossier(dossier),
        "parties": _each(_party, dossier.case_parties.all()),
        "papers": _each(_paper, dossier.papers.all()),
        "instruments": _each(_instrument, instruments),
        "events": _each(_event, events),
        "relations": _each(_relation, dossier.relations.all()),
        "related": [{"sources": fact.get("sources", ()), "other": fact} for fact in _related(dossier)],
        "open_questions": dossier.open_questions,
    }
    return _CONVERTER.structure(told, Case)


def chamber_of(body: Body) -> str:
    """The code under which rules and calendars know a body: TK, EK, or council for every decentral one."""
    code = body.kind.upper()
    return code if code in {"TK", "EK"} else "council"


def _each(shape: Any, rows: Iterable[Model]) -> list[dict[str, Any]]:
    return [shape(row) for row in rows]


def _related(dossier: Dossier) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = dossier.details.get("related", [])
    return found


def _dossier(row: Dossier) -> dict[str, Any]:
    return {
        "number": row.number,
        "chamber": chamber_of(row.body),
        "title": row.title,
        "committees": row.committees,
        "certainty": row.certainty or None,
        "sources": row.details.get("sources", ()),
        "other": {key: told for key, told in row.details.items() if key not in {"sources", "related"}},
    }


def _party(row: CaseParty) -> dict[str, Any]:
    return {
        **_kept(row.details, facts.CaseParty),
        "id": row.code,
        "name": row.name,
        "holder": row.holder or None,
        "role": row.role or None,
        "sources": row.sources,
    }


def _paper(row: Paper) -> dict[str, Any]:
    return {
        **_fact(row, facts.CasePaper, "when"),
        "id": row.code,
        "letter": row.letter or None,
        "kind": row.kind,
        "title": row.title or None,
        "author": row.author or None,
    }


def _instrument(row: Instrument) -> dict[str, Any]:
    return {
        **_fact(row, facts.CaseInstrument, "made"),
        "id": row.code,
        "kind": row.kind,
        "title": row.title or None,
        "paper": row.paper.code if row.paper else None,
        "status": row.recorded_status or None,
        "responsible": row.responsible or None,
    }


def _event(row: Event) -> dict[str, Any]:
    return {
        **_fact(row, facts.CaseEvent, "when"),
        "kind": row.kind,
        "parties": row.parties,
        "instrument": row.instrument.code if row.instrument else None,
        "decision": row.text or None,
    }


def _relation(row: Relation) -> dict[str, Any]:
    return {
        **_kept(row.details, facts.CaseRelation),
        "origin": row.origin,
        "type": row.kind,
        "target": row.target,
        "certainty": row.certainty or None,
        "sources": row.sources,
        "note": row.note or None,
    }


def _fact(row: Paper | Instrument | Event, shape: type[facts.Fact], moment: str) -> dict[str, Any]:
    return {
        **_kept(row.details, shape),
        moment: {"on": row.date, "not_before": row.not_before, "not_after": row.not_after},
        "certainty": row.certainty or None,
        "sources": row.sources,
        "note": row.note or None,
    }


def _kept(details: dict[str, Any], shape: type[facts.Fact]) -> dict[str, Any]:
    """The fields of a fact that have no column, and under ``other`` what its file says besides."""
    names = {one.name for one in attrs.fields(shape)}
    kept = {name: value for name, value in details.items() if name in names}
    return {**kept, "other": {name: value for name, value in details.items() if name not in names}}


def _day(value: Any, _: type[dt.date]) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


_CONVERTER = Converter()
_CONVERTER.register_structure_hook(dt.date, _day)
