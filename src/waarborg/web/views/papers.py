"""A paper in the making: its text, who said what of it, what blocks it, and what the reader can do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from waarborg.publication.papers import compose
from waarborg.publication.papers.draft import draft_of
from waarborg.web.acting import acting, reader_of
from waarborg.web.acts import ON_PAPER, permitted
from waarborg.web.paper_forms import FORMS
from waarborg.workbench.queries.agreement_map import party_names
from waarborg.workbench.queries.paper_drafts import (
    decisions_on,
    drafts_seen_by,
    open_marks_of,
    unpublished_company,
    waiting_for,
)


def paper_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper, for those who may see it; what blocks it shows to its own party."""
    row = get_object_or_404(drafts_seen_by(reader_of(request)), pk=pk)
    actor = acting(request)
    own = actor is not None and actor.party == row.party
    draft = draft_of(row.content)
    shown = {
        "row": row,
        "draft": draft,
        "paper": compose(draft, public=not own),
        "kind_of": lambda block: type(block).__name__,
        "forms": FORMS,
        "own": own,
        "open_parts": draft.open_parts(),
        "marks": open_marks_of(row) if own else (),
        "decisions": decisions_on(row) if own else (),
        "beside": unpublished_company(row) if own and row.stage != "published" else (),
        "waits": party_names(set(waiting_for(row))).values(),
        "acts": permitted(ON_PAPER.values(), actor, row, row.stage),
    }
    return render(request, "paper_draft.html", shown)
