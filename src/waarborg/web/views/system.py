"""One system: what it decides, why its impact is what it is, its safeguards, the dialogue on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from waarborg.web import tellings
from waarborg.web.acting import acting, reader_of
from waarborg.web.acts import ON_SYSTEM, permitted
from waarborg.web.evidence_figures import figures_of
from waarborg.web.marking import marked_texts, quoted
from waarborg.web.safeguard_rows import draw_map, party_name, safeguard_rows
from waarborg.workbench.models import System
from waarborg.workbench.queries.dossier_subjects import dossiers_of
from waarborg.workbench.queries.entry_versions import version_changes
from waarborg.workbench.queries.system_page import shown_to, system_record
from waarborg.workbench.queries.systems_list import day_of


def system(request: HttpRequest, slug: str) -> HttpResponse:
    """One system."""
    found = get_object_or_404(System.objects.select_related("organisation"), slug=slug)
    record = system_record(found, reader_of(request))
    rows = safeguard_rows(record)
    result = record.assessment.result if record.assessment else None
    texts = record.version.texts if record.version else {}
    impact_quotes = result["impact"]["quotes"] if result else []
    all_quotes = [
        quote for row in (result["statements"].values() if result else ()) for quote in row["quotes"]
    ]
    shown = {
        "record": record,
        "system": record.system,
        "result": result,
        "impact_quotes": quoted(texts, impact_quotes),
        "texts": marked_texts(texts, [*impact_quotes, *all_quotes]),
        "subject_of": dossiers_of(found),
        "since": day_of(request.GET.dict()),
        "versions": version_changes(found, day_of(request.GET.dict())),
        "tell": tellings,
        "rows": rows,
        "talked": [row for row in rows if row.has_dialogue],
        "picture": draw_map(rows, record),
        "acts": permitted(ON_SYSTEM.values(), acting(request), found),
        "may_ask": bool(permitted([ON_SYSTEM["vragen"]], acting(request), found)),
        "figures_of": figures_of,
        "today": timezone.localdate(),
        "shown_by": shown_to(record.measures, record.evidence),
        "party": lambda code: party_name(record, code),
    }
    return render(request, "system.html", shown)
