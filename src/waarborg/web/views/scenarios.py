"""A kept scenario on a page of its own, where it can be cited."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from markupsafe import Markup

from waarborg.policy import Action, decide
from waarborg.publication import involvement as paper
from waarborg.publication.involvement_reading import in_words
from waarborg.publication.papers.flow import Stage
from waarborg.values.finding import UnusableInput
from waarborg.web.acting import acting, reader_of
from waarborg.web.kept_figures import kept_comparison
from waarborg.web.words import day, language, number, say, t
from waarborg.workbench.models import PaperDraft, Scenario
from waarborg.workbench.queries.dialogue_page import plans_for
from waarborg.workbench.queries.paper_drafts import drafts_seen_by
from waarborg.workbench.queries.sight import seen_by
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.scenarios import cite_scenario

_MARK = 12
"""How much of a digest a citation names."""


def scenario(request: HttpRequest, pk: int) -> HttpResponse:
    """A kept scenario: its figures as they were, what was set, and how a letter cites it."""
    return _scenario_page(request, _scenario(request, pk))


@require_POST
def cite(request: HttpRequest, pk: int) -> HttpResponse:
    """Name a kept scenario among the annexes of a paper of the reader's own party; then show the paper."""
    actor, row, now = acting(request), _scenario(request, pk), timezone.now()
    if actor is None or actor.party is None:
        raise PermissionDenied
    wanted = request.POST.get("paper", "")
    draft = next((one for one in _own_papers(actor) if str(one.pk) == wanted), None)
    if draft is None:
        raise Http404
    entering = Entering(date=timezone.localdate(now), now=now)
    try:
        cite_scenario(actor=actor, scenario=row, draft=draft, citation=citation(row), entering=entering)
    except UnusableInput as refused:
        return _scenario_page(request, row, say(refused.finding), status=409)
    return redirect("paper-draft", pk=draft.pk)


def _own_papers(actor: Actor) -> QuerySet[PaperDraft]:
    """The papers of the party itself that are still being written, where this person writes them."""
    stages = [one for one in Stage if decide(actor.role, Action.EDIT_PAPER, one).allowed]
    return drafts_seen_by(actor.code).filter(party=actor.party, stage__in=stages)


def _scenario_page(request: HttpRequest, row: Scenario, refusal: str = "", status: int = 200) -> HttpResponse:
    actor = acting(request)
    found = kept_comparison(row)
    shown = {
        "row": row,
        "found": found,
        "rows": tuple(paper.rows(found, language())),
        "in_words": lambda one: in_words(found, one, language()),
        "dots": Markup(paper.dots(found, language())),  # noqa: S704  our own SVG, escaped as a tree
        "settings": [one for one in found.assumptions if one.source == "set"],
        "assumption": lambda one: paper.assumption_row(one, language()),
        "assumptions": found.assumptions,
        "citation": citation(row),
        "plan": plans_for(reader_of(request)).filter(scenarios=row).first(),
        "papers": _own_papers(actor) if actor and actor.party else (),
        "refusal": refusal,
    }
    return render(request, "scenario.html", shown, status=status)


def scenario_json(request: HttpRequest, pk: int) -> JsonResponse:
    """The figures of a kept scenario, as the command line gives them."""
    return JsonResponse(_scenario(request, pk).figures, json_dumps_params={"ensure_ascii": False})


def citation(row: Scenario) -> str:
    """How a letter cites a scenario, so that a reader can find it and prove its figures."""
    return t(
        "page.scenario.citation",
        party=row.party.name,
        name=row.name,
        date=day(row.date),
        replications=number(row.replications),
        years=row.years,
        seed=row.seed,
        digest=row.digest[:_MARK],
    )


def _scenario(request: HttpRequest, pk: int) -> Scenario:
    rows = Scenario.objects.filter(seen_by(reader_of(request))).select_related("party", "dossier").distinct()
    return get_object_or_404(rows, pk=pk)
