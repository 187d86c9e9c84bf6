"""A submission: which requests count, what its clock says, whether it went live too soon.

The forms, the minority of one fifth and the share outside recess stand in ``law/lifecycles.yaml``. They come
from the Aanwijzingen voor de regelgeving (2.36 to 2.38), which are about delegated legislation: an analogy.
"""

import datetime as dt
from enum import StrEnum

from attrs import evolve, frozen

from waarborg.law.calendars import Calendar, Calendars
from waarborg.law.lifecycles import SubmissionForm, lifecycles
from waarborg.procedure.timeline.acts import Act, Thing
from waarborg.procedure.timeline.life import Life
from waarborg.values.deadline import Deadline
from waarborg.values.finding import Finding

REQUESTS = frozenset({"debate_requested", "law_requested"})
_DAY = dt.timedelta(days=1)
_LONGEST = 3660


class Support(StrEnum):
    """Whether a request has the support it needs."""

    ENOUGH = "enough"
    NOT_IN_FORM = "request_not_in_form"
    TOO_LATE = "request_after_term"
    TOO_FEW = "request_below_minority"
    UNKNOWN = "request_support_unknown"


@frozen(kw_only=True)
class Clock:
    """The share of a term outside recess: between ``least`` and ``most``, one figure where all is known."""

    least: float
    most: float

    @property
    def kept(self) -> bool | None:
        """Whether enough of it lies outside recess; None where the calendar does not tell."""
        needed = lifecycles().submission.outside_recess
        if self.least >= needed:
            return True
        return False if self.most < needed else None


def support(thing: Thing, act: Act, due: dt.date | None, bodies: frozenset[str]) -> Support:
    """Whether the request ``act`` counts.

    A decision of the body always has the support it needs; a number of members has it where the form gives
    it to a minority and they are enough. Where that cannot be told, the support is unknown.
    """
    form = form_of(thing)
    if act.act not in form.requests:
        return Support.NOT_IN_FORM
    if due and act.when.earliest and act.when.earliest > due:
        return Support.TOO_LATE
    if act.members is None:
        return Support.ENOUGH if bodies & set(act.by) else Support.UNKNOWN
    if act.act not in form.minority:
        return Support.TOO_FEW
    needed = needed_members(thing)
    if needed is None:
        return Support.UNKNOWN
    return Support.ENOUGH if act.members >= needed else Support.TOO_FEW


def form_of(thing: Thing) -> SubmissionForm:
    """The form of a submission; the light one where the file names none."""
    return lifecycles().submission.form(thing.instrument.form if thing.instrument else None)


def needed_members(thing: Thing) -> int | None:
    """How many members a request needs: by its own regime, else one fifth of the body; None: not known."""
    own = thing.instrument.minority if thing.instrument else None
    return own if own is not None else lifecycles().submission.minority.get(thing.chamber or "")


def admitted(
    thing: Thing, due: dt.date | None, bodies: frozenset[str]
) -> tuple[Thing, tuple[tuple[Act, Support], ...]]:
    """The submission with the requests that count, and those that do not with the reason."""
    judged = [(act, support(thing, act, due, bodies)) for act in thing.acts if act.act in REQUESTS]
    refused = tuple((act, verdict) for act, verdict in judged if verdict is not Support.ENOUGH)
    left_out = [act for act, _ in refused]
    return evolve(thing, acts=tuple(act for act in thing.acts if act not in left_out)), refused


def refusal(thing: Thing, act: Act, verdict: Support) -> Finding:
    """What is to be said of a request that does not count."""
    needed = needed_members(thing)
    params = {"id": thing.id, "day": act.when.latest, "act": act.act}
    return Finding(str(verdict), {**params, "members": act.members or "?", "needed": needed or "?"})


def clock(first: dt.date, due: dt.date, calendar: Calendar) -> Clock | None:
    """The share of the days from the one after ``first`` up to ``due`` that lies outside recess.

    None for a term of no days, or of more than ten years: such a day is a slip, not a term.
    """
    length = (due - first).days
    if not 0 < length <= _LONGEST:
        return None
    told = [calendar.in_recess(first + _DAY * number) for number in range(1, length + 1)]
    sure, unknown = told.count(False), told.count(None)
    return Clock(least=sure / length, most=(sure + unknown) / length)


def live_too_soon(thing: Thing, due: dt.date | None, on: dt.date, status: str) -> Act | None:
    """The act by which it went live, where that was before its term ended or while a request stood."""
    for act in thing.acts:
        if act.act != "went_live" or not act.when.surely_by(on):
            continue
        early = due is not None and act.when.latest is not None and act.when.latest <= due
        if early or status in {"held", "rejected"}:
            return act
    return None


@frozen(kw_only=True)
class Checked:
    """What the clock of a submission gives: findings, and codes to watch."""

    findings: tuple[Finding, ...] = ()
    watch: tuple[str, ...] = ()


def check(thing: Thing, life: Life, term: Deadline | None, on: dt.date, calendars: Calendars) -> Checked:
    """Whether enough of the term lies outside recess, and whether it went live too soon."""
    due = term.due if term else None
    watch = (*_recess(thing, due, calendars), *_notices(life))
    soon = live_too_soon(thing, due, on, life.status)
    if soon is None:
        return Checked(watch=watch)
    params = {"id": thing.id, "day": soon.when.latest, "due": due or "?"}
    return Checked(findings=(Finding("submission_live_too_soon", params),), watch=(*watch, "live_too_soon"))


def _recess(thing: Thing, due: dt.date | None, calendars: Calendars) -> tuple[str, ...]:
    """The clause of three quarters; a reason in the letter is what it asks where the clause is not kept."""
    first, own = thing.made.latest, thing.instrument
    share = clock(first, due, calendars.of(thing.chamber or "")) if first and due else None
    if share is None or share.kept or (own and own.reason):
        return ()
    return ("term_mostly_in_recess",) if share.kept is False else ("recess_of_term_unknown",)


def _notices(life: Life) -> tuple[str, ...]:
    return ("request_stands",) if life.status == "held" else ()
