"""Naming the systems that a dossier is about, on the dossier's page, and taking that back."""

from itertools import groupby

from django import forms
from django.db.models import QuerySet

from waarborg.policy import Action
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm, words
from waarborg.web.words import t
from waarborg.workbench.models import Dossier, DossierSubject, Party, System
from waarborg.workbench.queries.dossier_subjects import STANDING, subjects_to_name
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.subjects import name_subject, takes_part, withdraw_subject


class SubjectForm(EntryForm):
    """A system on the line of the dossier's body, and why."""

    system = forms.ChoiceField()
    text = words(rows=3, required=False)
    sees = ()

    def prepare(self) -> None:
        """The systems that are not named yet, under their organisation; none is chosen beforehand."""
        rows = subjects_to_name(self.context["subject"])
        choices = [
            (name, [(str(row.pk), row.name) for row in group])
            for name, group in groupby(rows, key=lambda row: row.organisation.name)
        ]
        self.fields["system"] = forms.ChoiceField(choices=[("", t("act.choose_system")), *choices])


class WithdrawForm(EntryForm):
    """Which naming is taken back, and why."""

    named = forms.ChoiceField()
    reason = words(rows=3)
    sees = ()

    def prepare(self) -> None:
        """What the party itself named."""
        rows = _own(self.context["actor"].party, self.context["subject"]).select_related("system")
        self.fields["named"] = forms.ChoiceField(choices=[(str(row.pk), str(row)) for row in rows])


def _own(party: Party, dossier: Dossier) -> QuerySet[DossierSubject]:
    return dossier.subjects.filter(STANDING, party=party)


def _name(actor: Actor, dossier: Dossier, told: Told, entering: Entering) -> object:
    system = System.objects.get(pk=told["system"])
    return name_subject(actor=actor, dossier=dossier, system=system, entering=entering, text=told["text"])


def _withdraw(actor: Actor, dossier: Dossier, told: Told, entering: Entering) -> object:
    subject = dossier.subjects.get(pk=told["named"])
    return withdraw_subject(actor=actor, subject=subject, entering=entering, reason=told["reason"])


def _named_one(actor: Actor, dossier: Dossier) -> bool:
    return _own(actor.office(), dossier).exists()


ON_DOSSIER_SUBJECTS: dict[str, Act[Dossier]] = {
    act.code: act
    for act in (
        Act[Dossier](
            code="onderwerp", action=Action.NAME_SUBJECT, form=SubjectForm, do=_name, party=takes_part
        ),
        Act[Dossier](
            code="onderwerp-terug",
            action=Action.NAME_SUBJECT,
            form=WithdrawForm,
            do=_withdraw,
            party=_named_one,
        ),
    )
}
"""What can be done on the subjects of a dossier."""
