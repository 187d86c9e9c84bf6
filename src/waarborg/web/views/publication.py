"""Publicatie: what goes out, and is it fit to?"""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from waarborg.publication.papers import Paper, compose, docx_bytes, html_text, pdf_bytes
from waarborg.values.finding import UnusableInput
from waarborg.web.exports import cell
from waarborg.web.house_style import house_style
from waarborg.web.inline_style import with_own_style
from waarborg.web.words import label, language, say
from waarborg.workbench.models import Dossier
from waarborg.workbench.queries.papers_page import DraftedPaper, drafted_paper, drafted_papers

FORMS = ("docx", "pdf", "html")
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_COLUMNS = ("dossier", "paper", "kind", "title", "date", "fit", "open_parts", "goes_with", *FORMS)


def publication(request: HttpRequest) -> HttpResponse:
    """The papers of every dossier that the record can draft, and what each still lacks."""
    papers = drafted_papers(language())
    shown = {"papers": papers, "fit": sum(one.is_fit for one in papers), "forms": FORMS}
    return render(request, "publication.html", shown)


def publication_json(_: HttpRequest) -> JsonResponse:
    """The same as data."""
    rows = [_row(one) for one in drafted_papers(language())]
    return JsonResponse({"papers": rows}, json_dumps_params={"ensure_ascii": False})


def publication_csv(_: HttpRequest) -> HttpResponse:
    """The same as a table."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(_COLUMNS)
    writer.writerows([cell(value) for value in _row(one).values()] for one in drafted_papers(language()))
    answer = HttpResponse("\ufeff" + lines.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="publicatie.csv"'
    return answer


def paper(_: HttpRequest, slug: str, code: str, form: str) -> HttpResponse:
    """One paper in one form, in its public version: the house's own lines never leave by this door."""
    found = drafted_paper(get_object_or_404(Dossier, slug=slug), code, language())
    if found is None or form not in FORMS:
        raise Http404
    try:
        return _formed(compose(found.draft, public=True), f"{slug}-{code}", form)
    except UnusableInput as refused:
        return HttpResponse(say(refused.finding), status=422, content_type="text/plain; charset=utf-8")


def _formed(made: Paper, name: str, form: str) -> HttpResponse:
    style = house_style()
    if form == "html":
        return with_own_style(html_text(made, style))
    content = docx_bytes(made, style) if form == "docx" else pdf_bytes(made, style)
    answer = HttpResponse(content, content_type=_TYPES[form])
    how = "inline" if form == "pdf" else "attachment"
    answer["Content-Disposition"] = f'{how}; filename="{name}.{form}"'
    return answer


def _row(one: DraftedPaper) -> dict[str, object]:
    addresses = [reverse("paper", args=[one.dossier.slug, one.code, form]) for form in FORMS]
    values = (
        one.dossier.number,
        one.code,
        label("paper.kind", one.draft.kind),
        one.draft.title,
        one.day.isoformat() if one.day else "",
        one.is_fit,
        list(one.draft.open_parts()),
        list(one.goes_with),
        *addresses,
    )
    return dict(zip(_COLUMNS, values, strict=True))
