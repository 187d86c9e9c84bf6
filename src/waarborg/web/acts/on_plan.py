"""What can be done on a dialogue plan, and how one is opened on a dossier."""

from typing import Any

from django import forms

from waarborg.policy import Action
from waarborg.values.plan import Form
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm, day, labelled, line, words
from waarborg.web.acts.forms import plain
from waarborg.web.words import t
from waarborg.workbench.models import DialoguePlan, Dossier, Party
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.models.scope import NAMED, PUBLIC
from waarborg.workbench.queries.dialogue_page import standing_versions
from waarborg.workbench.services import plans
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor

_BODIES = ("chamber", "committee", "council")


class OpenPlanForm(EntryForm):
    """With whom, and about what."""

    other = forms.ChoiceField()
    title = line()
    sees = (PUBLIC, NAMED)

    def prepare(self) -> None:
        """The parties of the other side."""
        own = self.context["actor"].party
        kinds = _BODIES if own.kind in GOVERNMENT_SIDE else GOVERNMENT_SIDE
        found = Party.objects.filter(kind__in=kinds).order_by("name")
        self.fields["other"] = forms.ChoiceField(choices=[(party.code, party.name) for party in found])


class OnElementForm(EntryForm):
    """An element that stands, by its name and the version that was read."""

    element = forms.ChoiceField()
    sees = (PUBLIC, NAMED)

    def prepare(self) -> None:
        """Every element that stands."""
        standing = standing_versions(self.context["subject"])
        self.fields["element"] = forms.ChoiceField(
            choices=[(f"{version} {name}", name) for name, version in standing.items()]
        )


class ProposeForm(EntryForm):
    """A new element, or another proposal for one that stands."""

    element = forms.ChoiceField()
    name = line(required=False, longest=120)
    form = forms.ChoiceField()
    text = words()
    sees = (PUBLIC, NAMED)

    def prepare(self) -> None:
        """A new one first, then those that stand."""
        standing = standing_versions(self.context["subject"])
        elements = [(f"{version} {name}", name) for name, version in standing.items()]
        self.fields["element"] = forms.ChoiceField(choices=[("0 ", t("act.new_element")), *elements])
        self.fields["form"] = forms.ChoiceField(choices=labelled("form", Form))

    def clean(self) -> dict[str, Any]:
        """A new element has a name.

        Raises:
            ValidationError: a new element without a name.
        """
        told: dict[str, Any] = super().clean() or {}
        if told.get("element") == "0 " and not told.get("name"):
            self.add_error("name", t("act.required"))
        return told


class RoleForm(EntryForm):
    """The role that the body sees for itself."""

    text = words(rows=4)
    sees = ()

    def prepare(self) -> None:
        """What it said before."""
        self.fields["text"].initial = self.context["subject"].role_seen


class MeetingForm(EntryForm):
    """A meeting, to come or held."""

    title = line()
    form = forms.ChoiceField()
    on = day(required=True)
    place = line(required=False, longest=200)
    text = words(required=False)
    sees = (PUBLIC, NAMED)

    def prepare(self) -> None:
        """The forms that a dialogue can have."""
        self.fields["form"] = forms.ChoiceField(choices=labelled("form", Form))


def _open(actor: Actor, dossier: Dossier, told: Told, entering: Entering) -> object:
    other = Party.objects.get(code=told["other"])
    return plans.open_plan(actor=actor, other=other, title=told["title"], entering=entering, dossier=dossier)


def _propose(actor: Actor, plan: DialoguePlan, told: Told, entering: Entering) -> object:
    version, name = _chosen(told)
    return plans.propose(
        actor=actor,
        plan=plan,
        element=name or told["name"],
        form=Form(told["form"]),
        text=told["text"],
        entering=entering,
        version=version,
    )


def _accept(actor: Actor, plan: DialoguePlan, told: Told, entering: Entering) -> object:
    version, name = _chosen(told)
    return plans.accept(actor=actor, plan=plan, element=name, entering=entering, version=version)


def _withdraw(actor: Actor, plan: DialoguePlan, told: Told, entering: Entering) -> object:
    version, name = _chosen(told)
    return plans.withdraw(actor=actor, plan=plan, element=name, entering=entering, version=version)


def _role(actor: Actor, plan: DialoguePlan, told: Told, entering: Entering) -> object:
    return plans.tell_role(actor=actor, plan=plan, text=told["text"], entering=entering)


def _meet(actor: Actor, plan: DialoguePlan, told: Told, entering: Entering) -> object:
    return plans.plan_meeting(
        actor=actor,
        plan=plan,
        entering=entering,
        form=Form(told["form"]),
        **plain(told, "on", "title", "place", "text"),
    )


def _chosen(told: Told) -> tuple[int, str]:
    """The version that was read, and the name of the element."""
    version, _, name = str(told["element"]).partition(" ")
    return int(version), name


def _takes_part(actor: Actor, plan: DialoguePlan) -> bool:
    return actor.party in {plan.party, plan.other}


def _is_body(actor: Actor, plan: DialoguePlan) -> bool:
    return _takes_part(actor, plan) and actor.office().kind not in GOVERNMENT_SIDE


def _other(_actor: Actor, _dossier: Dossier, told: Told) -> list[Party]:
    return list(Party.objects.filter(code=told["other"]))


ON_DOSSIER_PLANS: dict[str, Act[Dossier]] = {
    act.code: act
    for act in (
        Act[Dossier](code="dialoogplan", action=Action.OPEN_PLAN, form=OpenPlanForm, do=_open, sees=_other),
    )
}
_MOVE = Action.MOVE_IN_PLAN
ON_PLAN: dict[str, Act[DialoguePlan]] = {
    act.code: act
    for act in (
        Act(code="voorstel", action=_MOVE, form=ProposeForm, do=_propose, party=_takes_part),
        Act(code="aannemen", action=_MOVE, form=OnElementForm, do=_accept, party=_takes_part),
        Act(code="terugnemen", action=_MOVE, form=OnElementForm, do=_withdraw, party=_takes_part),
        Act(code="rol", action=_MOVE, form=RoleForm, do=_role, party=_is_body),
        Act(code="bijeenkomst", action=_MOVE, form=MeetingForm, do=_meet, party=_takes_part),
    )
}
