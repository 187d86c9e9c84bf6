"""Publicatie: what goes out, and is it fit to?"""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from waarborg.publication.papers import compose
from waarborg.publication.papers.draft import draft_of
from waarborg.values.dialogue import PUBLIC
from waarborg.web.acting import acting, reader_of
from waarborg.web.acts import permitted
from waarborg.web.acts.on_paper import ON_DOSSIER_PAPERS
from waarborg.web.exports import csv_answer
from waarborg.web.paper_forms import FORMS, in_form
from waarborg.web.words import label, language
from waarborg.workbench.models import Dossier, System
from waarborg.workbench.queries.answer_book import answer_book_of, systems_with_questions
from waarborg.workbench.queries.paper_drafts import drafts_seen_by, waiting_for
from waarborg.workbench.queries.papers_page import DraftedPaper, drafted_paper, drafted_papers

_COLUMNS = ("dossier", "paper", "kind", "title", "date", "fit", "open_parts", "goes_with", *FORMS)


def publication(request: HttpRequest) -> HttpResponse:
    """The papers of every dossier that the record can draft, and what each still lacks."""
    papers = drafted_papers(language())
    shown = {
        "papers": papers,
        "fit": sum(one.is_fit for one in papers),
        "forms": FORMS,
        "books": systems_with_questions(),
        "dossiers": [
            row
            for row in Dossier.objects.all()
            if permitted(ON_DOSSIER_PAPERS.values(), acting(request), row)
        ],
        "drafts": [(row, waiting_for(row)) for row in drafts_seen_by(reader_of(request))],
    }
    return render(request, "publication.html", shown)


def publication_json(_: HttpRequest) -> JsonResponse:
    """The same as data."""
    rows = [_row(one) for one in drafted_papers(language())]
    return JsonResponse({"papers": rows}, json_dumps_params={"ensure_ascii": False})


def publication_csv(_: HttpRequest) -> HttpResponse:
    """The same as a table."""
    rows = (_row(one).values() for one in drafted_papers(language()))
    return csv_answer("publicatie", _COLUMNS, rows)


def paper(_: HttpRequest, slug: str, code: str, form: str) -> HttpResponse:
    """One paper in one form, in its public version: the house's own lines never leave by this door."""
    found = drafted_paper(get_object_or_404(Dossier, slug=slug), code, language())
    if found is None:
        raise Http404
    return in_form(compose(found.draft, public=True), f"{slug}-{code}", form)


def answers(_: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The answer book of a system."""
    found = answer_book_of(get_object_or_404(System, slug=slug), language())
    if found is None:
        raise Http404
    return in_form(compose(found, public=True), f"{slug}-antwoorden", form)


def draft(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """A paper in the making, for those who may see it; whole for its own party and its co-drafters."""
    row = get_object_or_404(drafts_seen_by(reader_of(request)), pk=pk)
    public = row.visibility == PUBLIC
    return in_form(compose(draft_of(row.content), public=public), f"{row.code}-v{row.version}", form)


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
