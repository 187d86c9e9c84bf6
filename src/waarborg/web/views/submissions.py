"""A submission on a page of its own, and all of them as data."""

import datetime as dt

from attrs import evolve
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from waarborg.involvement import built_in_regimes
from waarborg.values.finding import Finding
from waarborg.web import tellings
from waarborg.web.acting import reader_of
from waarborg.web.words import day, label, language, say, t
from waarborg.workbench.queries.submissions import Laid, submissions


def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """One submission: what was put to whom, its clock, what happened, what asks attention."""
    found = submissions(timezone.localdate(), reader_of(request), one=pk)
    if not found:
        raise Http404
    shown = {"laid": found[0], "regime": regime_name(found[0]), "tell": tellings, "told": finding_told}
    return render(request, "submission.html", shown)


def finding_told(finding: Finding) -> str:
    """A finding of the clock as a sentence, its act, day and subject in the words of the page."""
    words = dict(finding.params)
    if "act" in words:
        words["act"] = label("submission_step", words["act"])
    for name in ("day", "due"):
        if isinstance(found := words.get(name), dt.date):
            words[name] = day(found)
    return say(evolve(finding, params=words | {"id": t("page.submission.this")}))


def submissions_json(request: HttpRequest) -> JsonResponse:
    """Every submission as data."""
    found = submissions(timezone.localdate(), reader_of(request))
    told = [
        {
            "id": one.row.pk,
            "system": one.row.system.slug,
            "to": one.row.to.code,
            "by": one.row.party.code,
            "date": one.row.date,
            "regime": one.row.choice.regime,
            "form": one.row.choice.form,
            "status": one.item.status,
            "due": one.item.due,
            "certainty": one.item.certainty,
            "basis": one.item.basis,
            "watch": one.watch,
            "steps": [{"kind": step.kind, "date": step.date, "members": step.members} for step in one.steps],
        }
        for one in found
    ]
    return JsonResponse({"submissions": told}, json_dumps_params={"ensure_ascii": False})


def regime_name(laid: Laid) -> str:
    """The regime under which a body asked for it: the name of a built-in one, else the body's own word."""
    known = built_in_regimes().get(laid.row.choice.regime)
    return known.name.said(language()) if known else laid.row.choice.regime
