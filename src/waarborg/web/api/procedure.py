"""Dossiers with their papers, and what was promised by when."""

import datetime as dt
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from waarborg.web.api.paging import Asked, Listed
from waarborg.web.api.shapes import Commitment, Deadline, Dossier, Page, Paper, Problem
from waarborg.workbench import models
from waarborg.workbench.queries.commitments import Owed, commitments

router = Router(tags=["procedure"])
WRONG = {400: Problem}
Day = Annotated[dt.date | None, Query(None, description="As known on this day; today where it is not given.")]


@router.get("/dossiers", response={200: Page[Dossier], **WRONG}, by_alias=True, summary="The dossiers")
def list_dossiers(
    request: HttpRequest, response: HttpResponse, paging: Asked
) -> Page[Dossier] | HttpResponse:
    """Every dossier, by its number."""
    rows = models.Dossier.objects.select_related("body")
    return Listed(request, response, paging).of_query(rows, _dossier)


@router.get("/papers", response={200: Page[Paper], **WRONG}, by_alias=True, summary="The papers")
def list_papers(request: HttpRequest, response: HttpResponse, paging: Asked) -> Page[Paper] | HttpResponse:
    """Every paper of every dossier, in the order of the dossiers."""
    rows = models.Paper.objects.select_related("dossier").order_by("dossier__number", "number")
    return Listed(request, response, paging).of_query(rows, _paper)


@router.get(
    "/commitments", response={200: Page[Commitment], **WRONG}, by_alias=True, summary="The commitments"
)
def list_commitments(
    request: HttpRequest, response: HttpResponse, paging: Asked, on: Day = None
) -> Page[Commitment] | HttpResponse:
    """Commitments and promises as known on a day, what is late first."""
    rows = commitments(on or timezone.localdate())
    return Listed(request, response, paging).of_rows(rows, _commitment)


@router.get("/deadlines", response={200: Page[Deadline], **WRONG}, by_alias=True, summary="The deadlines")
def list_deadlines(
    request: HttpRequest, response: HttpResponse, paging: Asked, on: Day = None
) -> Page[Deadline] | HttpResponse:
    """The terms of what was promised, as known on a day; one without a day says what would settle it."""
    rows = [owed for owed in commitments(on or timezone.localdate()) if owed.item.certainty]
    return Listed(request, response, paging).of_rows(rows, _deadline)


def _dossier(row: models.Dossier) -> Dossier:
    return Dossier(id=row.slug, number=row.number, body=row.body.kind, title=row.title, is_demo=row.is_demo)


def _paper(row: models.Paper) -> Paper:
    return Paper(
        id=row.code,
        dossier=row.dossier.slug,
        letter=row.letter or None,
        kind=row.kind,
        title=row.title or None,
        date=row.date,
        not_before=row.not_before,
        not_after=row.not_after,
        certainty=row.certainty or None,
    )


def _commitment(owed: Owed) -> Commitment:
    item = owed.item
    return Commitment(
        id=item.id,
        kind=item.kind,
        title=owed.instrument.title,
        dossier=owed.dossier.slug,
        body=owed.dossier.body.kind,
        status=item.status,
        possibly=list(item.possibly),
        due=item.due,
        earliest=item.earliest,
        latest=item.latest,
        certainty=item.certainty,
        days_late=item.days_late,
        days_late_by=item.days_late_by,
        responsible=owed.owner or None,
        is_demo=owed.dossier.is_demo,
    )


def _deadline(owed: Owed) -> Deadline:
    item = owed.item
    words = owed.instrument.deadlines.exclude(text="").values_list("text", flat=True).first()
    return Deadline(
        dossier=owed.dossier.slug,
        instrument=item.id,
        words=words,
        due=item.due,
        earliest=item.earliest,
        latest=item.latest,
        certainty=str(item.certainty),
        basis=list(item.basis),
        settles=list(item.settles),
    )
