"""The public questions on a system with their answers, as an answer book."""

from collections.abc import Sequence

from django.db.models import QuerySet

from waarborg.law import safeguards
from waarborg.publication.papers import Asked, Draft, answer_book
from waarborg.values.dialogue import PUBLIC, StepKind
from waarborg.wording import Language, phrase
from waarborg.workbench.models import Question, QuestionStep, System
from waarborg.workbench.queries.question_page import questions_for


def systems_with_questions() -> QuerySet[System]:
    """The systems on which a public question was put."""
    asked = questions_for(PUBLIC).exclude(system=None).values("system")
    return System.objects.filter(pk__in=asked).select_related("organisation").order_by("name")


def answer_book_of(system: System, language: Language) -> Draft | None:
    """The answer book of a system; None where nothing was asked."""
    rows = list(questions_for(PUBLIC).filter(system=system).select_related("party", "addressee"))
    if not rows:
        return None
    return answer_book(
        [asked_of(number, row, language) for number, row in enumerate(rows, 1)],
        subject=phrase("paper.answer_book.subject", language, system=system.name),
        sender=_names([row.addressee.name for row in rows]),
        to=_names([row.party.name for row in rows]),
        on=None,
        illustration=any(row.is_demo for row in rows),
        language=language,
    )


def asked_of(number: int, row: Question, language: Language) -> Asked:
    """A question with its last answer among the steps that were loaded with it."""
    answers = [step for step in row.steps.all() if step.kind == StepKind.ANSWER.value]
    last = answers[-1] if answers else None
    known = safeguards().get(row.safeguard)
    return Asked(
        number=number,
        text=_text(row, language),
        answer=_text(last, language) if last else "",
        answered_on=last.date if last else None,
        about=known.name.said(language).capitalize() if known else "",
    )


def _text(row: Question | QuestionStep, language: Language) -> str:
    return str(row.translations.get(language, {}).get("text") or row.text)


def _names(names: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(names))
