"""Doing something on a system or a question: the form, and what came of it."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from attrs import frozen
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from waarborg.policy import ANY
from waarborg.values.finding import UnusableInput
from waarborg.web.acting import acting, reader_of
from waarborg.web.acts import (
    ON_ANSWER,
    ON_COMMITMENT,
    ON_DOSSIER,
    ON_DOSSIER_SUBJECTS,
    ON_PAPER,
    ON_PARTY,
    ON_PLAN,
    ON_QUESTION,
    ON_SYSTEM,
    Act,
    permitted,
)
from waarborg.web.acts.fields import EntryForm
from waarborg.web.words import say
from waarborg.workbench.models import (
    AnswerDraft,
    DialoguePlan,
    Dossier,
    Instrument,
    PaperDraft,
    Party,
    Question,
    System,
)
from waarborg.workbench.queries.answer_drafts import answer_in_the_making
from waarborg.workbench.queries.case_of import timeline_of
from waarborg.workbench.queries.dialogue_page import plans_for
from waarborg.workbench.queries.paper_drafts import drafts_seen_by
from waarborg.workbench.queries.question_page import question_for, stands
from waarborg.workbench.services.actor import Actor

Subject = TypeVar(
    "Subject", System, Question, AnswerDraft, DialoguePlan, Dossier, Instrument, PaperDraft, Party
)


@never_cache
def on_system(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One act on a system."""
    system = get_object_or_404(System.objects.select_related("organisation"), slug=slug)
    return _page(request, _On(_named(ON_SYSTEM, code), system, system, reverse("system", args=[slug])))


@never_cache
def on_question(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One act on a question that the reader may see."""
    question = question_for(reader_of(request), pk)
    if question is None:
        raise Http404
    back = reverse("question", args=[pk])
    if code in ON_ANSWER:
        making = answer_in_the_making(question, reader_of(request))
        if making is None:
            return _refused(request)
        return _page(request, _On(ON_ANSWER[code], making, question.system, back, making.stage))
    state = stands(question, timezone.localdate())
    return _page(request, _On(_named(ON_QUESTION, code), question, question.system, back, state))


@never_cache
def on_plan(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One act on a dialogue plan that the reader may see."""
    plan = plans_for(reader_of(request)).filter(pk=pk).first()
    if plan is None:
        raise Http404
    return _page(request, _On(_named(ON_PLAN, code), plan, None, f"{reverse('dialogue')}#plan-{pk}"))


@never_cache
def on_dossier(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One act on a dossier."""
    dossier = get_object_or_404(Dossier.objects.select_related("body"), slug=slug)
    page = reverse("dossier", args=[slug])
    parts = {"toezegging": "instruments", **dict.fromkeys(ON_DOSSIER_SUBJECTS, "subjects")}
    other = reverse("publication" if code == "stuk" else "dialogue")
    back = f"{page}#{parts[code]}" if code in parts else other
    return _page(request, _On(_named(ON_DOSSIER, code), dossier, None, back))


@never_cache
def on_commitment(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One act on what was promised in a dossier."""
    row = get_object_or_404(
        Instrument.objects.select_related("dossier__body"), pk=pk, kind__in=("commitment", "promise")
    )
    back = f"{reverse('dossier', args=[row.dossier.slug])}#{row.code}"
    items = timeline_of(row.dossier, timezone.localdate()).items
    state = next((item.status for item in items if item.id == row.code), "unknown")
    return _page(request, _On(_named(ON_COMMITMENT, code), row, None, back, state))


@never_cache
def on_paper(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """One act on a paper that the reader may see."""
    row = get_object_or_404(drafts_seen_by(reader_of(request)), pk=pk)
    return _page(
        request, _On(_named(ON_PAPER, code), row, None, reverse("paper-draft", args=[pk]), row.stage)
    )


@never_cache
def on_party(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One act of an office for itself."""
    party = get_object_or_404(Party, code=slug)
    return _page(request, _On(_named(ON_PARTY, code), party, None, reverse("home")))


@frozen
class _On(Generic[Subject]):
    """An act on a subject in a state; ``back`` is the subject's own page."""

    act: Act[Subject]
    subject: Subject
    system: System | None
    back: str
    state: str = ANY


def _named(acts: Mapping[str, Act[Subject]], code: str) -> Act[Subject]:
    if code not in acts:
        raise Http404
    return acts[code]


def _page(request: HttpRequest, on: _On[Subject]) -> HttpResponse:
    actor = acting(request)
    if actor is None or not permitted([on.act], actor, on.subject, on.state):
        return _refused(request)
    form = on.act.form(
        request.POST or None,
        request.FILES or None,
        about=on.system,
        actor=actor,
        subject=on.subject,
        safeguard=request.GET.get("waarborg", ""),
    )
    if form.is_valid() and _did(on, actor, form):
        return redirect(on.back)
    shown = {"act": on.act, "form": form, "subject": on.subject, "back": on.back}
    return render(request, "act.html", shown, status=422 if form.is_bound else 200)


def _refused(request: HttpRequest) -> HttpResponse:
    """A stranger signs in first; who may not do it is told so."""
    if acting(request) is None:
        return redirect_to_login(request.get_full_path(), reverse("sign-in"))
    raise PermissionDenied


def _did(on: _On[Subject], actor: Actor, form: EntryForm) -> bool:
    """Whether the service did it; else its reason stands on the form, with all that was typed."""
    entering = form.entering(timezone.now(), on.act.sees(actor, on.subject, form.cleaned_data))
    try:
        on.act.do(actor, on.subject, form.cleaned_data, entering)
    except UnusableInput as refused:
        form.add_error(None, say(refused.finding))
        return False
    return True
