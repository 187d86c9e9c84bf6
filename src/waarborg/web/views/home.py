"""Vandaag: what asks my attention?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from waarborg.workbench.queries.today import dossiers_with_gaps, systems_by_impact, waiting_questions


def home(request: HttpRequest) -> HttpResponse:
    """What is late, which questions wait, how many systems weigh, what is not known."""
    shown = {
        "today": timezone.localdate(),
        "questions": waiting_questions(),
        "by_impact": systems_by_impact(),
        "gaps": dossiers_with_gaps(),
    }
    return render(request, "home.html", shown)
