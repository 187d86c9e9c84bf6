"""Vandaag: what asks my attention?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from waarborg.web import tellings
from waarborg.web.lateness import late, term
from waarborg.workbench.queries.today import dossiers_today, systems_by_impact, waiting_questions


def home(request: HttpRequest) -> HttpResponse:
    """What is late, which questions wait, how many systems weigh, what is not known."""
    today = timezone.localdate()
    shown = {
        "today": today,
        "questions": waiting_questions(),
        "by_impact": systems_by_impact(),
        "dossiers": dossiers_today(today),
        "tell": tellings,
        "late": late,
        "term": term,
    }
    return render(request, "home.html", shown)
