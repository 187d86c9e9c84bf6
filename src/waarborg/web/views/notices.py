"""Meldingen: what happened that concerns me, and what is new since I was last here? A page and a feed."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from waarborg.policy import Action, decide
from waarborg.publication.atom import FeedEntry, atom_feed
from waarborg.values.finding import UnusableInput
from waarborg.web.acting import acting, own_line, reader_of
from waarborg.web.last_visit import remember, visit
from waarborg.web.words import label, language, t
from waarborg.workbench.models import (
    AnswerDraft,
    DialoguePlan,
    Dossier,
    DossierSubject,
    Meeting,
    Person,
    PlanMove,
    Question,
    QuestionStep,
    Scenario,
    Submission,
    SubmissionStep,
)
from waarborg.workbench.queries.guide import GUIDED
from waarborg.workbench.queries.notices import Notice, last_event, notices
from waarborg.workbench.services.addresses import choose_own_quiet

ALL = "all"


def notices_page(request: HttpRequest) -> HttpResponse:
    """The page; a body's clerk finds her own line open, the others one click away."""
    now, line = timezone.now(), _line(request)
    found = notices(reader_of(request), line=line)
    before = visit(request, now)
    shown = {
        "notices": found,
        "fresh": [one for one in found if before.at and one.event.number > before.seen],
        "before": before,
        "line": line,
        "own": own_line(request),
        "bodies": GUIDED,
        "entered": timezone.localdate,
        "name": notice_name,
        "where": notice_address,
        "mailed": _mailed(request),
    }
    answer = render(request, "notices.html", shown)
    remember(request, answer, last_event(), now)
    return answer


@require_POST
@never_cache
def choose_reminders(request: HttpRequest) -> HttpResponse:
    """Stop the mail with terms to oneself, or let it come again."""
    actor = acting(request)
    if actor is None:
        return redirect(f"{reverse('sign-in')}?next={reverse('notices')}")
    try:
        choose_own_quiet(actor=actor, quiet=request.POST.get("quiet") == "1", now=timezone.now())
    except UnusableInput:
        raise PermissionDenied from None
    return redirect(f"{reverse('notices')}#reminders")


def _mailed(request: HttpRequest) -> Person | None:
    """The reader, where he may choose whether he is mailed."""
    actor = acting(request)
    may = actor is not None and decide(actor.role, Action.CHOOSE_OWN_REMINDERS).allowed
    return actor.person if actor and may else None


def notices_feed(request: HttpRequest) -> HttpResponse:
    """The same as Atom; a feed reader is not logged in, so it holds what is public, for the line it names."""
    line = request.GET.get("line", "")
    page = request.build_absolute_uri(reverse("notices"))
    feed = atom_feed(
        (_entry(request, one) for one in notices(line=line)),
        uid=f"{page}#{line or ALL}",
        title=t("page.notices.feed"),
        address=request.build_absolute_uri(),
        page=page,
        language=language(),
        made=timezone.now(),
    )
    return HttpResponse(feed, content_type="application/atom+xml; charset=utf-8")


def notice_name(one: Notice) -> str:
    """What happened, in words."""
    what = label("notice", one.event.verb)
    return f"{what}: {label('safeguard', one.safeguard)}" if one.safeguard else what


def notice_address(one: Notice) -> str:
    """The page on which the item stands."""
    row = one.row
    if isinstance(row, Dossier | DossierSubject):
        return reverse("dossier", args=[row.slug if isinstance(row, Dossier) else row.dossier.slug])
    if isinstance(row, Scenario):
        return reverse("scenario", args=[row.pk])
    if isinstance(row, Submission | SubmissionStep):
        return reverse("submission", args=[row.pk if isinstance(row, Submission) else row.submission_id])
    if isinstance(row, Question | QuestionStep | AnswerDraft):
        return reverse("question", args=[row.pk if isinstance(row, Question) else row.question_id])
    if isinstance(row, DialoguePlan | PlanMove | Meeting):
        return f"{reverse('dialogue')}#plan-{row.pk if isinstance(row, DialoguePlan) else row.plan_id}"
    return f"{reverse('system', args=[one.system.slug])}#dialogue" if one.system else reverse("involvement")


def _entry(request: HttpRequest, one: Notice) -> FeedEntry:
    about = one.system.name if one.system else str(one.row)
    return FeedEntry(
        uid=f"urn:sha256:{one.event.digest}",
        title=f"{notice_name(one)} ({about})" if one.system else notice_name(one),
        at=one.event.at,
        url=request.build_absolute_uri(notice_address(one)),
        author=one.party.name if one.party else "Waarborg",
    )


def _line(request: HttpRequest) -> str:
    """The line that was chosen, else the reader's own; ``all`` asks for every line."""
    asked = request.GET.get("line", "") or own_line(request)
    return "" if asked == ALL else asked
