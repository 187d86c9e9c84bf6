"""What follows from finding a shortfall, or from not finding it: mending, and decisions taken meanwhile."""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from waarborg.involvement.clock import WEEKS
from waarborg.involvement.outcome import Outcome
from waarborg.involvement.world import World

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@frozen(kw_only=True, eq=False)
class Consequences:
    """For each high-impact system with a shortfall (``index``): found when, and how long it decided with it.

    ``before`` was found by the time it went live, ``after`` later but within the replication. ``exposed`` is
    in weeks within the replication.
    """

    index: NDArray[np.int64]
    before: Bools
    after: Bools
    exposed: Floats


def consequences(world: World, outcome: Outcome, high: int) -> Consequences:
    """Follow every shortfall among the first ``high`` systems, which are those with a high impact.

    What is found in time and heeded is mended before go-live; what is found later is mended while the system
    decides on. What is not heeded stays. Beside the bodies, shortfalls come to light otherwise, at random.
    """
    systems = outcome.systems
    index = np.flatnonzero(systems.short[:high])
    live, found = outcome.go_live[index], outcome.found[index]
    heeded = world.draws.uniform("heeded", systems.size)[index] < world.value("heeded_share")
    before = (found <= live) & systems.is_new[index]
    otherwise = live + _otherwise(world, world.draws.uniform("otherwise", systems.size)[index])
    known = np.where(before, live, np.minimum(np.maximum(found, live), otherwise))
    end = np.where(heeded, known + world.value("mend_weeks"), np.inf)
    until = np.where(before & heeded, live, np.minimum(end, world.weeks))
    return Consequences(
        index=index,
        before=before,
        after=~before & (known <= world.weeks),
        exposed=np.maximum(until - np.minimum(live, world.weeks), 0.0),
    )


def _otherwise(world: World, luck: Floats) -> Floats:
    """Weeks in use until each shortfall comes to light without the bodies: exponential."""
    rate = world.value("found_otherwise_a_year") / WEEKS
    return -np.log1p(-luck) / rate if rate > 0 else np.full(len(luck), np.inf)
