"""Questions, what followed on them, and positions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router

from waarborg.values.dialogue import PUBLIC
from waarborg.web.api.paging import Asked, Listed
from waarborg.web.api.shapes import Answer, Page, Position, Problem, Question, Text
from waarborg.workbench import models
from waarborg.workbench.models.scope import Entered
from waarborg.workbench.queries.question_page import question_for, questions_for, stands
from waarborg.workbench.queries.sight import seen_by

router = Router(tags=["dialogue"])
WRONG = {400: Problem}


@router.get("/questions", response={200: Page[Question], **WRONG}, by_alias=True, summary="The questions")
def list_questions(
    request: HttpRequest, response: HttpResponse, paging: Asked
) -> Page[Question] | HttpResponse:
    """Every public question, oldest first, with how it stands today."""
    return Listed(request, response, paging).of_query(questions_for(PUBLIC), _question)


@router.get(
    "/questions/{number}", response={200: Question, 404: Problem}, by_alias=True, summary="One question"
)
def get_question(request: HttpRequest, number: int) -> Question:  # noqa: ARG001  django-ninja's signature
    """One public question by its id."""
    row = question_for(PUBLIC, number) if abs(number) < _LARGEST else None
    if row is None:
        raise Http404
    return _question(row)


@router.get("/answers", response={200: Page[Answer], **WRONG}, by_alias=True, summary="The answers")
def list_answers(request: HttpRequest, response: HttpResponse, paging: Asked) -> Page[Answer] | HttpResponse:
    """Every public step on a public question, oldest first."""
    rows = models.QuestionStep.objects.filter(seen_by(PUBLIC), seen_by(PUBLIC, "question__"))
    return Listed(request, response, paging).of_query(
        rows.select_related("party").order_by("date", "pk"), _answer
    )


@router.get("/positions", response={200: Page[Position], **WRONG}, by_alias=True, summary="The positions")
def list_positions(
    request: HttpRequest, response: HttpResponse, paging: Asked
) -> Page[Position] | HttpResponse:
    """Every public position, oldest first: the history is kept."""
    rows = models.Position.objects.filter(seen_by(PUBLIC)).select_related("party", "system")
    return Listed(request, response, paging).of_query(rows.order_by("date", "pk"), _position)


_LARGEST = 2**63
"""What a number of a row can be."""


def _question(row: models.Question) -> Question:
    return Question(
        id=row.pk,
        date=row.date,
        party=row.party.name,
        addressee=row.addressee.name,
        system=row.system.slug if row.system else None,
        dossier=row.dossier.slug if row.dossier else None,
        safeguard=row.safeguard or None,
        text=_text(row, "text"),
        term=row.term,
        state=stands(row, timezone.localdate()),
        is_demo=row.is_demo,
    )


def _answer(row: models.QuestionStep) -> Answer:
    return Answer(
        question=row.question_id,
        kind=row.kind,
        date=row.date,
        party=row.party.name,
        text=_text(row, "text"),
        until=row.until,
        ground=row.ground or None,
        meeting=row.meeting or None,
        is_demo=row.is_demo,
    )


def _position(row: models.Position) -> Position:
    return Position(
        date=row.date,
        party=row.party.name,
        holder=row.holder or None,
        basis=row.basis,
        safeguard=row.safeguard,
        scope=row.scope,
        system=row.system.slug if row.system else None,
        stance=row.stance,
        text=_text(row, "text"),
        condition=_text(row, "condition") if row.condition else None,
        is_demo=row.is_demo,
    )


def _text(row: Entered, column: str) -> Text:
    english = row.translations.get("en", {}).get(column)
    return Text(nl=str(getattr(row, column)), en=str(english) if english else None)
