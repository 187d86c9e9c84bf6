"""What can be done on the answer to a question, from its first words until it is sent."""

from typing import Any

from django import forms

from waarborg.policy import Action
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm, labelled, words
from waarborg.workbench.models import AnswerDraft, Party, Question
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.queries.answer_drafts import answer_in_the_making
from waarborg.workbench.services import answers
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.refusal import Refused


def in_the_making(actor: Actor, question: Question) -> AnswerDraft | None:
    """The answer that is being made, where the person's party may see it."""
    return answer_in_the_making(question, actor.code) if actor.party else None


class OnAnswerForm(EntryForm):
    """Something on an answer: who sees it follows from the answer, ``version`` is the text that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    sees = ()

    @property
    def row(self) -> AnswerDraft | None:
        """The answer in the making."""
        return in_the_making(self.context["actor"], self.context["subject"])

    def prepare(self) -> None:
        """The version that stands."""
        self.fields["version"].initial = self.row.version if self.row else None


class AnswerForm(OnAnswerForm):
    """The text of the answer."""

    text = words(rows=12)

    def prepare(self) -> None:
        """The text as it stands, to write on in."""
        super().prepare()
        self.fields["text"].initial = self.row.text if self.row else ""


class HandOverForm(OnAnswerForm):
    """To whom the answer goes, and what is asked of them."""

    parties = forms.MultipleChoiceField()
    text = words(rows=3, required=False)

    def prepare(self) -> None:
        """The others of the government side."""
        super().prepare()
        found = Party.objects.filter(kind__in=GOVERNMENT_SIDE).exclude(pk=self.context["actor"].party.pk)
        self.fields["parties"] = forms.MultipleChoiceField(
            choices=[(party.code, party.name) for party in found.order_by("name")],
            widget=forms.CheckboxSelectMultiple,
        )


class TakeBackForm(OnAnswerForm):
    """From whom it is taken back."""

    parties = forms.ChoiceField()

    def prepare(self) -> None:
        """Those that hold it."""
        super().prepare()
        held = self.row.named_parties.all() if self.row else ()
        self.fields["parties"] = forms.ChoiceField(choices=[(party.code, party.name) for party in held])


class WordForm(OnAnswerForm):
    """A paraph or a remark."""

    word = forms.ChoiceField()
    text = words(rows=3, required=False)

    def prepare(self) -> None:
        """One of the two."""
        super().prepare()
        self.fields["word"] = forms.ChoiceField(choices=labelled("paper_step", ("paraph", "remark")))


class SendForm(EntryForm):
    """The day it is sent, and who may see the answer."""

    sees = (PUBLIC, "named")


def _write(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    row = in_the_making(actor, question)
    if row is None:
        return answers.draft_answer(actor=actor, question=question, text=told["text"], entering=entering)
    return answers.edit_answer(
        actor=actor, draft=row, text=told["text"], entering=entering, version=told["version"] or 0
    )


def _hand_over(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    parties = Party.objects.filter(code__in=told["parties"])
    return answers.hand_over_answer(
        actor=actor, draft=_row(actor, question), parties=parties, entering=entering, text=told["text"]
    )


def _take_back(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    party = Party.objects.get(code=told["parties"])
    return answers.take_back_answer(actor=actor, draft=_row(actor, question), party=party, entering=entering)


def _say(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    agrees, version = told["word"] == "paraph", told["version"] or 0
    return answers.say_of_answer(
        actor=actor,
        draft=_row(actor, question),
        agrees=agrees,
        entering=entering,
        version=version,
        text=told["text"],
    )


def _approve(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    version = told["version"] or 0
    return answers.approve_answer(
        actor=actor, draft=_row(actor, question), entering=entering, version=version
    )


def _reopen(actor: Actor, question: Question, _: Told, entering: Entering) -> object:
    return answers.reopen_answer(actor=actor, draft=_row(actor, question), entering=entering)


def _send(actor: Actor, question: Question, _: Told, entering: Entering) -> object:
    return answers.send_answer(actor=actor, draft=_row(actor, question), entering=entering)


def _row(actor: Actor, question: Question) -> AnswerDraft:
    row = in_the_making(actor, question)
    if row is None:
        raise Refused("answer_not_in_the_making")
    return row


def _may_begin(actor: Actor, question: Question) -> bool:
    return question.addressee == actor.party and in_the_making(actor, question) is None


def _is_there(actor: Actor, question: Question) -> bool:
    return in_the_making(actor, question) is not None


def _is_owned(actor: Actor, question: Question) -> bool:
    row = in_the_making(actor, question)
    return row is not None and row.party == actor.party


def _is_out(actor: Actor, question: Question) -> bool:
    row = in_the_making(actor, question)
    return row is not None and row.party == actor.party and row.named_parties.exists()


def _is_handed(actor: Actor, question: Question) -> bool:
    return _is_there(actor, question) and not _is_owned(actor, question)


def _stage(actor: Actor, question: Question) -> str:
    row = in_the_making(actor, question)
    return row.stage if row else ""


def _on_draft(code: str, action: Action, **others: Any) -> Act[Question]:
    return Act(code=code, action=action, state=_stage, **others)


ON_ANSWER: dict[str, Act[Question]] = {
    act.code: act
    for act in (
        Act(code="antwoord", action=Action.DRAFT_ANSWER, form=AnswerForm, do=_write, party=_may_begin),
        _on_draft("bewerken", Action.EDIT_ANSWER, form=AnswerForm, do=_write, party=_is_there),
        _on_draft("uitzetten", Action.HAND_OVER_ANSWER, form=HandOverForm, do=_hand_over, party=_is_owned),
        _on_draft("terughalen", Action.HAND_OVER_ANSWER, form=TakeBackForm, do=_take_back, party=_is_out),
        _on_draft("paraaf", Action.SAY_OF_ANSWER, form=WordForm, do=_say, party=_is_handed),
        _on_draft("vaststellen", Action.APPROVE_ANSWER, form=OnAnswerForm, do=_approve, party=_is_owned),
        _on_draft("heropenen", Action.REOPEN_ANSWER, form=OnAnswerForm, do=_reopen, party=_is_owned),
        _on_draft("verzenden", Action.SEND_ANSWER, form=SendForm, do=_send, party=_is_owned),
    )
}
