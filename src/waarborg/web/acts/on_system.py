"""What can be done on a system: ask, claim, show, take a position, announce, record a change."""

from waarborg.policy import Action
from waarborg.values.dialogue import Basis, Grade, Says, Stance
from waarborg.web.acts import forms
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.forms import plain
from waarborg.workbench.models import Party, System
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.line_parties import line_parties
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.claims import add_evidence, make_claim
from waarborg.workbench.services.measures import announce_measure, record_change
from waarborg.workbench.services.positions import take_position
from waarborg.workbench.services.questions import ask_question


def _about(system: System, told: Told) -> About:
    return About(safeguard=told["safeguard"], system=system)


def _ask(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    return ask_question(
        actor=actor,
        about=_about(system, told),
        entering=entering,
        addressee=_addressee(actor, system, told)[0],
        **plain(told, "text", "term", "proposed_from"),
    )


def _addressee(_actor: Actor, _system: System, told: Told) -> list[Party]:
    """A question that is not for everyone is between two parties, not for the whole line."""
    return [Party.objects.get(code=told["addressee"])]


def _claim(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    about = _about(system, told)
    return make_claim(actor=actor, about=about, entering=entering, says=Says(told["says"]), text=told["text"])


def _evidence(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    return add_evidence(
        actor=actor,
        about=_about(system, told),
        entering=entering,
        grade=Grade[told["grade"].upper()],
        supports=told["supports"] == "yes",
        covers=told.get("covers", ()),
        file_sha256=told["file"],
        **plain(told, "kind", "title", "text", "source", "source_url", "valid_until"),
    )


def _position(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    return take_position(
        actor=actor,
        about=_about(system, told),
        entering=entering,
        stance=Stance(told["stance"]),
        basis=Basis(told["basis"]),
        **plain(told, "holder", "condition", "meeting", "text"),
    )


def _measure(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    about = _about(system, told)
    return announce_measure(
        actor=actor, about=about, entering=entering, **plain(told, "title", "text", "due")
    )


def _change(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    return record_change(actor=actor, system=system, entering=entering, **plain(told, "text", "source"))


def _government(actor: Actor, system: System) -> bool:
    return actor.office().kind in GOVERNMENT_SIDE and _on_the_line(actor, system)


def _on_the_line(actor: Actor, system: System) -> bool:
    """Whether it is a party of the line, or a committee of a body of it."""
    body = actor.office().body
    return actor.office() in line_parties(system) or body in system.organisation.bodies.all()


ON_SYSTEM: dict[str, Act[System]] = {
    act.code: act
    for act in (
        Act(
            code="vragen",
            action=Action.ASK_QUESTION,
            form=forms.AskForm,
            do=_ask,
            party=_on_the_line,
            sees=_addressee,
        ),
        Act(code="stelling", action=Action.MAKE_CLAIM, form=forms.ClaimForm, do=_claim, party=_government),
        Act(code="bewijs", action=Action.ADD_EVIDENCE, form=forms.EvidenceForm, do=_evidence),
        Act(code="standpunt", action=Action.TAKE_POSITION, form=forms.PositionForm, do=_position),
        Act(
            code="maatregel",
            action=Action.ANNOUNCE_MEASURE,
            form=forms.MeasureForm,
            do=_measure,
            party=_government,
        ),
        Act(
            code="wijziging",
            action=Action.RECORD_CHANGE,
            form=forms.ChangeForm,
            do=_change,
            party=_government,
        ),
    )
}
