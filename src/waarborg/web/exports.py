"""Lists as files, and a system as one row of data: the same columns in CSV and in JSON."""

from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from waarborg.publication.spreadsheet import csv_text
from waarborg.workbench.models import System

COLUMNS = (
    "id",
    "name",
    "organisation",
    "organisation_kind",
    "bodies",
    "status",
    "impact",
    "criteria",
    "subject",
    "role",
    "automated_individual_decision",
    "register",
    "source_id",
    "source_url",
    "first_seen",
    "last_changed",
    "gone_on",
    "is_demo",
)


def row(system: System) -> dict[str, object]:
    """The values of ``COLUMNS``, in their order; codes as in the JSON of the command line."""
    values = (
        system.slug,
        system.name,
        system.organisation.name,
        system.organisation.kind,
        [body.kind for body in system.organisation.bodies.all()],
        system.status,
        system.impact,
        system.criteria,
        system.subject,
        system.role,
        system.automated,
        system.register,
        system.source_id,
        system.url,
        system.first_seen.isoformat(),
        system.last_changed.isoformat(),
        system.gone_on.isoformat() if system.gone_on else "",
        system.is_demo,
    )
    return dict(zip(COLUMNS, values, strict=True))


def csv_answer(name: str, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> HttpResponse:
    """A table as a CSV file of that name."""
    answer = HttpResponse(csv_text(columns, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
