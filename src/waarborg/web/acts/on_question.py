"""What can be done on a question: postpone, refuse, say what one holds of the answer, withdraw."""

from waarborg.policy import Action
from waarborg.values.dialogue import StepKind
from waarborg.web.acts import forms
from waarborg.web.acts.act import Act, Told
from waarborg.web.acts.forms import plain
from waarborg.workbench.models import Question
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.questions import add_step


def _postpone(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    kind = StepKind.POSTPONEMENT
    return add_step(
        actor=actor, question=question, entering=entering, kind=kind, **plain(told, "until", "text")
    )


def _refuse(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    kind = StepKind.REFUSAL
    return add_step(
        actor=actor, question=question, entering=entering, kind=kind, **plain(told, "ground", "text")
    )


def _verdict(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    kind = StepKind(told["kind"])
    return add_step(
        actor=actor, question=question, entering=entering, kind=kind, **plain(told, "meeting", "text")
    )


def _withdraw(actor: Actor, question: Question, told: Told, entering: Entering) -> object:
    kind = StepKind.WITHDRAWN
    return add_step(actor=actor, question=question, entering=entering, kind=kind, text=told["text"])


def _asked(actor: Actor, question: Question) -> bool:
    return question.addressee == actor.party


def _asker(actor: Actor, question: Question) -> bool:
    return question.party == actor.party


ON_THE_QUESTION: dict[str, Act[Question]] = {
    act.code: act
    for act in (
        Act(
            code="uitstel",
            action=Action.POSTPONE_QUESTION,
            form=forms.PostponeForm,
            do=_postpone,
            party=_asked,
        ),
        Act(code="weigering", action=Action.REFUSE_QUESTION, form=forms.RefuseForm, do=_refuse, party=_asked),
        Act(code="oordeel", action=Action.CLOSE_QUESTION, form=forms.VerdictForm, do=_verdict, party=_asker),
        Act(
            code="intrekken",
            action=Action.WITHDRAW_QUESTION,
            form=forms.WithdrawQuestionForm,
            do=_withdraw,
            party=_asker,
        ),
    )
}
