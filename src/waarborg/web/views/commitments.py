"""Toezeggingen: what was promised, what was delivered, what is late? As a page, as data and as a calendar."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from waarborg.publication.ics import CalendarDay, calendar_feed
from waarborg.web import tellings
from waarborg.web.chosen_day import chosen_day
from waarborg.web.exports import csv_answer
from waarborg.web.lateness import late, term
from waarborg.web.words import label, language, t
from waarborg.wording.rappel_letter import rappel_letter
from waarborg.workbench.queries.commitments import (
    FACETS,
    Owed,
    commitments,
    facet_counts,
    narrowed,
    rappel_owed,
)

GROUPS = {"status": "status", "body": "assess.body"}
"""The words of a filter's codes; the other filters hold names."""
PAGE_SIZE = 100
CHAMBERS = ("EK", "TK", "council")
_LONGEST = 80


def commitments_page(request: HttpRequest) -> HttpResponse:
    """The list as known on a day, what is late first, with a count beside every filter."""
    on, wrong = chosen_day(request)
    chosen = _chosen(request)
    found = commitments(on)
    shown = {
        "on": on,
        "wrong": wrong,
        "today": timezone.localdate(),
        "chosen": chosen,
        "kept": {**chosen, **({"op": on.isoformat()} if "op" in request.GET and not wrong else {})},
        "rows": Paginator(narrowed(found, chosen), PAGE_SIZE).get_page(request.GET.get("page")),
        "total": len(found),
        "overdue": sum(owed.item.status == "overdue" for owed in found),
        "possibly": sum(owed.item.status == "possibly_overdue" for owed in found),
        "groups": GROUPS,
        "facets": facet_counts(found, chosen),
        "tell": tellings,
        "late": late,
        "term": term,
    }
    return render(request, "commitments.html", shown, status=400 if wrong else 200)


def commitments_csv(request: HttpRequest) -> HttpResponse:
    """The list, narrowed as on the page, in UTF-8 with a mark so that Excel reads it."""
    return csv_answer("toezeggingen", _row_names(), (row.values() for row in _data(request)))


def commitments_json(request: HttpRequest) -> JsonResponse:
    """The list, narrowed as on the page."""
    on, _ = chosen_day(request)
    body = {"on": on.isoformat(), "commitments": _data(request)}
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


def commitments_ics(request: HttpRequest) -> HttpResponse:
    """Every term that has a day, or bounds, as a calendar to subscribe to; bounds are marked tentative."""
    on, _ = chosen_day(request)
    found = narrowed(commitments(on), _chosen(request))
    days = [day for owed in found if (day := _calendar_day(request, owed)) is not None]
    feed = calendar_feed(days, name=t("page.commitments.title"), stamped=timezone.now())
    return HttpResponse(feed, content_type="text/calendar; charset=utf-8")


def rappel_page(request: HttpRequest) -> HttpResponse:
    """What has expired by a reference day, and what expires by the next: the lists for a reminder letter."""
    on, wrong = chosen_day(request)
    chamber = request.GET.get("kamer", "EK")
    chamber = chamber if chamber in CHAMBERS else "EK"
    ministry = " ".join(request.GET.get("ministerie", "BZK").split())[:_LONGEST] or "BZK"
    made, rows = rappel_owed(chamber=chamber, ministry=ministry, on=on)
    shown = {
        "on": on,
        "wrong": wrong,
        "chamber": chamber,
        "chambers": CHAMBERS,
        "ministry": ministry,
        "made": made,
        "row_of": lambda item: rows[id(item)],
        "letter": rappel_letter(made, ministry, language(), name=lambda item: _called(rows[id(item)])),
        "tell": tellings,
        "late": late,
        "term": term,
    }
    return render(request, "rappel.html", shown, status=400 if wrong else 200)


def _called(owed: Owed) -> str:
    """How it is called in a letter."""
    return f"{tellings.instrument_name(owed.instrument)} ({tellings.instrument_title(owed.instrument)})"


def _chosen(request: HttpRequest) -> dict[str, str]:
    return {key: request.GET[key].strip() for key in FACETS if request.GET.get(key, "").strip()}


def _data(request: HttpRequest) -> Sequence[Mapping[str, object]]:
    on, _ = chosen_day(request)
    return [_row(owed) for owed in narrowed(commitments(on), _chosen(request))]


def _row(owed: Owed) -> dict[str, object]:
    item = owed.item
    values = (
        item.id, item.kind, tellings.instrument_title(owed.instrument), owed.dossier.number,
        owed.dossier.body.kind, item.status, list(item.possibly), _iso(item.due), _iso(item.earliest),
        _iso(item.latest), item.certainty and str(item.certainty), item.days_late, item.days_late_by,
        owed.owner, list(owed.committees), owed.dossier.is_demo,
    )  # fmt: skip
    return dict(zip(_row_names(), values, strict=True))


def _row_names() -> tuple[str, ...]:
    return (
        *("id", "kind", "title", "dossier", "body", "status", "possibly", "due", "earliest", "latest"),
        *("certainty", "days_late", "days_late_by", "responsible", "committees", "is_demo"),
    )


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _calendar_day(request: HttpRequest, owed: Owed) -> CalendarDay | None:
    day = owed.item.due or owed.item.latest
    if day is None:
        return None
    name = tellings.instrument_name(owed.instrument)
    address = reverse("dossier", args=[owed.dossier.slug])
    return CalendarDay(
        uid=f"{owed.dossier.slug}.{owed.item.id}@waarborg",
        day=day,
        title=f"{name}: {tellings.instrument_title(owed.instrument)}",
        description=f"{label('status', owed.item.status)}. {owed.owner}".strip(),
        url=request.build_absolute_uri(f"{address}#{owed.item.id}"),
        tentative=owed.item.due is None,
    )
