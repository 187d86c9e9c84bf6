"""What of a dossier bears on one paper: everything that relations lead to, and the dated facts of that."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from waarborg.values.case import Case, CaseEvent, CaseInstrument, Moment

_NO_PATH = "rules:"
"""A rule that two things fall under does not make the one bear on the other."""
_PROMISES = frozenset({"belofte", "promise", "toezegging", "commitment"})


@frozen(kw_only=True)
class DatedFact:
    """Something that happened, with the event, the step or the paper that tells of it.

    ``things`` are the ids of the papers and instruments that it is about, among those that bear on the paper;
    ``sources`` the codes of where it was read.
    """

    when: Moment
    event: CaseEvent | None = None
    instrument: CaseInstrument | None = None
    status: str = ""
    certainty: str | None = None
    things: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def bearing_on(case: Case, paper: str) -> frozenset[str]:
    """The ids of papers, instruments and events that relations lead to from ``paper``, itself included."""
    paths = _paths(case)
    found, new = {paper}, {paper}
    while new:
        reached = {end for start in new if not start.startswith(_NO_PATH) for end in paths[start]}
        new = reached - found
        found |= new
    return frozenset(found)


def facts_before(case: Case, paper: str, on: dt.date) -> tuple[DatedFact, ...]:
    """The dated facts that bear on ``paper`` and surely lie on or before ``on``, oldest first.

    The paper's own making is no fact before it.
    """
    things = bearing_on(case, paper) - {paper}
    return _in_order(fact for fact in _facts(case, things, paper) if fact.when.surely_by(on))


def facts_by(case: Case, on: dt.date) -> tuple[DatedFact, ...]:
    """Every dated fact of the case that lies, or can lie, on or before ``on``, oldest first."""
    things = {one.id for one in case.papers} | {one.id for one in case.instruments}
    things |= {name for event in case.events for name in event.ids}
    return _in_order(fact for fact in _facts(case, frozenset(things)) if fact.when.possibly_by(on))


def promise_behind(case: Case, paper: str) -> CaseInstrument | None:
    """The promise or commitment that the paper, or the letter it goes with, is to fulfil."""
    with_it = {paper, *(one.target for one in case.relations if one.origin == paper)}
    aims = {one.target for one in case.relations if one.type == "fulfils" and one.origin in with_it}
    promised = (item for item in case.instruments if item.id in aims and item.kind in _PROMISES)
    return next(promised, None)


def touching(case: Case, instrument: CaseInstrument) -> frozenset[str]:
    """The ids that lie one step from an instrument, and the motion that its paper answers."""
    ends = {end for one in case.relations for end in _ends(one.origin, one.target, instrument.id)}
    paper = instrument.made_in or instrument.paper
    answered = {one.target for one in case.relations if one.origin == paper and one.type == "in_reply_to"}
    motions = {item.paper for item in case.instruments if item.id in answered and item.paper}
    return frozenset({instrument.id, *ends, *answered, *motions, *([paper] if paper else [])})


def _facts(case: Case, things: frozenset[str], paper: str = "") -> list[DatedFact]:
    """The facts about ``things``: what events tell, then the steps and the papers that no event tells of."""
    events = [event for event in case.events if _is_about(case, event, things, paper)]
    facts = [_of_event(event, things) for event in events]
    told = {(thing, fact.when.on) for fact in facts for thing in fact.things}
    facts += [fact for item in case.instruments if item.id in things for fact in _steps(item, told)]
    told |= {(thing, fact.when.on) for fact in facts for thing in fact.things}
    return [*facts, *_papers(case, things, told)]


def _in_order(facts: Iterable[DatedFact]) -> tuple[DatedFact, ...]:
    far = dt.date.max
    return tuple(sorted(facts, key=lambda fact: (fact.when.latest or far, fact.when.earliest or far)))


def _ends(origin: str, target: str, thing: str) -> Iterable[str]:
    return (origin, target) if thing in {origin, target} else ()


def _paths(case: Case) -> Mapping[str, set[str]]:
    paths: dict[str, set[str]] = defaultdict(set)
    pairs = [(one.origin, one.target) for one in case.relations]
    for item in case.instruments:
        papers = (item.paper, item.made_in, item.fulfilled_by)
        pairs += [(item.id, paper) for paper in papers if paper and case.paper(paper)]
    for start, end in pairs:
        paths[start].add(end)
        paths[end].add(start)
    return paths


def _is_about(case: Case, event: CaseEvent, things: frozenset[str], paper: str) -> bool:
    """Whether an event is about one of the things.

    A relation names an event by its day or its kind, which other events may share: one that names papers or
    an instrument of another matter is then not the one that is meant.
    """
    if paper in event.papers:
        return False
    named = {*event.papers, *([event.instrument] if event.instrument else [])}
    if named & things:
        return True
    shared = {one for other in case.events if other is not event for one in other.ids}
    meant = things.intersection(event.ids)
    return bool(meant - shared if named else meant)


def _of_event(event: CaseEvent, things: frozenset[str]) -> DatedFact:
    about = [event.instrument] if event.instrument else []
    about += [one for one in (*event.papers, *event.ids) if one in things]
    return DatedFact(
        when=event.when,
        event=event,
        certainty=event.certainty,
        things=tuple(about),
        sources=event.sources,
    )


def _steps(item: CaseInstrument, told: set[tuple[str, dt.date | None]]) -> Iterator[DatedFact]:
    """The steps in an instrument's life, and the day it was made, that no event tells of."""
    same = {item.id, item.paper, item.made_in}
    for step in item.history:
        if not any((thing, step.when.on) in told for thing in same if thing):
            yield DatedFact(
                when=step.when, instrument=item, status=step.status, things=(item.id,), sources=step.sources
            )
    is_told = any((thing, item.made.on) in told for thing in same if thing)
    if not item.history and item.made.latest and not is_told:
        yield DatedFact(
            when=item.made,
            instrument=item,
            certainty=item.certainty,
            things=(item.id,),
            sources=item.sources,
        )


def _papers(case: Case, things: frozenset[str], told: set[tuple[str, dt.date | None]]) -> Iterator[DatedFact]:
    for paper in case.papers:
        if paper.id in things and paper.when.latest and (paper.id, paper.when.on) not in told:
            yield DatedFact(
                when=paper.when, certainty=paper.certainty, things=(paper.id,), sources=paper.sources
            )
