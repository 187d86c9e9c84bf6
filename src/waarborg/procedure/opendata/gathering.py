"""A case of what was read from open data: what has a life, its offices, sources and last known status."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import TypeVar

from attrs import evolve

from waarborg.law.lifecycles import lifecycles
from waarborg.procedure.opendata.reading import OpenData
from waarborg.values.case import Case, CaseInstrument, CaseParty, CaseSource, Dossier, Fact, Moment, Step

F = TypeVar("F", bound=Fact)
_LONGEST = 50
"""The longest id of an office, in signs: a case file is read by people."""


def case_of(
    data: OpenData, number: str, chamber: str | None = None, *, read_on: dt.date | None = None
) -> Case:
    """A case of what was read, so that a timeline can be made of it; matters without a life are left out.

    A register may give a status without its day (*voldaan*). With ``read_on``, the day it was read, that
    status was reached at some day up to then: before it the timeline says *possibly*.
    """
    living = [item for item in data.instruments if lifecycles().kind(item.kind)]
    instruments = tuple(_with_last_status(item, read_on) for item in living)
    parties = (*data.parties, *_named(instruments, {party.id for party in data.parties}))
    facts = (*instruments, *data.papers, *parties)
    sources = list(dict.fromkeys(name for fact in facts for name in fact.sources))
    short = {name: f"S{place}" for place, name in enumerate(sources, 1)}
    ids = _short_ids(party.id for party in parties)
    return Case(
        dossier=Dossier(number=number, chamber=chamber),
        sources=tuple(_source(short[name], name) for name in sources),
        parties=tuple(evolve(_cited(party, short), id=ids[party.id]) for party in parties),
        papers=tuple(_cited(paper, short) for paper in data.papers),
        instruments=tuple(_told(_cited(item, short), ids, short) for item in instruments),
    )


def _cited(fact: F, short: Mapping[str, str]) -> F:
    return evolve(fact, sources=tuple(short[name] for name in fact.sources))


def _told(item: CaseInstrument, ids: Mapping[str, str], short: Mapping[str, str]) -> CaseInstrument:
    """The instrument with the ids of its parties and of the sources of its steps."""
    steps = (
        evolve(step, sources=tuple(short.get(name, name) for name in step.sources)) for step in item.history
    )
    responsible, committee = (ids.get(name or "") for name in (item.responsible, item.committee))
    return evolve(item, responsible=responsible, committee=committee, history=tuple(steps))


def _short_ids(names: Iterable[str]) -> Mapping[str, str]:
    """An id for each name: its words in small letters, told apart by a number."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST] or "party"
        taken = set(found.values())
        numbered = (f"{stem}-{number}" for number in count(2))
        found[name] = stem if stem not in taken else next(one for one in numbered if one not in taken)
    return found


def _with_last_status(item: CaseInstrument, read_on: dt.date | None) -> CaseInstrument:
    act = lifecycles().act(item.status or "")
    known = {lifecycles().act(step.status) for step in item.history}
    if item.voted_on:
        known |= {"adopted", "rejected"}
    if read_on is None or item.status is None or act in {None, "begun"} or act in known:
        return item
    when = Moment(not_before=item.made.on, not_after=read_on)
    return evolve(item, history=(*item.history, Step(status=item.status, when=when, sources=item.sources)))


def _named(instruments: Iterable[CaseInstrument], known: set[str]) -> Iterator[CaseParty]:
    """The offices and committees that the records name and describe nowhere."""
    for item in instruments:
        for name, chamber in ((item.responsible, None), (item.committee, item.chamber)):
            if name and name not in known:
                known.add(name)
                yield CaseParty(id=name, name=name, chamber=chamber, sources=item.sources)


def _source(source_id: str, name: str) -> CaseSource:
    address = name if name.startswith(("http://", "https://")) else None
    return CaseSource(id=source_id, url=address, what=name)
