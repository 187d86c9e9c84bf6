"""Pages for when something is wrong, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The address or form cannot be understood."""
    return _page(request, 400, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The reader may not see or do this."""
    return _page(request, 403, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing stands at this address."""
    return _page(request, 404, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _page(request, 500, None)


def _page(request: HttpRequest, status: int, _: Exception | None) -> HttpResponse:
    return render(request, "error.html", {"status": status}, status=status)
