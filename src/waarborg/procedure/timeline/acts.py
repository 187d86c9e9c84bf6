"""What happened to each thing in a case: from its history, the events, the papers and the relations."""

import datetime as dt
from collections.abc import Iterable

from attrs import evolve, field, frozen

from waarborg.law.lifecycles import lifecycles
from waarborg.values.case import Case, CaseEvent, CaseInstrument, Moment, Term


@frozen(kw_only=True)
class Act:
    """One act on a thing: which, when, by whom, until when (a postponement, an extension, a new term).

    ``members`` is how many members of a body stood behind it.
    """

    act: str
    when: Moment
    by: tuple[str, ...] = ()
    until: dt.date | None = None
    members: int | None = None


@frozen(kw_only=True)
class Thing:
    """One thing with a life: its kind by code and all acts on it, in the order of their days."""

    id: str
    kind: str
    chamber: str | None
    made: Moment
    acts: tuple[Act, ...]
    term: Term | None = None
    responsible: str | None = None
    instrument: CaseInstrument | None = None
    papers: tuple[str, ...] = field(factory=tuple)


REMINDERS = frozenset({"rappel", "reminder", "reminder_sent"})


def things(case: Case) -> tuple[Thing, ...]:
    """Everything in the case that has a life cycle."""
    made = [thing for item in case.instruments if (thing := _instrument(case, item))]
    return (*made, *_consultations(case), *_reminders(case))


def _instrument(case: Case, item: CaseInstrument) -> Thing | None:
    kind = lifecycles().kind(item.kind)
    if kind is None:
        return None
    paper = case.paper(item.paper) if item.paper else None
    acts = [*_history(item), *_votes(item), *_events(case, item), *_answers(case, item)]
    begun = next((act.when for act in acts if act.act == "begun"), None)
    made = item.made if item.made.latest else (begun or (paper.when if paper else Moment()))
    later = (act for act in acts if act.act != "begun")
    return Thing(
        id=item.id,
        kind=kind,
        chamber=item.chamber or case.dossier.chamber,
        made=made,
        acts=in_order(later),
        term=item.term,
        responsible=item.responsible or _asked(case, item),
        instrument=item,
        papers=(item.paper,) if item.paper else (),
    )


def _asked(case: Case, item: CaseInstrument) -> str | None:
    """Whom a thing is put to where it names nobody: the addressee, unless its paper says another."""
    paper = case.paper(item.paper) if item.paper else None
    to = paper.other.get("addressed_to") if paper else None
    return addressee(case) if to in {None, "regering"} else None


def addressee(case: Case) -> str | None:
    """The office the case is put to."""
    return next((party.id for party in case.parties if party.role == "addressee"), None)


def in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    """Acts in the order of their days, each once."""
    once = {(act.act, act.when, act.members): act for act in acts}
    return tuple(sorted(once.values(), key=lambda act: act.when.latest or dt.date.max))


def _history(item: CaseInstrument) -> list[Act]:
    found = [(lifecycles().act(step.status), step) for step in item.history]
    return [
        Act(
            act=act,
            when=step.when,
            by=(step.by,) if step.by else (),
            until=step.until,
            members=step.members,
        )
        for act, step in found
        if act
    ]


def _votes(item: CaseInstrument) -> list[Act]:
    """A vote with its outcome is an event; a conclusion without a day is not."""
    act = lifecycles().act(item.status or "") if item.voted_on else None
    if item.voted_on is None:
        return []
    return [Act(act=act if act in {"adopted", "rejected"} else "voted", when=Moment(on=item.voted_on))]


def _events(case: Case, item: CaseInstrument) -> list[Act]:
    found = [(lifecycles().act(event.kind), event) for event in case.events if event.instrument == item.id]
    return [
        Act(act=act, when=event.when, by=event.parties, until=event.until, members=event.members)
        for act, event in found
        if act and event.kind not in REMINDERS
    ]


def _answers(case: Case, item: CaseInstrument) -> list[Act]:
    """Papers that fulfil it, by their relation or as it names them: government says that it is done."""
    names = {r.origin for r in case.relations if r.target == item.id and r.type in {"fulfils", "answers"}}
    papers = [paper for name in sorted(names) if (paper := case.paper(name))]
    if item.fulfilled_by and item.fulfilled.latest and item.fulfilled_by not in names:
        return [Act(act="answered", when=item.fulfilled), *(Act(act="answered", when=p.when) for p in papers)]
    return [Act(act="answered", when=paper.when) for paper in papers]


def _consultations(case: Case) -> list[Thing]:
    """A written consultation is known by its questions; its report, where there is one, gives it its name."""
    asked = (event for event in case.events if event.kind == "written_consultation_questions")
    found = [_consultation(case, event) for event in asked if event.papers]
    named = {thing.id for thing in found}
    for paper in case.papers:
        if paper.kind == "verslag_schriftelijk_overleg" and paper.id not in named:
            answered = Act(act="answered", when=paper.when)
            chamber = case.dossier.chamber
            kind = "written_consultation"
            thing = Thing(id=paper.id, kind=kind, chamber=chamber, made=paper.when, acts=(answered,))
            found.append(evolve(thing, responsible=addressee(case)))
    return found


def _consultation(case: Case, asked: CaseEvent) -> Thing:
    letter = asked.papers[0]
    report = next((r.origin for r in case.relations if r.type == "contains" and r.target == letter), letter)
    within = {r.target for r in case.relations if r.type == "contains" and r.origin == report}
    replies = {r.origin for r in case.relations if r.type == "in_reply_to" and r.target == letter} | within
    acts = [
        Act(act=act, when=event.when, by=event.parties, until=event.until)
        for event in case.events
        if (act := lifecycles().act(event.kind)) in {"answered", "postponed", "extended", "new_term"}
        and ({report, letter} | replies) & set(event.papers)
    ]
    paper = case.paper(letter)
    day = asked.until or _day(paper.other.get("deadline") if paper else None)
    day = day or _day(asked.other.get("deadline"))
    return Thing(
        id=report,
        kind="written_consultation",
        chamber=case.dossier.chamber,
        made=asked.when,
        acts=in_order(acts),
        term=Term(day=day) if day else None,
        responsible=paper.to if paper else None,
        papers=(letter, *sorted(replies)),
    )


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _reminders(case: Case) -> list[Thing]:
    """A reminder that was sent: answered by the paper that replies to it."""
    found = []
    for event in case.events:
        if event.kind not in REMINDERS:
            continue
        replies = {r.origin for r in case.relations if r.target in event.ids and r.type == "in_reply_to"}
        acts = in_order(Act(act="answered", when=p.when) for name in replies if (p := case.paper(name)))
        found.append(
            Thing(
                id=event.ids[-1],
                kind="reminder",
                chamber=case.dossier.chamber,
                made=event.when,
                acts=acts,
                term=Term(day=event.until) if event.until else None,
                responsible=_responsible(case, event.instrument),
            )
        )
    return found


def _responsible(case: Case, instrument: str | None) -> str | None:
    return next((item.responsible for item in case.instruments if item.id == instrument), None)
