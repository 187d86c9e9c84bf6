"""Answers: drafted by who was asked, handed over and back, approved, and sent as a step of the question."""

from collections.abc import Iterable

from django.db import transaction

from waarborg.policy import Action
from waarborg.publication.papers.flow import Step
from waarborg.values.dialogue import StepKind
from waarborg.workbench.models import AnswerDraft, AnswerVersion, Party, Question, QuestionStep
from waarborg.workbench.models.scope import NAMED, OWN
from waarborg.workbench.queries.answer_drafts import answer_waits_for
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.co_drafting import (
    Way,
    Word,
    hand_over_draft,
    held_by,
    own,
    say_of_draft,
    step_on,
    still,
    take_back_draft,
)
from waarborg.workbench.services.entering import enter, save, tell
from waarborg.workbench.services.questions import add_step, state_of
from waarborg.workbench.services.refusal import Refused

_WAY = Way(signed=False, verb="{step}_answer")


@transaction.atomic
def draft_answer(*, actor: Actor, question: Question, text: str, entering: Entering) -> AnswerDraft:
    """Begin an answer to a question that was put to us; our own party alone sees it.

    Raises:
        Refused: by the policy, in the state of the question; a question to another party; no words; an answer
            that is in the making already.
    """
    asked = Question.objects.select_for_update().select_related("addressee").get(pk=question.pk)
    if asked.addressee != actor.office():
        raise Refused("step_of_another_party", party=actor.code, expected=asked.addressee.code)
    permit(actor, Action.DRAFT_ANSWER, state_of(asked, entering.date))
    _has_words(text)
    row = AnswerDraft(**{**entering.columns(actor), "visibility": OWN}, question=asked, text=text)
    own = Entering(date=entering.date, now=entering.now, visibility=OWN)
    enter(row, entering=own, actor=actor, verb=Action.DRAFT_ANSWER)
    _keep_version(row, actor, entering)
    return row


@transaction.atomic
def edit_answer(
    *, actor: Actor, draft: AnswerDraft, text: str, entering: Entering, version: int
) -> AnswerDraft:
    """Put in a new text; ``version`` is the one that was edited, so that no one's work is written over.

    Raises:
        Refused: by the policy; a party that does not hold the answer; no words; a text changed meanwhile.
    """
    row = _locked(draft)
    _holds(row, actor)
    permit(actor, Action.EDIT_ANSWER, row.stage)
    still(row, version)
    _has_words(text)
    row.text, row.version = text, row.version + 1
    tell(save(row), actor=actor, verb=Action.EDIT_ANSWER, at=entering)
    _keep_version(row, actor, entering)
    return row


@transaction.atomic
def hand_over_answer(
    *, actor: Actor, draft: AnswerDraft, parties: Iterable[Party], entering: Entering, text: str = ""
) -> AnswerDraft:
    """Delegate an answer: the parties see the question and the draft, and can write in it.

    Raises:
        Refused: by the policy; another party's answer; to nobody, to oneself, or to the asker.
    """
    row = _own(actor, draft, Action.HAND_OVER_ANSWER)
    given = list(parties)
    if not given or actor.office() in given or row.question.party in given:
        raise Refused("answer_handed_wrong")
    if row.question.visibility == NAMED:
        row.question.named_parties.add(*given)
    return hand_over_draft(row, given, _WAY, actor=actor, entering=entering, text=text)


@transaction.atomic
def take_back_answer(*, actor: Actor, draft: AnswerDraft, party: Party, entering: Entering) -> AnswerDraft:
    """Take the answer back from a party: from now on it does not see the draft.

    Raises:
        Refused: by the policy; another party's answer; from one that does not hold it.
    """
    row = _own(actor, draft, Action.HAND_OVER_ANSWER)
    return take_back_draft(row, party, _WAY, actor=actor, entering=entering)


@transaction.atomic
def say_of_answer(
    *, actor: Actor, draft: AnswerDraft, agrees: bool, entering: Entering, version: int, text: str = ""
) -> AnswerDraft:
    """Give a paraph on the version that was read, with which the answer goes back; or a remark on it.

    Raises:
        Refused: by the policy; an answer that this party was not handed; a remark without words; a text that
            changed since it was read.
    """
    word = Word(agrees=agrees, version=version, text=text)
    action = Action.SAY_OF_ANSWER
    return say_of_draft(_locked(draft), word, _WAY, actor=actor, action=action, entering=entering)


@transaction.atomic
def approve_answer(*, actor: Actor, draft: AnswerDraft, entering: Entering, version: int) -> AnswerDraft:
    """Approve the version that was read.

    Raises:
        Refused: by the policy, in the stage it is in; another party's answer; a text that changed since it
            was read; a party that holds it and has not agreed.
    """
    row = _own(actor, draft, Action.APPROVE_ANSWER)
    still(row, version)
    if waiting := answer_waits_for(row):
        raise Refused("paper_waits_for", parties=", ".join(waiting))
    return step_on(row, Step.APPROVE, _WAY, actor=actor, entering=entering, text="")


@transaction.atomic
def reopen_answer(*, actor: Actor, draft: AnswerDraft, entering: Entering) -> AnswerDraft:
    """Open an approved answer again.

    Raises:
        Refused: by the policy, in the stage it is in; another party's answer.
    """
    row = _own(actor, draft, Action.REOPEN_ANSWER)
    return step_on(row, Step.REOPEN, _WAY, actor=actor, entering=entering, text="")


@transaction.atomic
def send_answer(*, actor: Actor, draft: AnswerDraft, entering: Entering) -> QuestionStep:
    """Send an approved answer: from now on it is a step of the question, with the words that were approved.

    Raises:
        Refused: by the policy, in the stage it is in; another party's answer; as ``add_step``.
    """
    row = _own(actor, draft, Action.SEND_ANSWER)
    sent = add_step(
        actor=actor, question=row.question, entering=entering, kind=StepKind.ANSWER, text=row.text
    )
    step_on(row, Step.SEND, _WAY, actor=actor, entering=entering, text="")
    return sent


def _locked(draft: AnswerDraft) -> AnswerDraft:
    return AnswerDraft.objects.select_for_update(of=("self",)).select_related("question").get(pk=draft.pk)


def _own(actor: Actor, draft: AnswerDraft, action: Action) -> AnswerDraft:
    return own(_locked(draft), actor, action)


def _holds(row: AnswerDraft, actor: Actor) -> None:
    office = actor.office()
    if row.party_id != office.pk and not held_by(row, office):
        raise Refused("not_own_item", party=actor.code)


def _has_words(text: str) -> None:
    if not text.strip():
        raise Refused("answer_without_words")


def _keep_version(row: AnswerDraft, actor: Actor, entering: Entering) -> None:
    save(
        AnswerVersion(
            draft=row,
            number=row.version,
            text=row.text,
            party=actor.office(),
            by=actor.name,
            recorded_at=entering.now,
        )
    )
