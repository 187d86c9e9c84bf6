"""Questions and their steps."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from waarborg.dialogue.questions import question_state
from waarborg.policy import Action
from waarborg.values.dialogue import StepKind
from waarborg.workbench.models import Dossier, Meeting, Party, Question, QuestionStep
from waarborg.workbench.queries.refusal_grounds import NOT_ESTABLISHED, ground_to
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter, known_safeguard, renew_states
from waarborg.workbench.services.outcomes import came_out_of
from waarborg.workbench.services.own_line import asks_on_its_line
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.states import items

_ACTIONS: Mapping[StepKind, Action] = {
    StepKind.ANSWER: Action.ANSWER_QUESTION,
    StepKind.POSTPONEMENT: Action.POSTPONE_QUESTION,
    StepKind.REFUSAL: Action.REFUSE_QUESTION,
    StepKind.SATISFIED: Action.CLOSE_QUESTION,
    StepKind.NOTED: Action.CLOSE_QUESTION,
    StepKind.NOT_SATISFIED: Action.CLOSE_QUESTION,
    StepKind.WITHDRAWN: Action.WITHDRAW_QUESTION,
}
_BY_ADDRESSEE = frozenset({StepKind.ANSWER, StepKind.POSTPONEMENT, StepKind.REFUSAL})


@transaction.atomic
def ask_question(  # noqa: PLR0913  what a question says of itself
    *,
    actor: Actor,
    about: About,
    entering: Entering,
    addressee: Party,
    text: str,
    term: dt.date | None = None,
    dossier: Dossier | None = None,
    proposed_from: str = "",
    met_in: Meeting | None = None,
) -> Question:
    """Put a question to a party: on a safeguard, on a system (an empty safeguard), or on a dossier.

    Raises:
        Refused: by the policy; an unknown safeguard; a question to oneself; a question about nothing; a
            question past the line of accountability; a meeting that it cannot have come out of.
    """
    permit(actor, Action.ASK_QUESTION)
    if about.safeguard:
        known_safeguard(about)
    elif about.system is None and dossier is None:
        raise Refused("question_about_nothing")
    if addressee == actor.office():
        raise Refused("question_to_oneself", party=actor.code)
    asks_on_its_line(actor, about, addressee, dossier)
    question = Question(
        **about.columns(),
        **entering.columns(actor),
        addressee=addressee,
        dossier=dossier,
        text=text,
        term=term,
        proposed_from=proposed_from,
        met_in=came_out_of(met_in, actor, entering.date),
    )
    enter(question, entering=entering, actor=actor, verb=Action.ASK_QUESTION)
    renew_states(about.systems(), about.safeguard, entering)
    return question


@transaction.atomic
def add_step(  # noqa: PLR0913  what a step says of itself
    *,
    actor: Actor,
    question: Question,
    entering: Entering,
    kind: StepKind,
    text: str = "",
    until: dt.date | None = None,
    ground: str = "",
    meeting: str = "",
) -> QuestionStep:
    """Answer, postpone or refuse a question put to us, or say what we hold of the answer to ours.

    Raises:
        Refused: by the policy, in the state that the question is in; by another party than it waits for;
            a second step on one day; a step before the one before it; an answer without words; a refusal
            on another ground than that of the asker's line.
    """
    row = Question.objects.select_for_update().select_related("party", "addressee").get(pk=question.pk)
    _waits_for(actor, row, kind)
    permit(actor, _ACTIONS[kind], state_of(row, entering.date))
    _in_order(row, entering.date)
    if kind is StepKind.ANSWER and not text.strip():
        raise Refused("answer_without_words")
    if kind is StepKind.REFUSAL:
        _on_its_ground(row, ground, text)
    step = QuestionStep(
        **entering.columns(actor),
        question=row,
        kind=kind.value,
        text=text,
        until=until,
        ground=ground,
        meeting=meeting,
    )
    enter(step, entering=entering, actor=actor, verb=_ACTIONS[kind])
    renew_states(about_of(row).systems(), row.safeguard, entering)
    return step


def about_of(row: Question) -> About:
    """What a question is about."""
    return About(safeguard=row.safeguard, system=row.system, organisation=row.organisation, sector=row.sector)


def state_of(row: Question, on: dt.date) -> str:
    """The state as the parties to the question know it, whoever else may see its steps."""
    return question_state(items.question(row), on)


def _waits_for(actor: Actor, row: Question, kind: StepKind) -> None:
    """A question's answer is its addressee's to give, and the verdict on it the asker's."""
    expected = row.addressee if kind in _BY_ADDRESSEE else row.party
    if actor.office() != expected:
        raise Refused("step_of_another_party", party=actor.code, expected=expected.code)


def _on_its_ground(row: Question, ground: str, text: str) -> None:
    """A refusal names the ground of the asker's own line; where none is established, it says so in words."""
    expected = ground_to(row.party)
    if ground and ground != expected:
        raise Refused("ground_of_another_line", ground=ground, expected=expected)
    if ground == NOT_ESTABLISHED and not text.strip():
        raise Refused("refusal_without_ground")


def _in_order(row: Question, on: dt.date) -> None:
    last = row.steps.order_by("-date").first()
    if on < (last.date if last else row.date):
        raise Refused("step_before_the_last", date=on.isoformat())
