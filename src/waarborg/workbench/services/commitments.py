"""Commitments of a dossier as the parties record them: made, said to be done, judged, reminded of.

A commitment made here is a fact of its dossier like one of its case file: the same timeline reads both. What
may follow on what is for that timeline to say (``lifecycles.yaml``): a step that it would call an error is
refused with the timeline's own reason, and nothing is written.
"""

import datetime as dt
from typing import Any

from attrs import field, frozen
from django.db import transaction

from waarborg.policy import Action
from waarborg.values.deadline import Certainty
from waarborg.workbench.audit import record_event
from waarborg.workbench.models import (
    CaseParty,
    CaseSource,
    Deadline,
    Dossier,
    Event,
    Instrument,
    Meeting,
    Party,
)
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.case_of import chamber_of, timeline_of
from waarborg.workbench.queries.dossier_parties import answers_for
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.case_rows import HERE, plain
from waarborg.workbench.services.entering import save
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.states.commitments import renew_commitments

MADE = "commitment_made"
SAID_DONE = "commitment_answered"
REMINDED = "reminder_sent"
JUDGEMENTS = (
    "commitment_fulfilled",
    "commitment_partly_fulfilled",
    "not_fulfilled",
    "new_deadline",
    "commitment_lapsed",
)
"""What a body can say of a commitment made to it."""


@frozen(kw_only=True)
class Commitment:
    """What was promised, by whom, and by when in the words that were used; ``meeting`` is where."""

    title: str
    responsible: Party
    term: str = ""
    meeting: Meeting | None = None


@frozen(kw_only=True)
class Step:
    """One step on a commitment; ``until`` is the new term that the body sets."""

    kind: str
    text: str = ""
    until: dt.date | None = field(default=None)


@transaction.atomic
def record_commitment(
    *, actor: Actor, dossier: Dossier, commitment: Commitment, entering: Entering
) -> Instrument:
    """Record a commitment made to the body whose dossier it is, on the day it was made.

    Raises:
        Refused: by the policy; for another body's dossier; where no government party promised; for a meeting
            of another dossier, or one still to come.
    """
    permit(actor, Action.RECORD_COMMITMENT)
    row = _locked(dossier)
    _of_the_body(actor, row)
    if commitment.responsible.kind not in GOVERNMENT_SIDE:
        raise Refused("commitment_of_government", party=commitment.responsible.name)
    _met(commitment.meeting, row, entering.date)
    made = _instrument(actor, row, commitment, entering)
    _add_event(actor, made, Step(kind=MADE), entering)
    _told(actor, Action.RECORD_COMMITMENT, made, {"term": commitment.term}, entering)
    return made


@transaction.atomic
def report_commitment(*, actor: Actor, commitment: Instrument, text: str, entering: Entering) -> Event:
    """The party that promised says that it is done. Whether it is, the body says.

    Raises:
        Refused: by the policy, in the state it is in; by another party; where the timeline does not allow it.
    """
    if not answers_for(actor.office(), commitment):
        raise Refused("commitment_of_another", party=actor.code)
    return _step(actor, Action.REPORT_COMMITMENT, commitment, Step(kind=SAID_DONE, text=text), entering)


@transaction.atomic
def judge_commitment(*, actor: Actor, commitment: Instrument, step: Step, entering: Entering) -> Event:
    """The body says that it is fulfilled, in part or not, sets another term, or lets it go.

    Raises:
        Refused: by the policy, in the state it is in; by another body; a new term without a day; where the
            timeline does not allow it.
    """
    _of_the_body(actor, commitment.dossier)
    if step.kind not in JUDGEMENTS:
        raise Refused("commitment_step_unknown", kind=step.kind)
    if (step.kind == "new_deadline") != bool(step.until):
        raise Refused("commitment_term_wrong")
    return _step(actor, Action.JUDGE_COMMITMENT, commitment, step, entering)


@transaction.atomic
def remind_of_commitment(*, actor: Actor, commitment: Instrument, text: str, entering: Entering) -> Event:
    """The body reminds of what it was promised: a fact of the dossier from then on.

    Raises:
        Refused: by the policy, in the state it is in; by another body.
    """
    _of_the_body(actor, commitment.dossier)
    return _step(actor, Action.REMIND_OF_COMMITMENT, commitment, Step(kind=REMINDED, text=text), entering)


def _step(actor: Actor, action: Action, commitment: Instrument, step: Step, entering: Entering) -> Event:
    row = Instrument.objects.select_related("dossier__body").get(pk=commitment.pk)
    _locked(row.dossier)
    before = timeline_of(row.dossier, entering.today)
    state = next((item.status for item in before.items if item.id == row.code), "unknown")
    permit(actor, action, state)
    _not_before(row, entering.date)
    made = _add_event(actor, row, step, entering)
    found = timeline_of(row.dossier, entering.today).findings
    if new := [one for one in found if one not in before.findings]:
        raise Refused(new[0].code, **new[0].params)
    _told(actor, action, row, {"step": step.kind, "text": step.text}, entering)
    return made


def _locked(dossier: Dossier) -> Dossier:
    """The dossier, held until the end of the transaction: facts are numbered within it."""
    return Dossier.objects.select_for_update(of=("self",)).select_related("body").get(pk=dossier.pk)


def _of_the_body(actor: Actor, dossier: Dossier) -> None:
    if actor.office().body_id != dossier.body_id:
        raise Refused("dossier_of_another_body", dossier=dossier.number)


def _met(meeting: Meeting | None, dossier: Dossier, day: dt.date) -> None:
    if meeting and (meeting.plan.dossier_id != dossier.pk or meeting.on > day):
        raise Refused("meeting_not_of_dossier", dossier=dossier.number)


def _not_before(commitment: Instrument, day: dt.date) -> None:
    """A step comes after the making, and not before the last step that was entered here."""
    last = commitment.events.filter(party__isnull=False).order_by("-date").first()
    earliest = max(filter(None, (commitment.date, last.date if last else None)), default=day)
    if day < earliest:
        raise Refused("step_before_the_last", date=day.isoformat())


def _instrument(actor: Actor, dossier: Dossier, told: Commitment, entering: Entering) -> Instrument:
    number = (dossier.instruments.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    made = Instrument(
        dossier=dossier,
        party=actor.office(),
        meeting=told.meeting,
        code=f"wb-{number}",
        kind="commitment",
        title=told.title,
        responsible=_named(dossier, told.responsible),
        number=number,
        date=entering.date,
        certainty="sourced",
        sources=_source(dossier),
        details={"recorded": plain(entering.today), **_term(told.term)},
    )
    save(made)
    if told.term:
        Deadline.objects.create(
            instrument=made, text=told.term, certainty=Certainty.UNRESOLVED, sources=[HERE]
        )
    return made


def _source(dossier: Dossier) -> list[str]:
    """The record itself, as a source of the dossier."""
    told = {"what": "vastgelegd in Waarborg", "details": {"what_en": "recorded in Waarborg"}}
    CaseSource.objects.get_or_create(dossier=dossier, code=HERE, defaults=told)
    return [HERE]


def _term(words: str) -> dict[str, Any]:
    return {"term": {"text": words}} if words else {}


def _named(dossier: Dossier, party: Party) -> str:
    """The name by which the dossier knows a party, as one of its own."""
    body = party.body
    beside = {"chamber": chamber_of(body)} if body else {}
    row, _ = CaseParty.objects.get_or_create(
        dossier=dossier, code=party.code, defaults={"party": party, "name": party.name, "details": beside}
    )
    return row.code


def _add_event(actor: Actor, commitment: Instrument, step: Step, entering: Entering) -> Event:
    dossier = commitment.dossier
    number = (dossier.events.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    made = Event(
        dossier=dossier,
        party=actor.office(),
        code=f"wb-{number}",
        kind=step.kind,
        instrument=commitment,
        parties=[_named(dossier, actor.office())],
        number=number,
        date=entering.date,
        certainty="sourced",
        sources=_source(dossier),
        note=step.text,
        details={"recorded": plain(entering.today), **({"until": plain(step.until)} if step.until else {})},
    )
    return save(made)


def _told(
    actor: Actor, verb: Action, commitment: Instrument, beside: dict[str, Any], entering: Entering
) -> None:
    """Renew where the dossier's commitments stand, and tell the trail in terms of the dossier."""
    renew_commitments([commitment.dossier], on=entering.today)
    record_event(
        actor=actor.name,
        party=actor.code,
        verb=verb,
        kind="dossier",
        object_id=commitment.dossier.slug,
        payload={"commitment": commitment.code, "title": commitment.title, **beside},
        at=entering.now,
    )
