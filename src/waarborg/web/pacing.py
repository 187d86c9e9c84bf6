"""How often a reader without an office may have a letter typeset: a PDF costs far more than a page."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from waarborg.web.acting import acting

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponse]

PDFS_A_MINUTE = 30
"""For each address; behind a proxy all readers without an office share one."""
_MINUTE = 60


def paced(view: View[Rest]) -> View[Rest]:
    """Answer 429 with ``Retry-After`` (seconds) once an address had its PDFs of this clock minute.

    Who is signed in is not counted, and neither are the other forms.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if kwargs.get("form") != "pdf" or acting(request) is not None or _had(request) <= PDFS_A_MINUTE:
            return view(request, *args, **kwargs)
        refused = render(request, "error.html", {"status": 429}, status=429)
        refused["Retry-After"] = str(_MINUTE - int(time.time()) % _MINUTE)
        return refused

    return answer


def _had(request: HttpRequest) -> int:
    """How many were asked from this address in this clock minute, the present one included."""
    key = f"pdfs-{request.META.get('REMOTE_ADDR', '')}-{int(time.time()) // _MINUTE}"
    cache.add(key, 0, 2 * _MINUTE)
    return cache.incr(key)
