"""What stands beside the figures on Betrokkenheid: positions on involvement, and early warning."""

from collections.abc import Mapping

from attrs import frozen
from django.db.models import Q

from waarborg.values.dialogue import PUBLIC
from waarborg.values.entry import SystemStatus
from waarborg.workbench.models import Position, Scenario, System
from waarborg.workbench.models.positions import INVOLVEMENT
from waarborg.workbench.queries.sight import seen_by

SHOWN = 10
"""How many systems the page names before it points to the list."""


@frozen
class Coming:
    """Systems in development by the registers: the first of them, high impact first, and their number."""

    systems: tuple[System, ...]
    count: int


def involvement_positions(reader: str = PUBLIC) -> list[Position]:
    """The positions on the forms of involvement that ``reader`` may see: the newest of each holder."""
    rows = Position.objects.filter(seen_by(reader), safeguard=INVOLVEMENT).distinct()
    found: dict[tuple[int, str, str], Position] = {}
    for row in rows.select_related("party").order_by("date", "pk"):
        found[row.party_id, row.basis, row.holder] = row
    return sorted(found.values(), key=lambda row: (row.party.name, row.basis, row.holder))


def kept_scenarios(reader: str = PUBLIC) -> list[Scenario]:
    """The scenarios that ``reader`` may see, newest first, without their figures."""
    rows = Scenario.objects.filter(seen_by(reader)).select_related("party").defer("figures")
    return list(rows.distinct())


def scenarios_on_plans(reader: str = PUBLIC) -> Mapping[int, list[Scenario]]:
    """The scenarios made for a dialogue plan that ``reader`` may see, by the key of the plan."""
    found: dict[int, list[Scenario]] = {}
    for row in kept_scenarios(reader):
        if row.plan_id:
            found.setdefault(row.plan_id, []).append(row)
    return found


def in_development(body: str = "") -> Coming:
    """What is coming, by the registers: a warning beforehand that stops nothing.

    ``body`` is a kind of body, or the code of one: then only systems of organisations that account to it.
    """
    rows = System.objects.filter(status=SystemStatus.IN_DEVELOPMENT)
    if body:
        rows = rows.filter(Q(organisation__bodies__kind=body) | Q(organisation__bodies__code=body))
    order = {"high": 0, "unknown": 1}
    listed = sorted(
        rows.select_related("organisation").distinct(), key=lambda row: (order.get(row.impact, 2), row.name)
    )
    return Coming(tuple(listed[:SHOWN]), len(listed))
