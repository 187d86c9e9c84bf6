"""Aanmelden and afmelden; in the demo on one's own machine one steps into a person of the fixed cast."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from waarborg.values.finding import UnusableInput
from waarborg.web.words import say
from waarborg.workbench.demo.cast import demo_people
from waarborg.workbench.models import Person
from waarborg.workbench.services.signing_in import sign_in, tell_of

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters("password")
@never_cache
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """The form, and what was wrong with what was sent."""
    if request.method != "POST":
        return _form(request)
    try:
        person = sign_in(
            username=request.POST.get("username", ""),
            password=request.POST.get("password", ""),
            address=request.META.get("REMOTE_ADDR", ""),
            now=timezone.now(),
        )
    except UnusableInput as refused:
        return _form(request, say(refused.finding), status=422)
    return _entered(request, person)


@require_POST
@never_cache
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if isinstance(request.user, Person):
        tell_of(request.user, "sign_out", timezone.now())
    logout(request)
    return redirect("home")


@require_POST
@never_cache
def step_in(request: HttpRequest) -> HttpResponse:
    """Act as a person of the demo's cast; only where the demo itself serves the pages."""
    if not settings.DEMO_CAST:
        raise Http404
    person = get_object_or_404(demo_people(timezone.localdate()), username=request.POST.get("person", ""))
    tell_of(person, "sign_in", timezone.now())
    return _entered(request, person)


def _form(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    shown = {
        "wrong": wrong,
        "typed": request.POST.get("username", ""),
        "next": _next(request),
        "cast": demo_people(timezone.localdate()) if settings.DEMO_CAST else (),
    }
    return render(request, "sign_in.html", shown, status=status)


def _entered(request: HttpRequest, person: Person) -> HttpResponse:
    login(request, person, backend=_BACKEND)
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    """Where the person was going, when that is a page of ours."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours else reverse("home")
