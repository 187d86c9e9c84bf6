"""Where the questions on a safeguard stand (DESIGN 4.4)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from waarborg.values.dialogue import Question, StepKind

GRAVITY = ("refused", "not_satisfied", "open", "postponed", "answered", "noted", "resolved")
"""The states of a question, gravest first."""

WAIT_FOR_ANSWER = frozenset({"open", "postponed", "not_satisfied"})
WAIT_FOR_VERDICT = frozenset({"answered", "refused"})
ALIVE = WAIT_FOR_ANSWER | WAIT_FOR_VERDICT

_AFTER: Mapping[StepKind, str] = {
    StepKind.ANSWER: "answered",
    StepKind.REFUSAL: "refused",
    StepKind.SATISFIED: "resolved",
    StepKind.WITHDRAWN: "resolved",
    StepKind.NOTED: "noted",
    StepKind.NOT_SATISFIED: "not_satisfied",
}


def question_state(question: Question, on: dt.date) -> str:
    """The state of one question: that of its last step; a postponement past its day leaves it open again."""
    if not question.steps:
        return "open"
    last = max(question.steps, key=lambda step: (step.date, step.kind))
    if last.kind is StepKind.POSTPONEMENT:
        return "postponed" if last.until is not None and on <= last.until else "open"
    return _AFTER[last.kind]


def count_states(questions: Iterable[Question], on: dt.date) -> Mapping[str, int]:
    """How many questions stand in each state; states without a question are left out."""
    counts = Counter(question_state(question, on) for question in questions)
    return {code: counts[code] for code in GRAVITY if counts[code]}


def gravest(counts: Mapping[str, int]) -> str:
    """The gravest state that has a question, or ``none``."""
    return next((code for code in GRAVITY if counts.get(code)), "none")
