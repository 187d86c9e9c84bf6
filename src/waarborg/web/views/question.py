"""One question: what was asked, what came of it, and what the reader can do now."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from waarborg.web import tellings
from waarborg.web.acting import acting, reader_of
from waarborg.web.acts import ON_ANSWER, ON_QUESTION, permitted
from waarborg.workbench.queries.agreement_map import party_names
from waarborg.workbench.queries.answer_drafts import answer_in_the_making, answer_waits_for
from waarborg.workbench.queries.question_page import question_for, stands


def question(request: HttpRequest, pk: int) -> HttpResponse:
    """One question, as the reader may see it."""
    row = question_for(reader_of(request), pk)
    if row is None:
        raise Http404
    state = stands(row, timezone.localdate())
    actor = acting(request)
    making = answer_in_the_making(row, reader_of(request))
    shown = {
        "row": row,
        "state": state,
        "acts": [
            *(permitted(ON_ANSWER.values(), actor, making, making.stage) if making else ()),
            *permitted(ON_QUESTION.values(), actor, row, state),
        ],
        "making": making,
        "waits": party_names(set(answer_waits_for(making))).values() if making else (),
        "tell": tellings,
    }
    return render(request, "question.html", shown)
