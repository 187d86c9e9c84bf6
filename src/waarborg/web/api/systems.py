"""Systems, their impact, and where their safeguards stand."""

from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from waarborg.values.dialogue import PUBLIC
from waarborg.web.api.paging import Asked, Listed
from waarborg.web.api.shapes import (
    Impact,
    Organisation,
    Page,
    Problem,
    Quote,
    SafeguardState,
    System,
)
from waarborg.workbench import models
from waarborg.workbench.queries.systems_list import systems_list

router = Router(tags=["systems"])
WRONG = {400: Problem}
ABSENT = {404: Problem}


class Chosen(Schema):
    """What to narrow the list by; a value that does not exist finds nothing."""

    q: str = Field("", max_length=200, description="Words in name, organisation or text.")
    impact: str = Field("", max_length=40)
    body: str = Field("", max_length=40, description="Kind of body on the accountability line.")
    status: str = Field("", max_length=40)
    in_register: str = Field("", alias="register", max_length=60)


@router.get("/systems", response={200: Page[System], **WRONG}, by_alias=True, summary="The systems")
def list_systems(
    request: HttpRequest, response: HttpResponse, paging: Asked, chosen: Query[Chosen]
) -> Page[System] | HttpResponse:
    """Every system that fits what was chosen, highest impact first."""
    kept = {key: value.strip() for key, value in chosen.dict(by_alias=True).items() if value.strip()}
    rows = systems_list(kept).prefetch_related("organisation__bodies")
    return Listed(request, response, paging).of_query(rows, _system)


@router.get("/systems/{slug}", response={200: System, **ABSENT}, by_alias=True, summary="One system")
def get_system(request: HttpRequest, slug: str) -> System:  # noqa: ARG001  django-ninja's signature
    """One system by its id."""
    return _system(_row(slug))


@router.get(
    "/systems/{slug}/impact",
    response={200: Impact, **ABSENT},
    by_alias=True,
    summary="The impact of a system",
)
def get_impact(request: HttpRequest, slug: str) -> Impact:  # noqa: ARG001  as above
    """The impact of a system with its rules and the words that it rests on."""
    row = _row(slug)
    found = models.Assessment.objects.filter(system=row, is_current=True).first()
    if found is None:
        raise Http404
    told = found.result.get("impact", {})
    return Impact(
        level=row.impact,
        criteria=row.criteria,
        subject=row.subject,
        role=row.role,
        automated_individual_decision=row.automated,
        rules=told.get("rules", []),
        quotes=_quotes(row, told.get("quotes", [])),
        catalogue_version=str(told.get("catalogue_version", "")),
    )


@router.get(
    "/systems/{slug}/safeguards",
    response={200: Page[SafeguardState], **WRONG, **ABSENT},
    by_alias=True,
    summary="The safeguards of a system",
)
def list_safeguards(
    request: HttpRequest, response: HttpResponse, slug: str, paging: Asked
) -> Page[SafeguardState] | HttpResponse:
    """Where each safeguard of a system stands for the public."""
    rows = models.StoredState.objects.filter(system=_row(slug), reader=PUBLIC)
    rows = rows.select_related("system").order_by("safeguard")
    return Listed(request, response, paging).of_query(rows, _state)


@router.get(
    "/safeguards",
    response={200: Page[SafeguardState], **WRONG},
    by_alias=True,
    summary="The safeguards of all systems",
)
def list_states(
    request: HttpRequest,
    response: HttpResponse,
    paging: Asked,
    safeguard: Annotated[str, Query("", max_length=40, description="The id of a safeguard.")] = "",
) -> Page[SafeguardState] | HttpResponse:
    """Where safeguards stand for the public, over all systems."""
    rows = models.StoredState.objects.filter(reader=PUBLIC)
    rows = rows.filter(safeguard=safeguard.replace("\0", " ")) if safeguard else rows
    rows = rows.select_related("system").order_by("system__name", "system__pk", "safeguard")
    return Listed(request, response, paging).of_query(rows, _state)


def _row(slug: str) -> models.System:
    return get_object_or_404(models.System.objects.select_related("organisation"), slug=slug)


def _system(row: models.System) -> System:
    return System(
        id=row.slug,
        name=row.name,
        organisation=Organisation(
            name=row.organisation.name,
            kind=row.organisation.kind,
            bodies=[body.kind for body in row.organisation.bodies.all()],
        ),
        status=row.status,
        impact=row.impact,
        register=row.register,
        source_id=row.source_id,
        source_url=row.url or None,
        first_seen=row.first_seen,
        last_changed=row.last_changed,
        is_demo=row.is_demo,
    )


def _quotes(row: models.System, told: list[dict[str, object]]) -> list[Quote]:
    version = row.versions.order_by("-number").first()
    texts = version.texts if version else {}
    return [
        Quote(
            field=str(one["field"]),
            text=str(texts.get(str(one["field"]), ""))[int(str(one["start"])) : int(str(one["end"]))],
        )
        for one in told
    ]


def _state(row: models.StoredState) -> SafeguardState:
    return SafeguardState(
        safeguard=row.safeguard,
        system=row.system.slug,
        applicable=row.applicable,
        bar=row.bar,
        evidence=row.evidence,
        best_grade=row.best_grade,
        questions=row.questions,
        agreement=row.agreement,
        settles=row.asks.split(),
        computed_on=row.computed_on,
    )
