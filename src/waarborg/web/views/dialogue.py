"""Dialoog: how is it held, and where does it stand? The plans, and the questions that wait to be put."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from waarborg.publication.papers import compose, question_letter
from waarborg.publication.papers.draft import Annex
from waarborg.web import tellings
from waarborg.web.acting import acting, own_line, reader_of
from waarborg.web.acts import ON_PLAN, permitted
from waarborg.web.acts.on_plan import ON_DOSSIER_PLANS
from waarborg.web.paper_forms import in_form
from waarborg.web.words import language
from waarborg.workbench.models import Dossier
from waarborg.workbench.queries.bundle_letter import bundle_letter
from waarborg.workbench.queries.dialogue_page import plan_shown, plans_for
from waarborg.workbench.queries.involvement_page import scenarios_on_plans
from waarborg.workbench.queries.question_bundles import DOZEN, bundles, first_letters


def dialogue(request: HttpRequest) -> HttpResponse:
    """The plans that the reader may see, each with what he can do on it, and the bundled questions."""
    today, actor, reader = timezone.localdate(), acting(request), reader_of(request)
    plans = [plan_shown(row, today, reader) for row in plans_for(reader)]
    bundled = bundles({"impact": "high", "body": own_line(request)})
    dossiers = [row for row in Dossier.objects.all() if permitted(ON_DOSSIER_PLANS.values(), actor, row)]
    shown = {
        "plans": [(plan, permitted(ON_PLAN.values(), actor, plan.row)) for plan in plans],
        "letters": first_letters(bundled, _wanted(request)),
        "dossiers": dossiers,
        "scenarios": scenarios_on_plans(reader),
        "tell": tellings,
    }
    return render(request, "dialogue.html", shown)


def _wanted(request: HttpRequest) -> int:
    """How many letters the clerk set; a dozen where that is no number above nought."""
    told = request.GET.get("letters", "")
    return int(told) if told.isdecimal() and len(told) <= len("9999") and int(told) else DOZEN


def bundle(request: HttpRequest, safeguard: str, form: str, organisation: int | None = None) -> HttpResponse:
    """The letter that puts one question on a safeguard, its systems in an annex.

    To one organisation, or without one to all that have few systems to ask about.
    """
    body = acting(request)
    sender = body.party.name if body and body.party and body.party.body else ""
    letter, systems = bundle_letter(
        safeguard, organisation, language(), sender=sender, on=timezone.localdate(), body=own_line(request)
    )
    annexes = tuple(Annex(name=name, information=source) for name, source in systems)
    draft = question_letter(letter, language(), annexes=annexes)
    return in_form(compose(draft, public=True), f"{safeguard}-{organisation or 'samen'}", form)
