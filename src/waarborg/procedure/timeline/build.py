"""The timeline of a case on a day: every item with its status, and what asks to be watched."""

import datetime as dt

from attrs import evolve, frozen

from waarborg.law.calendars import Calendar, Calendars
from waarborg.procedure.timeline.acts import Thing, things
from waarborg.procedure.timeline.holders import committees_on, responsible_on
from waarborg.procedure.timeline.status import Life, dated, deadline_of, is_over, lapse_days, live
from waarborg.procedure.timeline.watch import Watch, watched
from waarborg.values.case import Case
from waarborg.values.deadline import Certainty, Deadline
from waarborg.values.finding import Finding

_WEEK, _YEAR = 7, 366


@frozen(kw_only=True)
class Item:
    """One thing on a day.

    ``days_late`` counts from ``due``, or from the day that the calendar ``days_late_by`` gives where the term
    itself is unresolved. ``possibly`` are statuses it may have as well, ``recorded`` the file's own word,
    ``days`` how long it took or has been held.
    """

    id: str
    kind: str
    status: str
    due: dt.date | None = None
    certainty: str | None = None
    days_late: int | None = None
    responsible: str | None = None
    days_late_by: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    basis: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()
    possibly: tuple[str, ...] = ()
    possibly_responsible: tuple[str, ...] = ()
    committees: tuple[str, ...] = ()
    days: int | None = None
    recorded: str | None = None


@frozen(kw_only=True)
class Timeline:
    """A case on a day, as known on that day."""

    on: dt.date
    items: tuple[Item, ...]
    watch: tuple[Watch, ...]
    findings: tuple[Finding, ...] = ()


def timeline(case: Case, on: dt.date, calendars: Calendars) -> Timeline:
    """The timeline of ``case`` on ``on``: nothing that came later plays a part."""
    committees = frozenset(party.id for party in case.parties if party.chamber)
    lives = [(thing, life) for thing in things(case) if (life := live(thing, on, committees))]
    items = tuple(_item(case, thing, life, on, calendars) for thing, life in lives)
    findings = tuple(finding for _, life in lives for finding in life.findings)
    return Timeline(on=on, items=items, watch=watched(case, lives, items, on), findings=findings)


def _item(case: Case, thing: Thing, life: Life, on: dt.date, calendars: Calendars) -> Item:
    deadline = deadline_of(thing, life, calendars)
    status, lapse_possible = _lapsed(thing, life, on, calendars)
    status = dated(status, deadline, on)
    if status == "postponed" and life.until and on > life.until:
        status, deadline = "overdue", Deadline(text="", due=life.until, certainty=Certainty.STATED)
    late, by = _late(status, deadline, life, on, thing, calendars)
    holder, maybe = responsible_on(case, thing.responsible, on)
    return Item(
        id=thing.id,
        kind=thing.kind,
        status=status,
        due=deadline.due if deadline else None,
        certainty=deadline.certainty if deadline else None,
        days_late=late,
        days_late_by=by,
        responsible=holder,
        possibly_responsible=maybe,
        earliest=deadline.earliest if deadline else None,
        latest=deadline.latest if deadline else None,
        basis=deadline.basis if deadline else (),
        settles=deadline.settles if deadline else (),
        possibly=(*life.possibly, *lapse_possible),
        committees=committees_on(case, on),
        days=_days(thing, life, on),
        recorded=thing.instrument.status if thing.instrument else None,
    )


def _lapsed(thing: Thing, life: Life, on: dt.date, calendars: Calendars) -> tuple[str, tuple[str, ...]]:
    """A motion held over past its term has lapsed; where the end is a sitting or unknown, possibly."""
    rule, last = lapse_days(thing, life)
    if life.status not in {"held", "extended"} or rule is None or last is None or on <= last:
        return life.status, ()
    sat = rule.end == "sitting" and _has_sat(calendars.of(rule.chamber), last, on)
    if rule.end == "day" or life.status == "extended" or sat:
        return "lapsed", ()
    return life.status, ("lapsed",)


def _has_sat(calendar: Calendar, after: dt.date, on: dt.date) -> bool:
    """Whether the body sat between the two: by its sitting days, else by a week outside recess."""
    if calendar.sittings and calendar.sittings[-1] > after:
        return any(after < day < on for day in calendar.sittings)
    days = (after + dt.timedelta(days=n) for n in range(1, min((on - after).days, _YEAR)))
    return sum(calendar.in_recess(day) is False for day in days) >= _WEEK


def _late(
    status: str, deadline: Deadline | None, life: Life, on: dt.date, thing: Thing, calendars: Calendars
) -> tuple[int | None, str | None]:
    """Days late, and by whose calendar where the term itself is unresolved."""
    if deadline is None or (is_over(status) and life.answered is None):
        return None, None
    end = (life.answered.earliest if life.answered else None) or on
    if deadline.due:
        return max((end - deadline.due).days, 0), None
    for code in deadline.basis:
        if code.startswith("bound_by_other_body:calendar:") and deadline.earliest and end > deadline.earliest:
            body = code.split(":")[2]
            due = _by(body, thing, life, calendars)
            return ((end - due).days, body) if due else (None, None)
    return None, None


def _by(body: str, thing: Thing, life: Life, calendars: Calendars) -> dt.date | None:
    """The day the same words would come to for another body."""
    other = deadline_of(evolve(thing, chamber=body), life, calendars)
    return other.due if other else None


def _days(thing: Thing, life: Life, on: dt.date) -> int | None:
    if thing.kind == "motion" and life.held_on:
        end = life.since if is_over(life.status) and life.since else on
        return (end - life.held_on).days
    asked, answered = thing.made.on, life.answered.on if life.answered else None
    return (answered - asked).days if asked and answered and answered > asked else None
