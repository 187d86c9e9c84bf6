"""A case of what was read from open data: what has a life, its offices, sources and last known status."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import evolve

from waarborg.law.lifecycles import lifecycles
from waarborg.procedure.opendata.reading import OpenData
from waarborg.values.case import Case, CaseInstrument, CaseParty, CaseSource, Dossier, Moment, Step


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
    return Case(
        dossier=Dossier(number=number, chamber=chamber),
        sources=tuple(_sources(name for fact in facts for name in fact.sources)),
        parties=parties,
        papers=data.papers,
        instruments=instruments,
    )


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


def _sources(names: Iterable[str]) -> Iterator[CaseSource]:
    for name in dict.fromkeys(names):
        address = name if name.startswith(("http://", "https://")) else None
        yield CaseSource(id=name, url=address, what=name)
