"""Answers in the making as a reader may see them, and whom they wait for."""

from django.db.models import QuerySet

from waarborg.publication.papers.flow import Stage, Step, Word, outstanding
from waarborg.workbench.models import AnswerDraft, Question
from waarborg.workbench.queries.sight import seen_by


def answers_seen_by(reader: str) -> QuerySet[AnswerDraft]:
    """The answers in the making, and those that were sent, that a reader may see with their making."""
    rows = AnswerDraft.objects.filter(seen_by(reader)).distinct()
    return rows.select_related("question", "party").prefetch_related(
        "named_parties", "steps__party", "versions__party"
    )


def answer_in_the_making(question: Question, reader: str) -> AnswerDraft | None:
    """The answer that is being made to a question; None where there is none that the reader may see."""
    return answers_seen_by(reader).filter(question=question).exclude(stage=Stage.SENT).first()


def answer_waits_for(row: AnswerDraft) -> tuple[str, ...]:
    """The codes of the parties that hold the answer and have not agreed to its present text."""
    said = row.steps.filter(kind__in=(Step.PARAPH, Step.REMARK)).select_related("party")
    words = [Word(step.party.code, Step(step.kind), step.version) for step in said]
    return outstanding((party.code for party in row.named_parties.all()), words, row.version)
