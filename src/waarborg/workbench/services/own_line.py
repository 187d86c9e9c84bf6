"""Who may ask whom: a body asks who accounts to it (DESIGN 1, accountability lines)."""

from waarborg.workbench.models import Body, Dossier, Organisation, Party
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.services.about import About
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.states.records import line_of


def asks_on_its_line(actor: Actor, about: About, addressee: Party, dossier: Dossier | None) -> None:
    """Refuse a question that goes past the line: a municipality answers its council, not the Chambers.

    Where it is not established to which body an organisation accounts, any body may ask.

    Raises:
        Refused: ``question_outside_line`` or ``addressee_outside_line``.
    """
    if addressee.kind not in GOVERNMENT_SIDE:
        raise Refused("addressee_outside_line", addressee=addressee.name)
    organisation = about.system.organisation if about.system else about.organisation
    if organisation:
        _body_of_line(actor, organisation)
        _answers_for(addressee, organisation)
    elif dossier:
        _body_of_dossier(actor, dossier.body)


def _body_of_line(actor: Actor, organisation: Organisation) -> None:
    bodies = list(organisation.bodies.all())
    if bodies and actor.office().body not in bodies:
        names = Party.objects.filter(code__in=[body.code for body in bodies]).values_list("name", flat=True)
        raise Refused(
            "question_outside_line",
            party=actor.office().name,
            organisation=organisation.name,
            bodies=", ".join(names),
        )


def _answers_for(addressee: Party, organisation: Organisation) -> None:
    own = addressee.organisation_id == organisation.pk
    if not own and addressee.code != line_of(organisation)[0]:
        raise Refused("addressee_outside_line", addressee=addressee.name)


def _body_of_dossier(actor: Actor, body: Body) -> None:
    """A dossier is its own body's to ask on; the Chambers follow each other's."""
    own = actor.office().body
    if own != body and not (own and {own.kind, body.kind} <= {"ek", "tk"}):
        raise Refused("question_on_other_dossier", party=actor.office().name)
