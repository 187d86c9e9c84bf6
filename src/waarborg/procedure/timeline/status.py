"""The status of one thing on a day: its acts run through its life cycle, then its term."""

import datetime as dt

from attrs import field, frozen

from waarborg.law.calendars import Calendars
from waarborg.law.lifecycles import LapseTerm, lifecycles
from waarborg.procedure.terms import resolve
from waarborg.procedure.terms.spans import shifted
from waarborg.procedure.timeline.acts import Act, Thing
from waarborg.values.case import Moment
from waarborg.values.deadline import Certainty, Deadline
from waarborg.values.finding import Finding, Severity

_ENDED = {"fulfilled", "withdrawn", "lapsed", "adopted", "rejected"}


@frozen(kw_only=True)
class Life:
    """Where the acts have brought a thing by a day; ``possibly`` what may have happened besides."""

    status: str
    since: dt.date | None = None
    possibly: tuple[str, ...] = ()
    until: dt.date | None = None
    new_term: dt.date | None = None
    held_on: dt.date | None = None
    answered: Moment | None = None
    findings: tuple[Finding, ...] = field(factory=tuple)


def live(thing: Thing, on: dt.date, committees: frozenset[str]) -> Life | None:
    """Run the acts known by ``on``. None where the thing was not there yet."""
    if not thing.made.possibly_by(on):
        return None
    cycle = lifecycles().cycles[thing.kind]
    status, since, until, held_on = "open", thing.made.latest, None, None
    answered: Moment | None = None
    new_term: dt.date | None = None
    findings: list[Finding] = []
    for act in (act for act in thing.acts if act.when.surely_by(on)):
        if act.act == "voted":
            status, since = "unknown", act.when.latest
        elif _not_by_committee(thing, act, committees):
            findings.append(_wrong("act_not_by_committee", thing, act))
        elif act.act == "answered" and status == "fulfilled":
            continue
        elif not cycle.allowed(act.act, status):
            findings.append(_wrong("act_not_allowed", thing, act, status=status))
        else:
            status, since, until = cycle.leads_to(act.act), act.when.latest, act.until
            new_term = act.until if act.act == "new_term" else new_term
            held_on = since if act.act == "held" else held_on
            answered = act.when if act.act == "answered" and answered is None else answered
            answered = None if act.act == "reopened" else answered
    maybe = tuple(
        cycle.leads_to(act.act)
        for act in thing.acts
        if not act.when.surely_by(on) and act.when.possibly_by(on) and act.act in cycle.moves
    )
    if not thing.made.surely_by(on):
        status, maybe = "unknown", ("open", *maybe)
    return Life(
        status=status, since=since, possibly=maybe, until=until,
        held_on=held_on, answered=answered, new_term=new_term,
        findings=tuple(findings),
    )  # fmt: skip


def _not_by_committee(thing: Thing, act: Act, committees: frozenset[str]) -> bool:
    """Status and term of a commitment to the Eerste Kamer are changed by its committee alone."""
    only = lifecycles().cycles[thing.kind].committee_only
    return thing.chamber == "EK" and act.act in only and bool(act.by) and not committees & set(act.by)


def _wrong(code: str, thing: Thing, act: Act, **params: object) -> Finding:
    known = {"id": thing.id, "act": act.act, "day": act.when.latest, "status": "", **params}
    return Finding(code, known, severity=Severity.ERROR)


def deadline_of(thing: Thing, life: Life, calendars: Calendars) -> Deadline | None:
    """The term that holds: the last one set by those who may, else the first, else one that a rule gives."""
    if life.new_term:
        return Deadline(text="", due=life.new_term, certainty=Certainty.STATED, basis=("new_term",))
    term, said = thing.term, thing.made.latest
    if term and term.day:
        return Deadline(
            text=str(term.day), due=term.day, certainty=Certainty.STATED, basis=("term_in_record",)
        )
    if term and term.text and said:
        return resolve(term.text, said, thing.chamber or "", calendars, year=term.year)
    return _by_rule(thing, said)


def _by_rule(thing: Thing, said: dt.date | None) -> Deadline | None:
    rule = next(
        (r for r in lifecycles().answer_terms if (r.kind, r.chamber) == (thing.kind, thing.chamber)), None
    )
    if rule is None or said is None:
        return None
    due = said + dt.timedelta(days=rule.days)
    return Deadline(text="", due=due, certainty=Certainty.DERIVED, basis=(f"rule:{rule.id}",))


def lapse_days(thing: Thing, life: Life) -> tuple[LapseTerm | None, dt.date | None]:
    """The rule by which a motion held over lapses, and the last day on which it can be voted on."""
    held = life.held_on
    if thing.kind != "motion" or held is None:
        return None, None
    for rule in (rule for rule in lifecycles().lapse if rule.chamber == thing.chamber):
        if (rule.held_from or held) <= held <= (rule.held_until or held):
            if life.status == "extended":
                return rule, life.until
            unit, count = ("week", rule.weeks) if rule.weeks else ("month", rule.months or 0)
            return rule, shifted(held, unit, count)
    return None, None


def is_over(status: str) -> bool:
    """Whether a status ends a life."""
    return status in _ENDED


def dated(status: str, deadline: Deadline | None, on: dt.date) -> str:
    """The status with the term in it: what is open may be overdue, surely or possibly."""
    if status not in {"open", "partly_fulfilled"} or deadline is None:
        return status
    last = deadline.due or deadline.latest
    if last is not None and on > last:
        return "overdue"
    if deadline.due is None and deadline.earliest is not None and deadline.latest and on > deadline.earliest:
        return "possibly_overdue"
    return status
