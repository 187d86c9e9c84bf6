"""One question as a reader may see it, and how it stands."""

import datetime as dt

from django.db.models import Prefetch, QuerySet

from waarborg.dialogue.questions import question_state
from waarborg.workbench.models import Question, QuestionStep
from waarborg.workbench.queries.sight import seen_by
from waarborg.workbench.states import items


def questions_for(reader: str) -> QuerySet[Question]:
    """The questions that a reader may see, with the steps that he may see, oldest first."""
    steps = QuestionStep.objects.filter(seen_by(reader)).select_related("party").order_by("date").distinct()
    found = Question.objects.filter(seen_by(reader)).select_related(
        "party", "addressee", "dossier", "system__organisation"
    )
    return found.prefetch_related(Prefetch("steps", steps)).distinct()


def question_for(reader: str, pk: int) -> Question | None:
    """One question, None where there is none that the reader may see."""
    return questions_for(reader).filter(pk=pk).first()


def stands(question: Question, on: dt.date) -> str:
    """The state of a question on a day, from the steps that were loaded with it."""
    return question_state(items.question(question), on)
