"""The timeline of a case on a day: every item with its status, and what asks to be watched."""

import datetime as dt

from attrs import evolve, frozen

from waarborg.law.calendars import Calendars
from waarborg.procedure.timeline import submission
from waarborg.procedure.timeline.acts import Thing, things
from waarborg.procedure.timeline.due import deadline_of, first_term
from waarborg.procedure.timeline.holders import committees_on, responsible_on
from waarborg.procedure.timeline.known import as_known_on
from waarborg.procedure.timeline.lapse import DerivedLapse, derived, lapse_on
from waarborg.procedure.timeline.life import Life, live
from waarborg.procedure.timeline.status import dated, is_over, late
from waarborg.procedure.timeline.watch import Watch, watched
from waarborg.values.case import Case
from waarborg.values.deadline import Deadline
from waarborg.values.finding import Finding


@frozen(kw_only=True)
class Item:
    """One thing on a day.

    ``days_late`` counts from ``due``, or from the day that the calendar ``days_late_by`` gives where the term
    itself is unresolved. ``possibly`` are statuses it may have as well, ``recorded`` the file's own word,
    ``days`` how long it took or has been held, ``first_due`` the term before it was extended, ``derived``
    what the rules would have given beside a lapse on record that none of them explains.
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
    first_due: dt.date | None = None
    derived: tuple[DerivedLapse, ...] = ()


@frozen(kw_only=True)
class Timeline:
    """A case on a day, as known on that day."""

    on: dt.date
    items: tuple[Item, ...]
    watch: tuple[Watch, ...]
    findings: tuple[Finding, ...] = ()


@frozen(kw_only=True)
class Lived:
    """A thing with its life up to a day, and what was found about it."""

    thing: Thing
    life: Life
    findings: tuple[Finding, ...]
    watch: tuple[str, ...] = ()


def timeline(case: Case, on: dt.date, calendars: Calendars) -> Timeline:
    """The timeline of ``case`` on ``on``: nothing that happened or came on record later plays a part."""
    case = as_known_on(case, on)
    bodies = frozenset(party.id for party in case.parties if party.chamber)
    lived = [one for thing in things(case) if (one := _lived(thing, on, bodies, calendars))]
    items = tuple(_item(case, one, on, calendars) for one in lived)
    watch = (
        *watched(case, [(one.thing, one.life) for one in lived], items, on, calendars),
        *_submitted(lived),
    )
    findings = tuple(finding for one in lived for finding in one.findings)
    return Timeline(on=on, items=items, watch=watch, findings=findings)


def _lived(thing: Thing, on: dt.date, bodies: frozenset[str], calendars: Calendars) -> Lived | None:
    if thing.kind != "submission":
        life = live(thing, on, bodies)
        return Lived(thing=thing, life=life, findings=life.findings) if life else None
    return _laid(thing, on, bodies, calendars)


def _laid(thing: Thing, on: dt.date, bodies: frozenset[str], calendars: Calendars) -> Lived | None:
    """A submission: its requests are weighed first, its clock is checked last."""
    before = evolve(thing, acts=tuple(act for act in thing.acts if act.act not in submission.REQUESTS))
    bare = live(before, on, bodies)
    if bare is None:
        return None
    term = deadline_of(thing, bare, calendars)
    admitted, refused = submission.admitted(thing, term.due if term else None, bodies)
    life = live(admitted, on, bodies) or bare
    found = submission.check(admitted, life, term, on, calendars)
    known = [pair for pair in refused if pair[0].when.surely_by(on)]
    said = (*(submission.refusal(thing, act, verdict) for act, verdict in known), *found.findings)
    codes = (*(str(verdict) for _, verdict in known), *found.watch)
    return Lived(thing=admitted, life=life, findings=(*life.findings, *said), watch=codes)


def _submitted(lived: list[Lived]) -> tuple[Watch, ...]:
    codes = dict.fromkeys(code for one in lived for code in one.watch)
    return tuple(Watch(code, tuple(one.thing.id for one in lived if code in one.watch)) for code in codes)


def _item(case: Case, one: Lived, on: dt.date, calendars: Calendars) -> Item:
    thing, life = one.thing, one.life
    deadline, first = deadline_of(thing, life, calendars), first_term(thing, calendars)
    lapse = lapse_on(thing, life, on, calendars)
    status = dated(thing, life, lapse.status, deadline, on)
    how_late = late(thing, life, status, deadline, on, calendars)
    holder, maybe = responsible_on(case, thing.responsible, on)
    item = Item(
        id=thing.id,
        kind=thing.kind,
        status=status,
        days_late=how_late.days,
        days_late_by=how_late.by,
        responsible=holder,
        possibly_responsible=maybe,
        basis=lapse.basis,
        possibly=(*life.possibly, *lapse.possibly),
        committees=committees_on(case, on),
        days=_days(thing, life, on),
        recorded=thing.instrument.status if thing.instrument else None,
        derived=derived(thing, life, calendars),
    )
    return _with_term(item, deadline, first)


def _with_term(item: Item, deadline: Deadline | None, first: Deadline | None) -> Item:
    if deadline is None:
        return item
    extended = first is not None and first.due is not None and first.due != deadline.due
    return evolve(
        item,
        due=deadline.due,
        certainty=deadline.certainty,
        earliest=deadline.earliest,
        latest=deadline.latest,
        basis=(*deadline.basis, *item.basis),
        settles=deadline.settles,
        first_due=first.due if first and extended else None,
    )


def _days(thing: Thing, life: Life, on: dt.date) -> int | None:
    if thing.kind == "motion" and life.held_on:
        end = life.since if is_over(life.status) and life.since else on
        return (end - life.held_on).days
    asked, answered = thing.made.on, life.answered.on if life.answered else None
    return (answered - asked).days if asked and answered and answered > asked else None
