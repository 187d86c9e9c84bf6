"""A system as one row of data: the same columns in CSV and in JSON."""

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
    "is_demo",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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
        system.is_demo,
    )
    return dict(zip(COLUMNS, values, strict=True))


def cell(value: object) -> str:
    """A value as a cell of CSV: a list with semicolons; a formula is disarmed by a quote before it."""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
