"""An act: its code, the action that the policy asks about, its form, and the service it calls."""

from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from attrs import frozen

from waarborg.policy import ANY, Action, decide
from waarborg.web.acts.fields import EntryForm
from waarborg.workbench.models import (
    AnswerDraft,
    DialoguePlan,
    Dossier,
    Instrument,
    PaperDraft,
    Party,
    Question,
    System,
)
from waarborg.workbench.queries.line_parties import concerned
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor

Subject = TypeVar(
    "Subject", System, Question, AnswerDraft, DialoguePlan, Dossier, Instrument, PaperDraft, Party
)
Told = dict[str, Any]


@frozen(kw_only=True)
class Act(Generic[Subject]):
    """``do`` calls one service with what the form holds; ``party`` says for whom it is, beside the policy.

    ``sees`` names the other parties that see what is only for the parties concerned.
    """

    code: str
    action: Action
    form: type[EntryForm]
    do: Callable[[Actor, Subject, Told, Entering], object]
    party: Callable[[Actor, Subject], bool] = lambda _actor, _subject: True
    sees: Callable[[Actor, Subject, Told], list[Party]] = lambda actor, subject, _: concerned(actor, subject)


def permitted(
    acts: Iterable[Act[Subject]], actor: Actor | None, subject: Subject, state: str = ANY
) -> list[Act[Subject]]:
    """The acts that a page offers to a person. The service decides again when the form is sent."""
    if actor is None or actor.party is None:
        return []
    return [
        act for act in acts if decide(actor.role, act.action, state).allowed and act.party(actor, subject)
    ]
