"""The API as a whole: its name and version, its parts, and how it says that something is wrong."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema

from waarborg.web.api import dialogue, procedure, systems
from waarborg.web.api.csv_tables import MEDIA_TYPE as CSV
from waarborg.web.api.headers import VERSION
from waarborg.web.api.problems import MEDIA_TYPE, problem


class OpenData(NinjaAPI):
    """The API whose description gives errors their own media type (RFC 9457) and lists a second one, CSV."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description, in which every error is a problem and every list can be had as CSV."""
        schema = super().get_openapi_schema(**options)
        for path in schema["paths"].values():
            for operation in path.values():
                if any(one["name"] == "pageSize" for one in operation.get("parameters", ())):
                    operation["responses"][HTTPStatus.OK]["content"][CSV] = {"schema": {"type": "string"}}
                for status, answer in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}
        return schema


api = OpenData(
    title="Waarborg",
    version=VERSION,
    description=(
        "What is public in the workbench: systems with their impact, safeguards with their state, questions, "
        "answers, positions, commitments, deadlines, dossiers and papers. Read-only. "
        "Nothing is ranked, and nothing is judged adequate."
    ),
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api-v1",
    openapi_extra={"info": {"license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}}},
)
api.add_router("", systems.router)
api.add_router("", dialogue.router)
api.add_router("", procedure.router)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, _: Http404) -> HttpResponse:
    """Nothing public stands at this address."""
    return problem(request, HTTPStatus.NOT_FOUND, "Nothing public stands at this address. See openapi.json.")


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A parameter that cannot be used, named."""
    wrong = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
    return problem(request, HTTPStatus.BAD_REQUEST, f"Change these parameters: {wrong}.")
