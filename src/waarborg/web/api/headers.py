"""What every answer of the API carries: its version, leave to be read from any page, errors as problems.

HEAD is answered as GET without a body; who accepts neither JSON nor (for a list) CSV gets 406.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from waarborg.web.api.problems import MEDIA_TYPE, problem

ROOT = "/api/v1/"
VERSION = "1.1.0"
_GIVEN = ("application/json", "text/csv")
_TELLS = {
    HTTPStatus.NOT_FOUND: "Nothing stands at this address. See openapi.json.",
    HTTPStatus.METHOD_NOT_ALLOWED: "The API is read-only: use GET or HEAD.",
    HTTPStatus.NOT_ACCEPTABLE: "Accept application/json, or text/csv for a list.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The fault is ours. Try again later.",
}


def open_data(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give the answers under ``ROOT`` the headers of the API Design Rules."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ROOT):
            return get_response(request)
        response = _answer(request, get_response)
        detail = _TELLS.get(HTTPStatus(response.status_code))
        if detail and "json" not in response.get("Content-Type", ""):
            allowed = "GET, HEAD" if response.has_header("Allow") else ""
            response = problem(request, HTTPStatus(response.status_code), detail)
            if allowed:
                response["Allow"] = allowed
        if request.method == "HEAD":
            response = _without_body(response)
        patch_vary_headers(response, ["Accept"])
        response["API-Version"] = VERSION
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "API-Version, Link"
        return response

    return middleware


def _answer(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    if not any(map(request.accepts, (*_GIVEN, MEDIA_TYPE))):
        return problem(request, HTTPStatus.NOT_ACCEPTABLE, _TELLS[HTTPStatus.NOT_ACCEPTABLE])
    asked = request.method
    if asked == "HEAD":
        request.method = "GET"
    response = get_response(request)
    request.method = asked
    return response


def _without_body(response: HttpResponse) -> HttpResponse:
    """The same answer with the length that its body would have (RFC 9110, 9.3.2)."""
    length = len(response.content)
    response.content = b""
    response["Content-Length"] = str(length)
    return response
