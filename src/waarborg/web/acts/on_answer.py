"""What can be done on the answer to a question, from its first words until it is sent."""

from waarborg.policy import Action
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.fields import EntryForm, words
from waarborg.web.acts.paper_forms import ReaderForm, ReadersForm, SayForm, StepForm
from waarborg.workbench.models import AnswerDraft, Party, Question
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.queries.answer_drafts import answer_in_the_making
from waarborg.workbench.services import answers
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor


class BeginForm(EntryForm):
    """The first words of an answer, that our own party alone sees."""

    text = words(rows=12)
    sees = ()


class AnswerForm(StepForm):
    """The text of the answer, to write on in."""

    text = words(rows=12)

    def prepare(self) -> None:
        """The text as it stands."""
        super().prepare()
        self.fields["text"].initial = self.row.text


class HandOverForm(ReadersForm):
    """To whom the answer goes, and what is asked of them."""

    text = words(rows=3, required=False)


class SendForm(EntryForm):
    """The day it is sent, and who may see the answer."""

    sees = (PUBLIC, "named")


def _begin(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    return answers.draft_answer(actor=actor, question=question, text=told["text"], entering=entering)


def _write(actor: Actor, row: AnswerDraft, told: Told, entering: Entering) -> object:
    return answers.edit_answer(
        actor=actor, draft=row, text=told["text"], entering=entering, version=told["version"] or 0
    )


def _hand_over(actor: Actor, row: AnswerDraft, told: Told, entering: Entering) -> object:
    parties = Party.objects.filter(code__in=told["parties"])
    return answers.hand_over_answer(
        actor=actor, draft=row, parties=parties, entering=entering, text=told["text"]
    )


def _take_back(actor: Actor, row: AnswerDraft, told: Told, entering: Entering) -> object:
    party = Party.objects.get(code=told["parties"])
    return answers.take_back_answer(actor=actor, draft=row, party=party, entering=entering)


def _say(actor: Actor, row: AnswerDraft, told: Told, entering: Entering) -> object:
    agrees, version = told["word"] == "paraph", told["version"] or 0
    return answers.say_of_answer(
        actor=actor,
        draft=row,
        agrees=agrees,
        entering=entering,
        version=version,
        text=told["text"],
    )


def _approve(actor: Actor, row: AnswerDraft, told: Told, entering: Entering) -> object:
    version = told["version"] or 0
    return answers.approve_answer(actor=actor, draft=row, entering=entering, version=version)


def _reopen(actor: Actor, row: AnswerDraft, _: Told, entering: Entering) -> object:
    return answers.reopen_answer(actor=actor, draft=row, entering=entering)


def _send(actor: Actor, row: AnswerDraft, _: Told, entering: Entering) -> object:
    return answers.send_answer(actor=actor, draft=row, entering=entering)


def _may_begin(actor: Actor, question: Question) -> bool:
    return question.addressee == actor.party and answer_in_the_making(question, actor.code) is None


def _owns(actor: Actor, row: AnswerDraft) -> bool:
    return row.party == actor.party


def _is_handed(actor: Actor, row: AnswerDraft) -> bool:
    return not _owns(actor, row)


def _is_out(actor: Actor, row: AnswerDraft) -> bool:
    return _owns(actor, row) and row.named_parties.exists()


BEGIN: Act[Question] = Act(
    code="antwoord", action=Action.DRAFT_ANSWER, form=BeginForm, do=_begin, party=_may_begin
)
ON_ANSWER: dict[str, Act[AnswerDraft]] = {
    act.code: act
    for act in (
        Act(code="bewerken", action=Action.EDIT_ANSWER, form=AnswerForm, do=_write),
        Act(code="uitzetten", action=Action.HAND_OVER_ANSWER, form=HandOverForm, do=_hand_over, party=_owns),
        Act(code="terughalen", action=Action.HAND_OVER_ANSWER, form=ReaderForm, do=_take_back, party=_is_out),
        Act(code="paraaf", action=Action.SAY_OF_ANSWER, form=SayForm, do=_say, party=_is_handed),
        Act(code="vaststellen", action=Action.APPROVE_ANSWER, form=StepForm, do=_approve, party=_owns),
        Act(code="heropenen", action=Action.REOPEN_ANSWER, form=StepForm, do=_reopen, party=_owns),
        Act(code="verzenden", action=Action.SEND_ANSWER, form=SendForm, do=_send, party=_owns),
    )
}
