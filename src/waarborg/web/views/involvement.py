"""Betrokkenheid: should the bodies be involved more, and how? Regimes compared, never ranked."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from markupsafe import Markup

from waarborg.involvement import Assumptions, built_in_regimes
from waarborg.publication import involvement as paper
from waarborg.publication.involvement_reading import in_words
from waarborg.publication.involvement_words import told
from waarborg.values.finding import UnusableInput
from waarborg.values.regime import Comparison
from waarborg.web import own_regime, tellings
from waarborg.web.acting import acting, own_line, reader_of
from waarborg.web.exports import csv_answer
from waarborg.web.regime_figures import TookTooLongError, base_assumptions, driven, figures
from waarborg.web.regime_form import Chosen, chosen, from_form, main_first, written
from waarborg.web.words import language, say, t
from waarborg.workbench.models import Dossier, Scenario
from waarborg.workbench.models.scope import OWN, PUBLIC
from waarborg.workbench.queries.dialogue_page import plans_for
from waarborg.workbench.queries.guide import GUIDED
from waarborg.workbench.queries.involvement_page import (
    in_development,
    involvement_positions,
    kept_scenarios,
)
from waarborg.workbench.queries.registered import register_mark
from waarborg.workbench.queries.submissions import regime_choices, submissions
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.scenarios import save_scenario


def involvement(request: HttpRequest) -> HttpResponse:
    """The page; what its form sends is first made into an address that can be kept."""
    known = base_assumptions()
    if "was" in request.GET:
        return redirect(reverse("involvement") + from_form(request.GET, known) + "#figures")
    return _page(request, chosen(request.GET, known))


def _page(request: HttpRequest, asked: Chosen, refusal: str = "", status: int = 200) -> HttpResponse:
    """The page for what was chosen; ``refusal`` says why a scenario was not kept."""
    known = base_assumptions()
    try:
        found = figures(asked)
    except TookTooLongError:
        found = None
    shown = {"asked": asked, "known": known.by_name, "refusal": refusal, **_beside(request)}
    return render(request, "involvement.html", shown | _form(asked, known) | _drawn(found), status=status)


@require_POST
def keep_scenario(request: HttpRequest) -> HttpResponse:
    """Keep what the address asks for under a name, for the party the reader acts for; then show it."""
    actor = acting(request)
    if actor is None:
        raise PermissionDenied
    asked = chosen(QueryDict(request.POST.get("address", "").lstrip("?")), base_assumptions())
    try:
        row = _keep(request, actor, asked)
    except UnusableInput as refused:
        return _page(request, asked, say(refused.finding), status=409)
    except TookTooLongError:
        return _page(request, asked, status=503)
    return redirect("scenario", pk=row.pk)


def _keep(request: HttpRequest, actor: Actor, asked: Chosen) -> Scenario:
    found, now = figures(asked), timezone.now()
    visibility = PUBLIC if request.POST.get("public") else OWN
    return save_scenario(
        actor=actor,
        entering=Entering(date=timezone.localdate(now), now=now, visibility=visibility),
        name=request.POST.get("name", ""),
        text=request.POST.get("text", ""),
        figures=paper.as_data(found),
        settings=asked.settings,
        drawn=(found.seed, found.replications, found.years),
        systems=register_mark().systems,
        address=asked.address(),
        dossier=Dossier.objects.filter(slug=request.POST.get("dossier", "")).first(),
        plan=next((one for one in plans_for(actor.code) if str(one.pk) == request.POST.get("plan")), None),
    )


def involvement_json(request: HttpRequest) -> HttpResponse:
    """The comparison as the command line answers it."""
    found = _found(request)
    if isinstance(found, HttpResponse):
        return found
    return JsonResponse(paper.as_data(found), json_dumps_params={"ensure_ascii": False})


def involvement_csv(request: HttpRequest) -> HttpResponse:
    """Every measure of every regime, a line each."""
    found = _found(request)
    if isinstance(found, HttpResponse):
        return found
    rows = (
        (one.id, name, measure.mean, measure.low, measure.high, measure.unit)
        for one in found.regimes
        for name, measure in one.measures.items()
    )
    return csv_answer("betrokkenheid", ("regime", "measure", "mean", "low", "high", "unit"), rows)


def involvement_drivers(request: HttpRequest) -> HttpResponse:
    """Which assumption makes the difference, for what the address asks."""
    asked = chosen(request.GET, base_assumptions())
    try:
        found = driven(asked)
    except TookTooLongError:
        found = None
    drivers = tuple(paper.drivers(found, language())) if found else ()
    shown = {"found": found, "address": asked.address(), "drivers": drivers}
    return render(request, "involvement_drivers.html", shown, status=200 if found else 503)


def involvement_drivers_json(request: HttpRequest) -> HttpResponse:
    """The comparison with its sensitivity, as the command line answers it."""
    found = _found(request, driven)
    if isinstance(found, HttpResponse):
        return found
    return JsonResponse(paper.as_data(found), json_dumps_params={"ensure_ascii": False})


def _found(request: HttpRequest, made: Callable[[Chosen], Comparison] = figures) -> Comparison | HttpResponse:
    """The comparison that an address asks for; as data a mistake in it is refused, not left out."""
    asked = chosen(request.GET, base_assumptions())
    try:
        return _refusal([say(one) for one in mistakes]) if (mistakes := asked.mistakes()) else made(asked)
    except TookTooLongError:
        return _refusal([t("page.involvement.too_long")], status=503)


def _refusal(errors: list[str], status: int = 400) -> JsonResponse:
    return JsonResponse({"errors": errors}, status=status, json_dumps_params={"ensure_ascii": False})


def _beside(request: HttpRequest) -> dict[str, object]:
    """What stands beside the figures, as far as the reader may see it; of his own line first."""
    reader, today = reader_of(request), timezone.localdate()
    return {
        "choices": regime_choices(today, reader),
        "laid": submissions(today, reader),
        "scenarios": kept_scenarios(reader),
        "positions": involvement_positions(reader),
        "coming": in_development(own_line(request)),
        "bodies": GUIDED,
        "regimes": built_in_regimes(),
        "most_of_own": own_regime.MOST,
        "systems": register_mark().systems,
        "tell": tellings,
        "acting": acting(request),
        "dossiers": Dossier.objects.all(),
        "plans": plans_for(reader),
    }


def _form(asked: Chosen, known: Assumptions) -> dict[str, object]:
    """What the form needs: the assumptions as set by the reader, else as known."""
    for name, value in asked.settings.items():
        known = known.with_set(name, value)
    main, others = main_first(known.by_name.values())
    return {
        "main": main,
        "others": others,
        "written": written,
        "row": lambda one: paper.assumption_row(one, language()),
        "address": asked.address(),
        "kept": asked.kept(),
    }


def _drawn(found: Comparison | None) -> dict[str, object]:
    """A comparison drawn and in a table; nothing where there is none."""
    if found is None:
        return {"found": None}
    return {
        "found": found,
        "rows": tuple(paper.rows(found, language())),
        "in_words": lambda one: in_words(found, one, language()),
        "dots": Markup(paper.dots(found, language())),  # noqa: S704  our own SVG, escaped as a tree
        "backlog": Markup(paper.backlog(found, language())),  # noqa: S704  as above
        "unknown_here": [told(finding, language()) for finding in found.unknown],
    }
