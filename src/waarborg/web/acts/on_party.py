"""What an office can do for itself: say who holds it now, and hand its open questions to its successor."""

from django import forms

from waarborg.policy import Action
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm, line
from waarborg.web.acts.forms import plain
from waarborg.workbench.models import Party
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.offices import record_holder, transfer_questions


class HolderForm(EntryForm):
    """Who holds the office, or which committee treats the matter, from the day above."""

    holder_name = line(longest=200)
    source = line(required=False, longest=500)
    sees = ()


class TransferForm(EntryForm):
    """Which office takes our place, and why."""

    target = forms.ChoiceField()
    reason = line(longest=500)
    sees = ()

    def prepare(self) -> None:
        """The other offices of the same side, or of the same body."""
        own = self.context["actor"].party
        same = {"kind__in": GOVERNMENT_SIDE} if own.kind in GOVERNMENT_SIDE else {"body": own.body}
        found = Party.objects.filter(**same).exclude(pk=own.pk).order_by("name")
        self.fields["target"] = forms.ChoiceField(choices=[(one.code, one.name) for one in found])


def _hold(actor: Actor, _: Party, told: Told, entering: Entering) -> object:
    return record_holder(actor=actor, name=told["holder_name"], entering=entering, **plain(told, "source"))


def _transfer(actor: Actor, _: Party, told: Told, entering: Entering) -> object:
    target = Party.objects.get(code=told["target"])
    return transfer_questions(actor=actor, target=target, entering=entering, reason=told["reason"])


def _own(actor: Actor, party: Party) -> bool:
    return actor.party == party


ON_PARTY: dict[str, Act[Party]] = {
    act.code: act
    for act in (
        Act(code="ambtsdrager", action=Action.RECORD_HOLDER, form=HolderForm, do=_hold, party=_own),
        Act(code="overdragen", action=Action.TRANSFER_QUESTIONS, form=TransferForm, do=_transfer, party=_own),
    )
}
