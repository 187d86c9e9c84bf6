"""Waarborgen: are the safeguards adequate? The agreement map over many systems, and system by system."""

from collections import Counter
from collections.abc import Iterator, Mapping

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from waarborg import law
from waarborg.drawing.agreement import Cell, Row
from waarborg.drawing.agreement import agreement_map as draw
from waarborg.web.acting import own_line, reader_of
from waarborg.web.exports import csv_answer
from waarborg.web.words import label, number, t
from waarborg.workbench.models import Dossier
from waarborg.workbench.queries.agreement_map import (
    ASK,
    SILENT,
    AgreementMap,
    SafeguardSummary,
    agreement_map,
    party_names,
    states_of,
    told_apart,
)
from waarborg.workbench.queries.systems_list import facet_counts

PAGE_SIZE = 50
FACETS = {"impact": "assess.impact", "body": "assess.body", "kind": "organisation_kind"}


def safeguards(request: HttpRequest) -> HttpResponse:
    """All safeguards over the chosen systems: the evidence, where each party stands, what would settle it."""
    chosen = _chosen(request)
    found = agreement_map(chosen, reader_of(request))
    spoken = [row for row in found.rows if row.stances]
    shown = {
        "chosen": chosen,
        "found": found,
        "picture": _picture(found, spoken),
        "spoken": len(spoken),
        "dossier": _dossier(chosen),
        "groups": FACETS,
        "facets": {key: counts for key, counts in facet_counts(chosen).items() if key in FACETS},
        "silent": SILENT,
        "asked": ASK,
    }
    return render(request, "safeguards.html", shown)


def safeguard(request: HttpRequest, code: str) -> HttpResponse:
    """One safeguard, system by system."""
    if code not in law.safeguards():
        raise Http404
    chosen = _chosen(request)
    page = Paginator(states_of(code, chosen, reader_of(request)), PAGE_SIZE).get_page(request.GET.get("page"))
    rows = told_apart(list(page.object_list))
    named = {party for row in rows for party in row.state.state["stances"]}
    waiting = {party for row in rows for party in _waited_for(row.state.state["attention"])}
    shown = {
        "safeguard": law.safeguards()[code],
        "chosen": chosen,
        "dossier": _dossier(chosen),
        "page": page,
        "rows": rows,
        "parties": party_names(named | waiting),
        "columns": party_names(named),
        "asks_of": _asks,
        "asked": ASK,
    }
    return render(request, "safeguard.html", shown)


def safeguards_json(request: HttpRequest) -> JsonResponse:
    """The map as data."""
    found = agreement_map(_chosen(request), reader_of(request))
    body = {"systems": found.systems, "safeguards": [_data(row) for row in found.rows]}
    return JsonResponse(body, json_dumps_params={"ensure_ascii": False})


def safeguards_csv(request: HttpRequest) -> HttpResponse:
    """The map as a table of counts: one line a safeguard, what is counted, and its value."""
    rows = (line for row in agreement_map(_chosen(request), reader_of(request)).rows for line in _lines(row))
    return csv_answer("waarborgen", ("safeguard", "counts", "party", "value", "systems"), rows)


def _lines(row: SafeguardSummary) -> Iterator[tuple[str, str, str, str, int]]:
    for kind in ("evidence", "agreement", "questions", "asks"):
        for value, systems in sorted(getattr(row, kind).items()):
            yield (row.safeguard, kind, "", value, systems)
    for party, stances in row.stances.items():
        for value, systems in sorted(stances.items()):
            yield (row.safeguard, "stance", party, value, systems)


def _chosen(request: HttpRequest) -> dict[str, str]:
    """What was chosen; high impact where nothing was, and for a clerk her own line. Empty means all.

    A dossier says itself which systems: then nothing else is left out unasked.
    """
    dossier = request.GET.get("dossier", "").strip()
    default = {"dossier": dossier} if dossier else {"impact": "high", "body": own_line(request)}
    asked = {key: request.GET.get(key, default.get(key, "")).strip() for key in (*FACETS, "dossier")}
    return {key: value for key, value in asked.items() if value}


def _dossier(chosen: Mapping[str, str]) -> Dossier | None:
    """The dossier that the map is narrowed to; None for none, or one that does not exist."""
    slug = chosen.get("dossier", "").replace("\0", "")
    return Dossier.objects.select_related("body").filter(slug=slug).first() if slug else None


def _picture(found: AgreementMap, spoken: list[SafeguardSummary]) -> str:
    """The safeguards on which somebody took a position, parties across; empty where nobody did."""
    if not spoken:
        return ""
    columns = [t("page.system.map_evidence"), *found.parties.values()]
    lines = [
        Row(
            label("safeguard", row.safeguard),
            (_evidence(row), *(_stance(row, code) for code in found.parties)),
        )
        for row in spoken
    ]
    title = t("page.safeguards.title")
    return draw(columns, lines, title=title, description=t("page.system.map_description"))


def _evidence(row: SafeguardSummary) -> Cell:
    counted = Counter({code: n for code, n in row.evidence.items() if code not in {"none", "not_applicable"}})
    return Cell(_told("evidence", counted) or label("evidence", "none"), "none")


def _stance(row: SafeguardSummary, party: str) -> Cell:
    """The party's stances counted; one colour only where it holds one stance everywhere."""
    counted = row.stances.get(party, Counter())
    known = {"adequate", "conditional", "inadequate"}
    only = next(iter(counted)) if len(counted) == 1 else "none"
    return Cell(_told("stance", counted) or t("page.system.no_position"), only if only in known else "none")


def _told(group: str, counted: Mapping[str, int]) -> str:
    return "; ".join(f"{number(n)} {label(group, code)}" for code, n in sorted(counted.items()))


def _data(row: SafeguardSummary) -> dict[str, object]:
    return {
        "safeguard": row.safeguard,
        "systems": row.systems,
        "evidence": row.evidence,
        "agreement": row.agreement,
        "questions": row.questions,
        "asks": row.asks,
        "stances": row.stances,
    }


def _asks(attention: list[str]) -> list[tuple[str, list[str]]]:
    """``position:ek,tk`` as its code and its parties."""
    split = (written.partition(":") for written in attention)
    return [(code, parties.split(",") if parties else []) for code, _, parties in split]


def _waited_for(attention: list[str]) -> set[str]:
    return {party for _, parties in _asks(attention) for party in parties}
