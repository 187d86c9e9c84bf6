"""Errors as problem details (RFC 9457)."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse

from waarborg.web.api.shapes import Problem

MEDIA_TYPE = "application/problem+json"


def problem(request: HttpRequest, status: HTTPStatus, detail: str) -> HttpResponse:
    """What went wrong, and what to do."""
    told = Problem(title=status.phrase, status=status.value, detail=detail, instance=request.path)
    return JsonResponse(told.dict(by_alias=True), status=status.value, content_type=MEDIA_TYPE)
