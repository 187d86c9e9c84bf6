"""Naming the systems that a dossier is about, and taking that back."""

from attrs import evolve
from django.db import transaction

from waarborg.policy import Action
from waarborg.workbench.models import Dossier, DossierSubject, System
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.queries.dossier_parties import answers_in
from waarborg.workbench.queries.dossier_subjects import is_on_line
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter, save, tell
from waarborg.workbench.services.refusal import Refused


@transaction.atomic
def name_subject(
    *, actor: Actor, dossier: Dossier, system: System, entering: Entering, text: str = ""
) -> DossierSubject:
    """Name a system as a subject of a dossier; public, as the dossier is.

    Raises:
        Refused: by the policy; by a party that neither has the dossier nor answers in it; a system of another
            body's line; a system that is named already.
    """
    permit(actor, Action.NAME_SUBJECT)
    if not takes_part(actor, dossier):
        raise Refused("subject_by_both_sides", dossier=dossier.number, party=actor.code)
    if not is_on_line(system, dossier):
        raise Refused("subject_outside_line", system=system.name, dossier=dossier.number)
    public = evolve(entering, visibility=PUBLIC, named_parties=())
    row = DossierSubject(**public.columns(actor), dossier=dossier, system=system, text=text)
    enter(row, entering=public, actor=actor, verb=Action.NAME_SUBJECT)
    return row


@transaction.atomic
def withdraw_subject(
    *, actor: Actor, subject: DossierSubject, entering: Entering, reason: str
) -> DossierSubject:
    """The party that named a system takes it back; the naming stays in the record, with the reason.

    Raises:
        Refused: by the policy; another party's naming; taken back already; no reason; before it was named.
    """
    row = DossierSubject.objects.select_for_update().get(pk=subject.pk)
    permit(actor, Action.NAME_SUBJECT)
    if row.party_id != actor.office().pk:
        raise Refused("not_own_item", party=actor.code)
    if row.withdrawn_on:
        raise Refused("subject_withdrawn_already")
    if not reason.strip():
        raise Refused("withdrawal_without_reason")
    if entering.date < row.date:
        raise Refused("step_before_the_last", date=entering.date.isoformat())
    row.withdrawn_on, row.withdrawn_at, row.withdrawn_reason = entering.date, entering.now, reason
    tell(save(row), actor=actor, verb="withdraw_subject", at=entering)
    return row


def takes_part(actor: Actor, dossier: Dossier) -> bool:
    """Whether the dossier is of the actor's body, or his party answers for something in it."""
    office = actor.office()
    if office.kind in GOVERNMENT_SIDE:
        return answers_in(office, dossier)
    return office.body_id == dossier.body_id
