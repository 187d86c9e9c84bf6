"""What every answer of the API carries: its version, leave to be read from any page, errors as problems."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from waarborg.web.api.problems import problem

ROOT = "/api/v1/"
VERSION = "1.0.0"
_TELLS = {
    HTTPStatus.NOT_FOUND: "Nothing stands at this address. See openapi.json.",
    HTTPStatus.METHOD_NOT_ALLOWED: "The API is read-only: use GET.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The fault is ours. Try again later.",
}


def open_data(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give the answers under ``ROOT`` the headers of the API Design Rules."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not request.path.startswith(ROOT):
            return response
        detail = _TELLS.get(HTTPStatus(response.status_code))
        if detail and "json" not in response.get("Content-Type", ""):
            allowed = response.get("Allow")
            response = problem(request, HTTPStatus(response.status_code), detail)
            if allowed:
                response["Allow"] = allowed
        response["API-Version"] = VERSION
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "API-Version, Link"
        return response

    return middleware
