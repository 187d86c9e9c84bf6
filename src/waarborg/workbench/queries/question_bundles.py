"""Questions that could be put, bundled into letters on a safeguard, each with its systems in an annex."""

from collections.abc import Iterable, Mapping

from attrs import frozen
from django.db.models import Count, QuerySet

from waarborg.values.assessment import StatementValue
from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import Assessment, Organisation, StoredState, System
from waarborg.workbench.queries.agreement_map import ASK
from waarborg.workbench.queries.systems_list import systems_list

FEW = 5
"""An organisation with fewer systems to ask about is asked together with the others that have few."""
DOZEN = 12
"""The letters that a clerk gets who did not say how many (DESIGN 4: a dozen letters' worth)."""


@frozen(kw_only=True)
class Bundle:
    """The proposed questions on a safeguard: one letter, its systems in an annex.

    To one organisation, or (None) to all that have few systems to ask about on it.
    """

    safeguard: str
    organisation: Organisation | None
    organisations: int
    systems: int


@frozen(kw_only=True)
class Letters:
    """The first letters of all: what they cover, in open points (a safeguard of a system)."""

    shown: tuple[Bundle, ...]
    letters: int
    covered: int
    points: int

    @property
    def share(self) -> int:
        """The share of the open points that the letters shown cover, in whole percents, rounded down."""
        return 100 * self.covered // self.points if self.points else 0


def first_letters(found: list[Bundle], wanted: int) -> Letters:
    """The first of the bundles, as many as are wanted: since they are ordered, no others cover more."""
    shown = tuple(found[:wanted])
    return Letters(
        shown=shown,
        letters=len(found),
        covered=sum(one.systems for one in shown),
        points=sum(one.systems for one in found),
    )


def bundles(chosen: Mapping[str, str]) -> list[Bundle]:
    """Where nothing is stated or the evidence is short: what could be asked, letter by letter.

    Most systems first. What the form of a register has no field for is not asked: that it says nothing is no
    sign that nothing is there.
    """
    counted = _counted(_asking(chosen))
    organisations = Organisation.objects.in_bulk({organisation for _, organisation, _ in counted})
    found = [
        Bundle(safeguard=safeguard, organisation=organisations[pk], organisations=1, systems=systems)
        for safeguard, pk, systems in counted
    ]
    own = [one for one in found if one.systems >= FEW]
    together = _together(one for one in found if one.systems < FEW)
    return sorted((*own, *together), key=_most_systems)


def asked_systems(chosen: Mapping[str, str], safeguard: str, organisation: int | None) -> list[System]:
    """The systems of one bundle, by name; without an organisation, those of all that have few."""
    asked = _asking(chosen).filter(safeguard=safeguard)
    wanted = [organisation] if organisation else [pk for _, pk, n in _counted(asked) if n < FEW]
    found = System.objects.filter(pk__in=asked.order_by().values("system"), organisation__in=wanted)
    return list(found.select_related("organisation__claimant").order_by("name", "pk"))


def _together(few: Iterable[Bundle]) -> list[Bundle]:
    """One letter a safeguard over the organisations with few systems; one alone keeps its own."""
    by_safeguard: dict[str, list[Bundle]] = {}
    for one in few:
        by_safeguard.setdefault(one.safeguard, []).append(one)
    return [
        Bundle(
            safeguard=safeguard,
            organisation=found[0].organisation if len(found) == 1 else None,
            organisations=len(found),
            systems=sum(one.systems for one in found),
        )
        for safeguard, found in by_safeguard.items()
    ]


def _most_systems(one: Bundle) -> tuple[int, str, str]:
    return (-one.systems, one.organisation.name if one.organisation else "", one.safeguard)


def _counted(asked: QuerySet[StoredState]) -> list[tuple[str, int, int]]:
    counted = asked.order_by().values_list("safeguard", "system__organisation")
    return list(counted.annotate(found=Count("pk")))


def _asking(chosen: Mapping[str, str]) -> QuerySet[StoredState]:
    states = _states(chosen)
    return states.filter(asks__contains=ASK).exclude(pk__in=_no_field(states))


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
