"""The instrument guide: what can this body do now, about this system or safeguard?"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from waarborg import law
from waarborg.web.words import language
from waarborg.workbench.models import System
from waarborg.workbench.queries.guide import GUIDED, Guide, guide


def instruments(request: HttpRequest) -> HttpResponse:
    """The guide as a page, for the body, system and safeguard that the address names."""
    system, safeguard = _system(request), law.safeguards().get(request.GET.get("safeguard", ""))
    found = _guide(request, system)
    asked = None
    if safeguard and system:
        asked = safeguard.question.said(language()).format(
            system=system.name, organisation=system.organisation.name
        )
    told = {
        "guide": found,
        "bodies": GUIDED,
        "system": system,
        "safeguard": safeguard,
        "asked": asked,
        "on": timezone.localdate(),
    }
    return render(request, "instruments.html", told)


def instruments_json(request: HttpRequest) -> JsonResponse:
    """The guide as data."""
    found = _guide(request, _system(request))
    told = {
        "body": found.body,
        "in_line": found.in_line,
        "instruments": [
            {
                "id": one.instrument.id,
                "name": one.instrument.name.said(language()),
                "used_by": one.instrument.used_by.said(language()),
                "effect": one.instrument.effect.said(language()),
                "terms": [{"text": run.term.text.said(language()), "day": run.day} for run in one.terms],
                "rules": [rule.id for rule in one.rules],
                "certainty": one.instrument.certainty.value,
                "analogy": one.analogy,
            }
            for one in found.usable
        ],
        "too_late": [one.id for one in found.too_late],
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _system(request: HttpRequest) -> System | None:
    slug = request.GET.get("system", "")
    rows = System.objects.select_related("organisation").prefetch_related("organisation__bodies")
    return get_object_or_404(rows, slug=slug) if slug else None


def _guide(request: HttpRequest, system: System | None) -> Guide:
    """For the body that is named; else the first the system's organisation accounts to; else the Senate."""
    line = [each.kind for each in system.organisation.bodies.all()] if system else []
    first = next((kind for kind in GUIDED if kind in line), GUIDED[0])
    body = request.GET.get("body", "")
    return guide(body if body in GUIDED else first, timezone.localdate(), system)
