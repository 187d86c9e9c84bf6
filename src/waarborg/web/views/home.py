"""Vandaag: what asks my attention?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from waarborg.web import tellings
from waarborg.web.acting import acting
from waarborg.web.acts import ON_PARTY, permitted
from waarborg.web.lateness import late, term
from waarborg.workbench.queries.for_party import for_party
from waarborg.workbench.queries.today import dossiers_today, systems_by_impact, waiting_questions


def home(request: HttpRequest) -> HttpResponse:
    """What is late, which questions wait, how many systems weigh, what is not known."""
    today, actor = timezone.localdate(), acting(request)
    party = actor.party if actor else None
    shown = {
        "today": today,
        "own": for_party(party, today) if party else None,
        "acts": permitted(ON_PARTY.values(), actor, party) if party else (),
        "questions": waiting_questions(today),
        "by_impact": systems_by_impact(),
        "dossiers": dossiers_today(today),
        "tell": tellings,
        "late": late,
        "term": term,
    }
    return render(request, "home.html", shown)
