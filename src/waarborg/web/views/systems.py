"""Systemen: which systems weigh on human rights? The list as a page, as CSV and as JSON."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from waarborg.web.exports import COLUMNS, csv_answer, row
from waarborg.workbench.models import System
from waarborg.workbench.queries.news import begun, news_of, occasions
from waarborg.workbench.queries.systems_list import (
    DEFAULT_SORT,
    FACETS,
    SORTS,
    day_of,
    facet_counts,
    news_counts,
    systems_list,
)

PAGE_SIZE = 50
GROUPS = {
    "impact": "assess.impact",
    "body": "assess.body",
    "kind": "organisation_kind",
    "status": "system_status",
    "role": "assess.role",
    "register": "register_name",
}
CHOICES = ("q", *FACETS, "since", "news", "sort", "page")


def systems(request: HttpRequest) -> HttpResponse:
    """One page of the list, with a count beside every filter."""
    chosen = _chosen(request)
    page = Paginator(systems_list(chosen), PAGE_SIZE).get_page(chosen.get("page"))
    since, first = day_of(chosen), begun()
    shown = {
        "chosen": chosen,
        "page": page,
        "groups": GROUPS,
        "facets": facet_counts(chosen),
        "totals": dict(facet_counts({})["impact"]),
        "sorts": tuple(SORTS),
        "sort": chosen.get("sort", DEFAULT_SORT),
        "since": since,
        "news": news_counts(chosen),
        "news_of": lambda system: news_of(system, since, first),
        "unread": sorted(register for register, day in first.items() if since and day > since),
        "first": first,
        "occasions": occasions(),
        "has_demo": any(system.is_demo for system in page.object_list),
    }
    return render(request, "systems.html", shown)


def systems_csv(request: HttpRequest) -> HttpResponse:
    """The whole list, filtered and sorted as on the page, in UTF-8 with a mark so that Excel reads it."""
    rows = (row(system).values() for system in _whole_list(request))
    return csv_answer("systemen", COLUMNS, rows)


def systems_json(request: HttpRequest) -> JsonResponse:
    """The whole list, filtered and sorted as on the page."""
    found = [row(system) for system in _whole_list(request)]
    return JsonResponse({"count": len(found), "systems": found}, json_dumps_params={"ensure_ascii": False})


def _whole_list(request: HttpRequest) -> QuerySet[System]:
    return systems_list(_chosen(request)).prefetch_related("organisation__bodies")


def _chosen(request: HttpRequest) -> dict[str, str]:
    return {key: request.GET[key].strip() for key in CHOICES if request.GET.get(key, "").strip()}
