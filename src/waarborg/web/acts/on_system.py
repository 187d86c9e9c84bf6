"""What can be done on a system: ask, claim, show, take a position, announce, record a change."""

from typing import TypeVar

from waarborg.policy import Action
from waarborg.values.dialogue import Basis, Grade, Says, Stance
from waarborg.web.acts import forms
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.forms import plain
from waarborg.web.acts.measured import MeasurementForm, attach
from waarborg.web.acts.reviewing import REVIEW
from waarborg.workbench.models import Evidence, Instrument, Measure, Meeting, Party, System
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.line_parties import line_parties
from waarborg.workbench.queries.measures import running_measures
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.claims import add_evidence, make_claim
from waarborg.workbench.services.measures import announce_measure, end_measure, record_change
from waarborg.workbench.services.positions import take_position
from waarborg.workbench.services.questions import ask_question

AnyRow = TypeVar("AnyRow", Evidence, Instrument, Meeting)


def _about(system: System, told: Told) -> About:
    return About(safeguard=told["safeguard"], system=system)


def _ask(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    return ask_question(
        actor=actor,
        about=_about(system, told),
        entering=entering,
        addressee=_addressee(actor, system, told)[0],
        met_in=_row(Meeting, told, "met_in"),
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
        commitment=_row(Instrument, told, "commitment"),
        met_in=_row(Meeting, told, "met_in"),
        **plain(told, "holder", "condition", "meeting", "text"),
    )


def _measure(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    about = _about(system, told)
    return announce_measure(
        actor=actor, about=about, entering=entering, **plain(told, "title", "text", "due")
    )


def _done(actor: Actor, _: System, told: Told, entering: Entering) -> object:
    shown = _row(Evidence, told, "shown_by")
    measure = Measure.objects.get(pk=told["measure"])
    return end_measure(actor=actor, measure=measure, entering=entering, done=True, shown_by=shown)


def _dropped(actor: Actor, _: System, told: Told, entering: Entering) -> object:
    measure = Measure.objects.get(pk=told["measure"])
    return end_measure(actor=actor, measure=measure, entering=entering, done=False)


def _row(model: type[AnyRow], told: Told, name: str) -> AnyRow | None:
    """The row that a form offered and that was chosen, None for none."""
    return model._default_manager.get(pk=told[name]) if told.get(name) else None  # noqa: SLF001  Django's own


def _has_measure(actor: Actor, system: System) -> bool:
    return running_measures(system, actor.party).exists()


def _change(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    return record_change(actor=actor, system=system, entering=entering, **plain(told, "text", "source"))


def _government(actor: Actor, system: System) -> bool:
    return actor.office().kind in GOVERNMENT_SIDE and _on_the_line(actor, system)


def _shows(actor: Actor, system: System) -> bool:
    """Who may show evidence: an auditor on every system, a government party on its own."""
    return actor.office().kind not in GOVERNMENT_SIDE or _on_the_line(actor, system)


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
        Act(code="bewijs", action=Action.ADD_EVIDENCE, form=forms.EvidenceForm, do=_evidence, party=_shows),
        Act(code="meting", action=Action.ADD_EVIDENCE, form=MeasurementForm, do=attach, party=_shows),
        Act(code="standpunt", action=Action.TAKE_POSITION, form=forms.PositionForm, do=_position),
        Act(
            code="maatregel",
            action=Action.ANNOUNCE_MEASURE,
            form=forms.MeasureForm,
            do=_measure,
            party=_government,
        ),
        Act(
            code="maatregel-klaar",
            action=Action.ANNOUNCE_MEASURE,
            form=forms.MeasureDoneForm,
            do=_done,
            party=_has_measure,
        ),
        Act(
            code="maatregel-stop",
            action=Action.ANNOUNCE_MEASURE,
            form=forms.EndMeasureForm,
            do=_dropped,
            party=_has_measure,
        ),
        Act(
            code="wijziging",
            action=Action.RECORD_CHANGE,
            form=forms.ChangeForm,
            do=_change,
            party=_government,
        ),
        REVIEW,
    )
}
