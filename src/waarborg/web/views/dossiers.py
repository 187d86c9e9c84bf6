"""Dossiers: what happened? The timeline with its certainty, papers, instruments, relations."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from waarborg.procedure.rappel import KINDS
from waarborg.publication.bundle.tables import TABLES, tables
from waarborg.web import tellings
from waarborg.web.acting import acting, reader_of
from waarborg.web.acts import ON_COMMITMENT, ON_DOSSIER, permitted
from waarborg.web.case_names import names_of
from waarborg.web.case_timeline import draw, timeline_rows
from waarborg.web.certainties import certainty_of
from waarborg.web.chosen_day import day_until_today
from waarborg.web.exports import csv_answer
from waarborg.web.lateness import late
from waarborg.web.paper_forms import FORMS
from waarborg.web.words import t
from waarborg.workbench.models import Dossier
from waarborg.workbench.queries.case_of import timeline_of
from waarborg.workbench.queries.dialogue_page import meetings_on
from waarborg.workbench.queries.dossier_page import as_the_record_stood, dossier_list, dossier_record
from waarborg.workbench.queries.dossier_subjects import subjects_of
from waarborg.workbench.queries.publication_of import contents_of, published_by

_COLUMNS = {
    "id": "slug",
    "number": "number",
    "body": "body__kind",
    "title": "title",
    "papers": "paper_count",
    "instruments": "instrument_count",
    "is_demo": "is_demo",
}
_TEXT = "text/plain; charset=utf-8"


def dossiers(request: HttpRequest) -> HttpResponse:
    """All dossiers."""
    return render(request, "dossiers.html", {"dossiers": dossier_list()})


def dossier(request: HttpRequest, slug: str) -> HttpResponse:
    """One dossier as it stood on a day."""
    on, wrong = day_until_today(request)
    whole = dossier_record(get_object_or_404(Dossier.objects.select_related("body"), slug=slug))
    standing = {item.id: item for item in timeline_of(whole.dossier, on).items}
    record = as_the_record_stood(whole, on, standing)
    rows = timeline_rows(record, until=on if record.is_past else None)
    shown = {
        "on": on,
        "wrong": wrong,
        "tables": TABLES,
        "meetings": {one.pk for one in meetings_on(record.dossier, reader_of(request))},
        "published": published_by(record.dossier, on),
        "forms": FORMS,
        "record": record,
        "dossier": record.dossier,
        "rows": rows,
        "undated": sum(not (row.first or row.last) for row in rows),
        "picture": draw(rows, title=t("page.dossier.timeline_of", number=record.dossier.number)),
        "names": names_of(record),
        "promises": [
            found
            for found in record.instruments
            if tellings.pair(found.details, "promised") and not record.is_past
        ],
        "tell": tellings,
        "late": late,
        "certainty_of": certainty_of,
        "standing": standing,
        "subjects": subjects_of(record.dossier, on),
        "acts": permitted(ON_DOSSIER.values(), acting(request), record.dossier),
        "acts_on": {
            row.code: permitted(ON_COMMITMENT.values(), acting(request), row, standing[row.code].status)
            for row in record.instruments
            if row.kind in KINDS and row.code in standing and not record.is_past
        },
    }
    return render(request, "dossier.html", shown, status=400 if wrong else 200)


def dossier_table(request: HttpRequest, slug: str, name: str, form: str) -> HttpResponse:
    """One table of a dossier as it stood on a day, as in its bundle: CSV or JSON."""
    on, wrong = day_until_today(request)
    if name not in TABLES or form not in {"csv", "json"}:
        raise Http404
    if wrong:
        return HttpResponse(t("page.dossier.no_day", text=wrong), status=400, content_type=_TEXT)
    found = tables(contents_of(get_object_or_404(Dossier.objects.select_related("body"), slug=slug), on))
    table = next(one for one in found if one.name == name)
    if form == "json":
        return HttpResponse(table.as_json(), content_type="application/json")
    answer = HttpResponse(table.as_csv(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{name}.csv"'
    return answer


def dossiers_csv(_: HttpRequest) -> HttpResponse:
    """All dossiers as a table."""
    rows = dossier_list().values_list(*_COLUMNS.values())
    return csv_answer("dossiers", tuple(_COLUMNS), rows)
