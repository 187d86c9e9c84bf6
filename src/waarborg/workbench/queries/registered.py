"""The systems of the record as the simulation takes them: plain values, demo systems left out."""

from attrs import frozen
from django.db.models import Max

from waarborg.involvement.registered import Registered
from waarborg.involvement.systems import LINES
from waarborg.jobs.compare_regimes import line_of
from waarborg.values.entry import SystemStatus
from waarborg.workbench.models import Assessment, EntryVersion, System

_IN_USE = {SystemStatus.IN_USE.value: True, SystemStatus.UNKNOWN.value: None}


@frozen
class RegisterMark:
    """What changes whenever the systems of the record do: the key under which figures can be kept."""

    systems: int
    version: int
    assessment: int


def register_mark() -> RegisterMark:
    """The mark of the record as it now stands."""
    return RegisterMark(
        System.objects.filter(is_demo=False).count(),
        EntryVersion.objects.aggregate(last=Max("pk"))["last"] or 0,
        Assessment.objects.aggregate(last=Max("pk"))["last"] or 0,
    )


def registered_systems() -> tuple[Registered, ...]:
    """Every system from a register. Demo systems are our choice, so they tell nothing of numbers."""
    dates = dict(
        EntryVersion.objects.filter(system__is_demo=False)
        .order_by("system_id", "number")
        .values_list("system_id", "dates")
    )
    rows = System.objects.filter(is_demo=False).select_related("organisation")
    return tuple(_plain(row, dates.get(row.pk, {})) for row in rows.prefetch_related("organisation__bodies"))


def _plain(row: System, dates: dict[str, str]) -> Registered:
    bodies = ",".join(body.kind for body in row.organisation.bodies.all())
    line = line_of(bodies)
    return Registered(
        line=line if line in LINES else "unknown",
        organisation=row.organisation.name,
        impact=row.impact,
        in_use=_IN_USE.get(row.status, False),
        dates=dates,
    )
