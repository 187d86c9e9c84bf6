"""The forms on a paper: its text part by part, and the steps on its way out, which an answer shares."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve
from django import forms

from waarborg.publication.check import GROUNDS
from waarborg.publication.papers import Draft
from waarborg.publication.papers.draft import draft_of
from waarborg.publication.papers.flow import Step
from waarborg.web.acts.fields import EntryForm, labelled, line, words
from waarborg.web.tellings import commitment_name, paper_name
from waarborg.web.words import label, t
from waarborg.workbench.models import Party
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.drafting import councils_of, draftable_in
from waarborg.workbench.queries.paper_drafts import offers_of, open_marks_of, unpublished_company

_SECTION, _FIELD = "section_", "field_"


class DraftForm(EntryForm):
    """Which paper to draft from the record."""

    paper = forms.ChoiceField()
    sees = ()

    def prepare(self) -> None:
        """Every kind that the record can draft, each with what it is drafted from."""
        dossier = self.context["subject"]
        papers = {row.code: paper_name(row) for row in dossier.papers.all()}
        owed = {
            row.code: commitment_name(row) for row in dossier.instruments.select_related("paper", "dossier")
        }
        names = {"reminder": owed, "council_letter": councils_of(dossier)}
        self.fields["paper"] = forms.ChoiceField(
            choices=[
                (one.choice, f"{label('draftable', one.kind)}: {names.get(one.kind, papers)[one.code]}")
                for one in draftable_in(dossier)
            ]
        )


class StepForm(EntryForm):
    """A step on the way of a paper; who sees it follows from the paper."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    sees = ()

    @property
    def row(self) -> Any:
        """The paper, or the answer, that is acted on."""
        return self.context["subject"]

    def prepare(self) -> None:
        """The version that was read."""
        self.fields["version"].initial = self.row.version


class EditForm(StepForm):
    """The title, the lines of the frame and the parts, each in a field of its own."""

    title = line(longest=500)

    def prepare(self) -> None:
        """Every line and part of this kind of paper, filled with what stands."""
        super().prepare()
        draft = draft_of(self.row.content)
        self.fields["title"].initial = draft.title
        for code in draft.of_kind.fields:
            found = line(required=False, longest=1000)
            self.fields[f"{_FIELD}{code}"] = found
            found.initial = draft.fields.get(code, "")
        for section in draft.of_kind.sections:
            part = words(rows=10, required=False)
            self.fields[f"{_SECTION}{section.id}"] = part
            part.initial = draft.sections.get(section.id, "")

    def labelled(self, name: str) -> str:
        """A line or part by its own name."""
        for start, group in ((_FIELD, "paper.field"), (_SECTION, "paper.section")):
            if name.startswith(start):
                return label(group, name.removeprefix(start))
        return super().labelled(name)


class OfferForm(StepForm):
    """What the record says now: take it or decline it."""

    offer = forms.ChoiceField()
    take = forms.ChoiceField()

    def prepare(self) -> None:
        """Every change that the record offers."""
        super().prepare()
        groups = {"fields": "paper.field", "sections": "paper.section"}
        choices = [
            (f"{one.place}:{one.code}", label(groups[one.place], one.code)) for one in offers_of(self.row)
        ]
        self.fields["offer"] = forms.ChoiceField(choices=choices)
        self.fields["take"] = forms.ChoiceField(choices=labelled("take", ("take", "decline")))


class ReadersForm(StepForm):
    """Who reads along."""

    parties = forms.MultipleChoiceField()

    def prepare(self) -> None:
        """The other parties of the government side."""
        super().prepare()
        found = Party.objects.filter(kind__in=GOVERNMENT_SIDE).exclude(pk=self.context["actor"].party.pk)
        self.fields["parties"] = forms.MultipleChoiceField(
            choices=[(party.code, party.name) for party in found.order_by("name")],
            widget=forms.CheckboxSelectMultiple,
        )


class ReaderForm(StepForm):
    """Who reads along no longer."""

    parties = forms.ChoiceField()

    def prepare(self) -> None:
        """Those that hold it."""
        super().prepare()
        held = [(party.code, party.name) for party in self.row.named_parties.all()]
        self.fields["parties"] = forms.ChoiceField(choices=held)


class SayForm(StepForm):
    """A paraph or a remark."""

    word = forms.ChoiceField()
    text = words(rows=3, required=False)

    def prepare(self) -> None:
        """One of the two."""
        super().prepare()
        self.fields["word"] = forms.ChoiceField(choices=labelled("paper_step", (Step.PARAPH, Step.REMARK)))


class MarkForm(StepForm):
    """Words that may be about a person: they stay, or go on a ground. What the check missed can be typed."""

    mark = forms.ChoiceField(required=False)
    other_words = line(required=False)
    ground = forms.ChoiceField(required=False)

    def prepare(self) -> None:
        """What is not decided yet, and the grounds of the law."""
        super().prepare()
        left = open_marks_of(self.row)
        told = [(mark.text, f"{label('check.kind', mark.kind)}: {mark.text}") for mark in left]
        self.fields["mark"] = forms.ChoiceField(choices=[*told, ("", t("act.other_words"))], required=False)
        grounds = [
            (code, f"{name}: {label('ground', code.replace('.', '_'))}") for code, name in GROUNDS.items()
        ]
        self.fields["ground"] = forms.ChoiceField(choices=[("", t("act.keep")), *grounds], required=False)

    def clean(self) -> dict[str, Any]:
        """Words typed go before words chosen; one of the two there must be, and words typed go on a ground.

        Raises:
            ValidationError: no words, or words typed that would stay.
        """
        told: dict[str, Any] = super().clean() or {}
        if told.get("other_words") and not told.get("ground"):
            self.add_error("ground", t("act.required"))
        if not (told.get("other_words") or told.get("mark")):
            self.add_error("mark", t("act.required"))
        return told


class PublishForm(StepForm):
    """Publication; with a reason where a paper that goes with it is not public."""

    text = words(rows=3, required=False)

    def prepare(self) -> None:
        """The reason is needed only then."""
        super().prepare()
        self.fields["text"].required = bool(unpublished_company(self.row))

    def labelled(self, name: str) -> str:
        """Name the paper that is not public."""
        beside = ", ".join(unpublished_company(self.row))
        return t("act.why_not", papers=beside) if name == "text" and beside else super().labelled(name)


def edited(draft: Draft, told: Mapping[str, Any]) -> Draft:
    """The draft with what the form holds."""
    return evolve(
        draft,
        title=told["title"],
        fields={**draft.fields, **_under(_FIELD, told)},
        sections={**draft.sections, **_under(_SECTION, told)},
    )


def _under(start: str, told: Mapping[str, Any]) -> dict[str, str]:
    return {name.removeprefix(start): text for name, text in told.items() if name.startswith(start)}
