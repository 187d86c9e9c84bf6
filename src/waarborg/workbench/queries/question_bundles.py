"""Questions that could be put, bundled: one letter a safeguard and organisation, its systems in an annex."""

from collections.abc import Mapping

from attrs import frozen
from django.db.models import Count, QuerySet

from waarborg.values.assessment import StatementValue
from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import Assessment, Organisation, StoredState, System
from waarborg.workbench.queries.agreement_map import ASK
from waarborg.workbench.queries.systems_list import systems_list


@frozen(kw_only=True)
class Bundle:
    """The proposed questions on a safeguard to an organisation: one letter, its systems in an annex."""

    safeguard: str
    organisation: Organisation
    systems: int


def bundles(chosen: Mapping[str, str]) -> list[Bundle]:
    """Where nothing is stated or the evidence is short: what could be asked, by safeguard and organisation.

    Most systems first. What the form of a register has no field for is not asked: that it says nothing is no
    sign that nothing is there.
    """
    states = _states(chosen)
    asked = states.filter(asks__contains=ASK).exclude(pk__in=_no_field(states))
    counted = asked.order_by().values_list("safeguard", "system__organisation").annotate(found=Count("pk"))
    organisations = Organisation.objects.in_bulk({organisation for _, organisation, _ in counted})
    found = [
        Bundle(safeguard=safeguard, organisation=organisations[organisation], systems=number)
        for safeguard, organisation, number in counted
    ]
    return sorted(found, key=lambda one: (-one.systems, one.organisation.name, one.safeguard))


def asked_systems(chosen: Mapping[str, str], safeguard: str, organisation: int) -> list[System]:
    """The systems of one bundle, by name."""
    states = _states(chosen).filter(safeguard=safeguard, system__organisation=organisation)
    asked = states.filter(asks__contains=ASK).exclude(pk__in=_no_field(states))
    found = System.objects.filter(pk__in=asked.order_by().values("system"))
    return list(found.select_related("organisation__claimant").order_by("name", "pk"))


def _states(chosen: Mapping[str, str]) -> QuerySet[StoredState]:
    systems: QuerySet[System] = systems_list(chosen).order_by()
    return StoredState.objects.filter(reader=PUBLIC, system__in=systems.values("pk"))


def _no_field(states: QuerySet[StoredState]) -> list[int]:
    """The states of safeguards for which the register of their system has no field."""
    asking = states.filter(asks__contains=ASK).order_by()
    current = Assessment.objects.filter(is_current=True, system__in=asking.values("system"))
    silent = {
        system: {
            name
            for name, told in result.get("statements", {}).items()
            if told["value"] == StatementValue.NOT_IN_SOURCE.value
        }
        for system, result in current.values_list("system", "result")
    }
    rows = asking.values_list("pk", "system", "safeguard")
    return [key for key, system, safeguard in rows if safeguard in silent.get(system, ())]
