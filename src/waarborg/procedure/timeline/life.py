"""The life of one thing up to a day: its acts run through its life cycle."""

import datetime as dt

from attrs import evolve, field, frozen

from waarborg.law.lifecycles import lifecycles
from waarborg.procedure.timeline.acts import Act, Thing
from waarborg.values.case import Moment
from waarborg.values.finding import Finding, Severity


@frozen(kw_only=True)
class Life:
    """Where the acts have brought a thing by a day; ``possibly`` what may have happened besides.

    ``notices`` are postponements asked by who may not grant them: they change nothing and are shown.
    """

    status: str
    since: dt.date | None = None
    possibly: tuple[str, ...] = ()
    new_term: dt.date | None = None
    held_on: dt.date | None = None
    extended: bool = False
    answered: Moment | None = None
    notices: tuple[Act, ...] = ()
    findings: tuple[Finding, ...] = field(factory=tuple)


def live(thing: Thing, on: dt.date, committees: frozenset[str]) -> Life | None:
    """Run the acts that have surely happened by ``on``. None where the thing was not there yet."""
    if not thing.made.possibly_by(on):
        return None
    life = Life(status="open", since=thing.made.latest)
    for act in (act for act in thing.acts if act.when.surely_by(on)):
        life = _after(life, thing, act, committees)
    maybe = tuple(status for act in thing.acts if (status := _maybe(thing, act, on)))
    if not thing.made.surely_by(on):
        return evolve(life, status="unknown", possibly=("open", *maybe))
    return evolve(life, possibly=maybe)


def _maybe(thing: Thing, act: Act, on: dt.date) -> str | None:
    """The status that an act leads to, where it may have happened by ``on``."""
    cycle = lifecycles().cycles[thing.kind]
    any_day_before = act.when.earliest is None and act.when.not_after is not None
    open_still = not act.when.surely_by(on) and (act.when.possibly_by(on) or any_day_before)
    return cycle.leads_to(act.act) if open_still and act.act in cycle.moves else None


def _after(life: Life, thing: Thing, act: Act, committees: frozenset[str]) -> Life:
    cycle = lifecycles().cycles[thing.kind]
    if act.act == "voted":
        return evolve(life, status="unknown", since=act.when.latest)
    if act.act in cycle.beside or (act.act == "answered" and life.status == "fulfilled"):
        return life
    if _not_by_committee(thing, act, committees):
        asked = act.act == "postponed"
        noticed = evolve(life, notices=(*life.notices, act))
        return noticed if asked else _refused(life, "act_not_by_committee", thing, act)
    if not cycle.allowed(act.act, life.status):
        return _refused(life, "act_not_allowed", thing, act)
    return _moved(life, act, cycle.leads_to(act.act))


def _moved(life: Life, act: Act, status: str) -> Life:
    return evolve(
        life,
        status=status,
        since=act.when.latest,
        new_term=_new_term(life, act),
        held_on=act.when.latest if act.act == "held" else life.held_on,
        extended=act.act == "extended" or (life.extended and act.act != "held"),
        answered=_answered(life, act),
    )


def _new_term(life: Life, act: Act) -> dt.date | None:
    """The term that holds after an act; a postponement or extension that names no day leaves it open."""
    if act.act in {"postponed", "extended"}:
        return act.until
    return act.until if act.act == "new_term" and act.until else life.new_term


def _answered(life: Life, act: Act) -> Moment | None:
    """The first answer counts, until the thing is opened again."""
    if act.act == "reopened":
        return None
    return act.when if act.act == "answered" and life.answered is None else life.answered


def _not_by_committee(thing: Thing, act: Act, committees: frozenset[str]) -> bool:
    """Status and term of a commitment to the Eerste Kamer are changed by its committee alone."""
    only = lifecycles().cycles[thing.kind].committee_only
    return thing.chamber == "EK" and act.act in only and bool(act.by) and not committees & set(act.by)


def _refused(life: Life, code: str, thing: Thing, act: Act) -> Life:
    params = {"id": thing.id, "act": act.act, "day": act.when.latest, "status": life.status}
    return evolve(life, findings=(*life.findings, Finding(code, params, severity=Severity.ERROR)))
