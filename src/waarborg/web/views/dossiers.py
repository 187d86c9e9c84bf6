"""Dossiers: what happened? The timeline with its certainty, papers, instruments, relations."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from waarborg.procedure.rappel import KINDS
from waarborg.web import tellings
from waarborg.web.acting import acting
from waarborg.web.acts import ON_COMMITMENT, ON_DOSSIER, permitted
from waarborg.web.case_names import names_of
from waarborg.web.case_timeline import draw, timeline_rows
from waarborg.web.certainties import certainty_of
from waarborg.web.lateness import late
from waarborg.web.words import t
from waarborg.workbench.models import Dossier
from waarborg.workbench.queries.case_of import timeline_of
from waarborg.workbench.queries.dossier_page import dossier_list, dossier_record


def dossiers(request: HttpRequest) -> HttpResponse:
    """All dossiers."""
    return render(request, "dossiers.html", {"dossiers": dossier_list()})


def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    """One dossier."""
    record = dossier_record(get_object_or_404(Dossier.objects.select_related("body"), slug=slug))
    rows = timeline_rows(record)
    standing = {item.id: item for item in timeline_of(record.dossier, timezone.localdate()).items}
    shown = {
        "record": record,
        "dossier": record.dossier,
        "rows": rows,
        "undated": sum(not (row.first or row.last) for row in rows),
        "picture": draw(rows, title=t("page.dossier.timeline_of", number=record.dossier.number)),
        "names": names_of(record),
        "promises": [found for found in record.instruments if tellings.pair(found.details, "promised")],
        "tell": tellings,
        "late": late,
        "certainty_of": certainty_of,
        "standing": standing,
        "acts": permitted(ON_DOSSIER.values(), acting(request), record.dossier),
        "acts_on": {
            row.code: permitted(ON_COMMITMENT.values(), acting(request), row, standing[row.code].status)
            for row in record.instruments
            if row.kind in KINDS and row.code in standing
        },
    }
    return render(request, "dossier.html", shown)
