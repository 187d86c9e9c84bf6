"""Which step of a funnel, taken by a machine or a human, adds most disparity between groups."""

import math
from collections.abc import Sequence

import attrs

from waarborg.measurement.cells import Cells, Count
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import GroupSpec, StepSpec
from waarborg.measurement.rates import RateSql
from waarborg.measurement.statistics.tests import LEVEL, homogeneity
from waarborg.measurement.suppression import hidden

SELECTING = frozenset({"machine", "human"})
"""Steps that choose people. A finding or a person's own act is shown, but adds nothing of the system's."""


def show_most(
    gathering: Gathering,
    cells: Cells | None,
    rates: Sequence[RateSql],
    groups: Sequence[GroupSpec],
    funnel: Sequence[StepSpec],
) -> None:
    """Mark, for each group attribute, the step with the largest ratio between groups, beyond chance."""
    if cells is None:
        return
    selecting = {f"funnel.{step.id}" for step in funnel if step.by in SELECTING}
    for group in groups:
        added: dict[str, float] = {}
        for index, rate in enumerate(rates):
            if rate.rate.id in selecting:
                counts = cells.over(index, (group.name,))
                away = hidden(counts, gathering.smallest)
                shown = [
                    one for key, one in counts.items() if key not in away and one.total and key[0] is not None
                ]
                added[rate.rate.id] = _disparity(shown, len(selecting))
        if added and max(added.values()) > 0:
            _mark(gathering, max(added, key=lambda one: added[one]), group.name)


def _disparity(counts: Sequence[Count], tests: int) -> float:
    """The largest log ratio between two groups; 0 where the groups do not differ beyond chance."""
    if homogeneity([[one.yes, one.total - one.yes] for one in counts]) >= LEVEL / tests if counts else True:
        return 0.0
    shares = [max(one.yes, 0.5) / one.total for one in counts]
    return math.log(max(shares) / min(shares))


def _mark(gathering: Gathering, id_: str, group: str) -> None:
    for index, figure in enumerate(gathering.indicators):
        if figure.id in {id_, f"{id_}.ratio"} and (figure.group or "").startswith(f"{group}="):
            caveats = (*figure.caveats, "adds_most_disparity")
            gathering.indicators[index] = attrs.evolve(figure, caveats=caveats)
