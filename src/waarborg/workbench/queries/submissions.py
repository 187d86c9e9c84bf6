"""Submissions with their clock: each as a case of its own, read by the timeline of ``procedure``."""

import datetime as dt

from attrs import evolve, frozen
from django.db.models import Prefetch, Q
from django.utils import timezone

from waarborg.law.calendars import known_calendars
from waarborg.procedure.timeline import Item, timeline
from waarborg.values.case import Case, CaseInstrument, CaseParty, Dossier, Moment, Step, Term
from waarborg.values.dialogue import PUBLIC
from waarborg.values.finding import Finding
from waarborg.workbench.models import Party, RegimeChoice, Submission, SubmissionStep
from waarborg.workbench.queries.sight import seen_by

_BODIES = {"tk": "TK", "ek": "EK"}
ENDED = frozenset({"fulfilled", "rejected", "withdrawn", "lapsed", "adopted"})


@frozen(kw_only=True)
class Laid:
    """A submission on a day, as a reader may know it: its steps, its status and term, what asks attention."""

    row: Submission
    steps: tuple[SubmissionStep, ...]
    item: Item
    watch: tuple[str, ...]
    findings: tuple[Finding, ...]


def submissions(on: dt.date, reader: str = PUBLIC, *, one: int | None = None) -> list[Laid]:
    """The submissions that ``reader`` may see, newest first; ``one`` asks for that row alone."""
    steps = SubmissionStep.objects.filter(seen_by(reader)).select_related("party").order_by("date", "pk")
    rows = Submission.objects.filter(seen_by(reader), date__lte=on).distinct()
    if one is not None:
        rows = rows.filter(pk=one)
    rows = rows.select_related("system__organisation", "to__body", "choice", "party")
    laid = (_laid(row, on) for row in rows.prefetch_related(Prefetch("steps", steps.distinct())))
    return [one for one in laid if one]


def true_status(row: Submission, on: dt.date) -> str:
    """What the status of a submission is by every step, whoever may see it and whenever it was entered."""
    case = _case(row, tuple(row.steps.select_related("party")))
    found = timeline(_as_if_recorded_at_once(case), on, known_calendars()).items
    return found[0].status if found else "open"


def _as_if_recorded_at_once(case: Case) -> Case:
    (told,) = case.instruments
    steps = tuple(evolve(step, recorded=None) for step in told.history)
    return evolve(case, instruments=(evolve(told, recorded=None, history=steps),))


def regime_choices(on: dt.date, reader: str = PUBLIC) -> list[RegimeChoice]:
    """The bodies that ask to be involved beforehand on a day, and under which regime."""
    standing = Q(ended_on=None) | Q(ended_on__gt=on)
    rows = RegimeChoice.objects.filter(seen_by(reader), standing, date__lte=on)
    return list(rows.select_related("party").distinct())


def _laid(row: Submission, on: dt.date) -> Laid | None:
    """The submission as known on a day; None where it came on record later."""
    steps = tuple(row.steps.all())
    found = timeline(_case(row, steps), on, known_calendars())
    if not found.items:
        return None
    return Laid(
        row=row,
        steps=steps,
        item=found.items[0],
        watch=tuple(watch.code for watch in found.watch),
        findings=found.findings,
    )


def chamber_of(party: Party) -> str:
    """The body of a party as calendars and cases name it."""
    return _BODIES.get(party.body.kind if party.body else "", "council")


def _case(row: Submission, steps: tuple[SubmissionStep, ...]) -> Case:
    chamber, choice = chamber_of(row.to), row.choice
    instrument = CaseInstrument(
        id=f"submission-{row.pk}",
        kind="submission",
        chamber=chamber,
        made=Moment(on=row.date),
        recorded=timezone.localdate(row.recorded_at),
        term=Term(count=choice.term_weeks, unit="week") if choice.term_weeks is not None else None,
        form=choice.form,
        minority=choice.minority,
        reason=row.recess_reason or None,
        history=tuple(_step(step) for step in steps),
    )
    bodies = (CaseParty(id=row.to.code, name=row.to.name, chamber=chamber),)
    return Case(dossier=Dossier(number="", chamber=chamber), parties=bodies, instruments=(instrument,))


def _step(step: SubmissionStep) -> Step:
    return Step(
        status=step.kind,
        when=Moment(on=step.date),
        by=step.party.code,
        until=step.until,
        members=step.members,
        recorded=timezone.localdate(step.recorded_at),
    )
