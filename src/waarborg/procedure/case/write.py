"""A ``Case`` as a case file holds it, so that what was read elsewhere can be kept, mended and read again."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from waarborg.values.case import Case, CaseInstrument, CaseSource, Fact, Moment, Step, Term

Told = dict[str, Any]
_RENAMED = {
    "paper": "document",
    "papers": "documents",
    "register_number": "registered_number",
    "reason": "recess_reason",
    "origin": "from",
    "target": "to",
}
_ELSEWHERE = {
    "when",
    "made",
    "made_in",
    "term",
    "fulfilled",
    "fulfilled_by",
    "history",
    "line",
    "other",
    "sources",
}
"""Attributes that stand in a file under more than one key, or under none."""


def case_text(case: Case) -> str:
    """The case as YAML; ``read_case`` gives it back, the lines where facts stood aside."""
    return yaml.safe_dump(case_mapping(case), allow_unicode=True, sort_keys=False, width=110)


def case_mapping(case: Case) -> Told:
    """The parts of a case file, empty ones left out."""
    parts: Told = {
        "dossier": _plain(case.dossier),
        "sources": {source.id: _source(source) for source in case.sources},
        "parties": [_plain(party) for party in case.parties],
        "documents": [{**_plain(paper), **_moment(paper.when, "date_")} for paper in case.papers],
        "instruments": [_instrument(item) for item in case.instruments],
        "events": [{**_moment(event.when), **_plain(event)} for event in case.events],
        "relations": [_plain(relation) for relation in case.relations],
        "related_elsewhere": [_plain(fact) for fact in case.related],
        "open_questions": list(case.open_questions),
    }
    return {key: part for key, part in parts.items() if part}


def _plain(fact: Fact) -> Told:
    """What the reader takes by one key each; then the file's own other words."""
    named: Iterable[tuple[str, Any]] = (
        (column, getattr(fact, column)) for column in _columns(fact) if column not in _ELSEWHERE
    )
    told = {_RENAMED.get(name, name): _value(value) for name, value in named if value not in (None, ())}
    if fact.sources:
        told["source"] = list(fact.sources)
    return {**told, **_other(fact.other, told)}


def _columns(fact: Fact) -> list[str]:
    return list(getattr(type(fact), "__annotations__", {})) + list(Fact.__annotations__)


def _other(other: Mapping[str, Any], told: Told) -> Told:
    return {key: value for key, value in other.items() if key not in told}


def _value(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _source(source: CaseSource) -> Told:
    told = {"kind": source.kind, "url": source.url, "what": source.what}
    return {**_other(source.other, told), **{key: value for key, value in told.items() if value is not None}}


def _instrument(item: CaseInstrument) -> Told:
    told = {**_plain(item), **_made(item), **_fulfilled(item)}
    if item.register_number is None:
        told["registered_number"] = None
    if item.term:
        told["deadline"] = _term(item.term)
    if item.history:
        told["history"] = [_step(step) for step in item.history]
    return told


def _made(item: CaseInstrument) -> Told:
    if item.made_in is None and item.made == Moment():
        return {}
    if item.made_in is None and item.made.on:
        return {"made_on": item.made.on}
    return {"made_in": {**_named("document", item.made_in), **_moment(item.made)}}


def _fulfilled(item: CaseInstrument) -> Told:
    if item.fulfilled_by is None:
        return {}
    return {"fulfilled_by": {"document": item.fulfilled_by, **_moment(item.fulfilled)}}


def _term(term: Term) -> Told | dt.date | str:
    if term.day:
        return term.day
    told = {**_named("text", term.text), **_named("year", term.year), **_named("law", term.law)}
    return told if term.count is None else {**told, f"{term.unit}s": term.count}


def _step(step: Step) -> Told:
    named = ("by", "until", "members", "recorded", "ground")
    told = {"status": step.status, **_moment(step.when)}
    for name in named:
        told |= _named(name, getattr(step, name))
    return {**told, **({"source": list(step.sources)} if step.sources else {})}


def _moment(moment: Moment, prefix: str = "") -> Told:
    found = {**_named("date", moment.on), **_named(f"{prefix}not_before", moment.not_before)}
    return {**found, **_named(f"{prefix}not_after", moment.not_after)}


def _named(key: str, value: Any) -> Told:
    return {} if value is None else {key: value}
