"""The forms themselves: what each item says of itself."""

from typing import Any

from django import forms
from django.utils import timezone

from waarborg import law
from waarborg.values.dialogue import Basis, Grade, Says, Stance
from waarborg.web.acts.fields import (
    EntryForm,
    chosen,
    day,
    digest_of,
    labelled,
    line,
    safeguard_choices,
    words,
)
from waarborg.web.grounds import told_ground
from waarborg.web.tellings import commitment_name
from waarborg.web.words import label, language, t
from waarborg.workbench.models import System
from waarborg.workbench.models.positions import INVOLVEMENT
from waarborg.workbench.models.scope import NAMED, PUBLIC
from waarborg.workbench.queries.conditions import commitments_for
from waarborg.workbench.queries.dialogue_page import meetings_of
from waarborg.workbench.queries.line_parties import addressees
from waarborg.workbench.queries.measures import evidence_on, running_measures
from waarborg.workbench.queries.refusal_grounds import ground_to

EVIDENCE_KINDS = ("document", "test_report", "measurement", "audit_report", "court_ruling", "other")


class OnSafeguard(EntryForm):
    """An item on a safeguard: the one that the address names, else one to choose."""

    safeguard = forms.ChoiceField()
    may_be_none = False

    def prepare(self) -> None:
        """The safeguards by name."""
        choices = safeguard_choices(empty=t("act.on_the_system") if self.may_be_none else "")
        self.fields["safeguard"] = forms.ChoiceField(
            choices=choices, required=not self.may_be_none, initial=self.context.get("safeguard", "")
        )


class AskForm(OnSafeguard):
    """A question, on a safeguard or on the system; that of the catalogue is there to take over and edit."""

    proposed_from = forms.CharField(widget=forms.HiddenInput, required=False, max_length=60)
    addressee = forms.ChoiceField()
    text = words()
    term = day()
    sees = (PUBLIC, NAMED)
    may_be_none = True

    def prepare(self) -> None:
        """Whom one can ask: who answers for the system, or who runs it."""
        super().prepare()
        system: System = self.context["about"]
        parties = addressees(system)
        proposed = law.safeguards().get(self.context.get("safeguard", ""))
        if proposed:
            self.fields["proposed_from"].initial = proposed.id
            self.fields["text"].initial = proposed.question.said(language()).format(
                system=system.name, organisation=system.organisation.name
            )
        self.fields["addressee"] = forms.ChoiceField(choices=[(one.code, one.name) for one in parties])
        offer_meetings(self)


class ClaimForm(OnSafeguard):
    """A claim that a safeguard is there or not."""

    says = forms.ChoiceField()
    text = words(required=False)

    def prepare(self) -> None:
        """There or not."""
        super().prepare()
        self.fields["says"] = forms.ChoiceField(choices=labelled("says", Says))


class EvidenceForm(OnSafeguard):
    """Evidence; a file is asked for its digest only and is not kept."""

    kind = forms.ChoiceField()
    title = line(longest=500)
    grade = forms.ChoiceField()
    supports = forms.ChoiceField()
    covers = forms.MultipleChoiceField(required=False)
    text = words(required=False)
    source = line(required=False, longest=500)
    source_url = forms.URLField(required=False, max_length=500, assume_scheme="https")
    file = forms.FileField(required=False)
    valid_until = day()

    def prepare(self) -> None:
        """Grades, kinds, and the norms of the safeguard that the address names."""
        super().prepare()
        grades = [one.code for one in Grade if one is not Grade.NONE]
        self.fields["kind"] = forms.ChoiceField(choices=labelled("evidence_kind", EVIDENCE_KINDS))
        self.fields["grade"] = forms.ChoiceField(choices=labelled("grade", grades))
        self.fields["supports"] = forms.ChoiceField(choices=labelled("supports", ("yes", "no")))
        named = law.safeguards().get(self.context.get("safeguard", ""))
        norms = (
            [(one, f"{one}: {law.norms()[one].statement.said(language())}") for one in named.norms]
            if named
            else []
        )
        if not norms:
            del self.fields["covers"]
            return
        box = forms.CheckboxSelectMultiple()
        self.fields["covers"] = forms.MultipleChoiceField(choices=norms, required=False, widget=box)

    def clean_file(self) -> str:
        """The digest stands for the file."""
        return digest_of(self.cleaned_data.get("file"))


class PositionForm(OnSafeguard):
    """A position on a safeguard of this system, or on the forms of involvement."""

    stance = forms.ChoiceField()
    basis = forms.ChoiceField()
    holder = line(required=False, longest=200)
    condition = words(rows=3, required=False)
    meeting = line(required=False)
    text = words(required=False)

    def prepare(self) -> None:
        """The stances, and whether the body decided or someone in it holds a view."""
        super().prepare()
        field = self.fields["safeguard"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [*safeguard_choices(), (INVOLVEMENT, label("safeguard", INVOLVEMENT))]
        self.fields["stance"] = forms.ChoiceField(choices=labelled("stance", Stance))
        self.fields["basis"] = forms.ChoiceField(choices=labelled("position_basis", Basis))
        organisation = self.context["about"].organisation
        promised = [(str(one.pk), commitment_name(one)) for one in commitments_for(organisation)]
        if promised:
            choices = [("", t("act.no_commitment")), *promised]
            self.fields["commitment"] = forms.ChoiceField(choices=choices, required=False)
        offer_meetings(self)


class MeasureForm(OnSafeguard):
    """An improvement under way."""

    title = line(longest=300)
    due = day()
    text = words(required=False)


class ChangeForm(EntryForm):
    """A significant change of the system."""

    text = words()
    source = line(required=False, longest=500)


class EndMeasureForm(EntryForm):
    """Which of our running measures of this system has ended."""

    measure = forms.ChoiceField()
    sees = ()

    def prepare(self) -> None:
        """Our own that are running."""
        running = running_measures(self.context["about"], self.context["actor"].party)
        choices = [(str(one.pk), f"{label('safeguard', one.safeguard)}: {one.title}") for one in running]
        self.fields["measure"] = forms.ChoiceField(choices=choices)


class MeasureDoneForm(EndMeasureForm):
    """A measure that is done, with the evidence that shows it."""

    def prepare(self) -> None:
        """The live evidence on this system that we may see."""
        super().prepare()
        shown = evidence_on(self.context["about"], self.context["actor"].code)
        choices = [(str(one.pk), f"{label('safeguard', one.safeguard)}: {one.title}") for one in shown]
        self.fields["shown_by"] = forms.ChoiceField(
            choices=[("", t("act.no_evidence")), *choices], required=False
        )


class PostponeForm(EntryForm):
    """A postponement notice, with the new date."""

    until = day(required=True)
    text = words(required=False)


class RefuseForm(EntryForm):
    """A refusal names the ground of the asker's own line."""

    ground = forms.ChoiceField()
    text = words(required=False)

    def prepare(self) -> None:
        """The one ground there is."""
        asker = self.context["subject"].party
        self.fields["ground"] = forms.ChoiceField(choices=[(ground_to(asker), told_ground(asker))])


class VerdictForm(EntryForm):
    """What the asker holds of the answer, and the meeting that decided."""

    kind = forms.ChoiceField()
    meeting = line()
    text = words(required=False)

    def prepare(self) -> None:
        """Satisfied, noted, or not satisfied."""
        self.fields["kind"] = forms.ChoiceField(
            choices=labelled("step", ("satisfied", "noted", "not_satisfied"))
        )


class WithdrawQuestionForm(EntryForm):
    """Why a question is withdrawn."""

    text = words(rows=3)


def offer_meetings(form: EntryForm) -> None:
    """The meetings that something can have come out of; no field where there is none."""
    held = list(meetings_of(form.context["actor"].party, timezone.localdate()))
    if held:
        form.fields["met_in"] = chosen(held, empty=t("act.no_meeting"))


def plain(told: dict[str, Any], *names: str) -> dict[str, Any]:
    """The fields that a service takes as they are."""
    return {name: told[name] for name in names}
