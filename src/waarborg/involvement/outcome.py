"""One regime run on one block: when every system goes live, what is found when, what each body had to do."""

from collections.abc import Mapping

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from waarborg.involvement.afterwards import examination_finds, examine, examined_in, report, report_finds
from waarborg.involvement.beforehand import chosen, finds, released, settled, submit
from waarborg.involvement.regime import Regime
from waarborg.involvement.systems import Systems
from waarborg.involvement.tasks import Tasks, handle
from waarborg.involvement.world import BODIES, CHAMBERS, World, receives

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@frozen(kw_only=True, eq=False)
class Desk:
    """What one body had to do: its tasks with when each was done, and how many of them are systems."""

    replication: Ints
    arrival: Floats
    done: Floats
    hours: Floats
    is_system: Bools


@define(eq=False)
class Outcome:
    """A block under one regime. Times are weeks, one for each system.

    ``go_live`` is when involvement lets a system go; ``found`` when its shortfall is first found by the
    bodies, infinite where never. ``put`` are the systems put beforehand to some body, ``at_chambers`` those
    that a Chamber had before it, beforehand or to examine; a report on all is about no one of them.
    """

    systems: Systems
    go_live: Floats
    found: Floats
    put: Bools
    at_chambers: Bools
    desks: dict[str, Desk] = field(factory=dict)

    @property
    def wait(self) -> Floats:
        """How long involvement held each system up, in weeks."""
        return self.go_live - self.systems.time


def run_regime(world: World, regime: Regime, systems: Systems) -> Outcome:
    """Run one regime on the drawn systems."""
    put, at_chambers = np.zeros((2, systems.size), dtype=bool)
    outcome = Outcome(systems, systems.time.copy(), np.full(systems.size, np.inf), put, at_chambers)
    after = regime.afterwards
    years = examined_in(world, after, systems) if after else np.zeros(systems.size, dtype=np.int64)
    for body in BODIES:
        _run_body(world, regime, outcome, body, years)
    return outcome


def _run_body(world: World, regime: Regime, outcome: Outcome, body: str, years: Ints) -> None:
    """All that lands with one body, in one line, and what comes of it."""
    systems = outcome.systems
    before = regime.beforehand if regime.beforehand and receives(body, regime.beforehand.to) else None
    after = regime.afterwards if regime.afterwards and receives(body, regime.afterwards.to) else None
    put = submit(world, before, systems, body) if before else None
    work = examine(world, after, systems, years, body) if after else None
    reports = report(world, after, body) if after else None
    batches = {
        "put": put.tasks if put else None,
        "work": work.tasks if work else None,
        "reports": reports,
    }
    on_desk = {name: batch for name, batch in batches.items() if batch is not None and batch.size}
    if not on_desk:
        return
    done = dict(zip(on_desk, handle(world, body, tuple(on_desk.values())), strict=True))
    outcome.desks[body] = _desk(on_desk, done)
    for had in (put, work):
        if had and body in CHAMBERS:
            outcome.at_chambers[had.index] = True
    if before and put and "put" in done:
        end = settled(world, body, put, done["put"])
        free = released(world, before, systems, body, put, end)
        outcome.go_live[put.index] = np.maximum(outcome.go_live[put.index], free)
        outcome.put[put.index] = True
        _found(outcome, put.index, np.where(finds(world, systems, body, put), end, np.inf))
    if work and "work" in done:
        outcome.found = np.minimum(outcome.found, examination_finds(world, systems, body, work, done["work"]))
    if after and "reports" in done:
        outcome.found = np.minimum(outcome.found, report_finds(world, after, systems, body, done["reports"]))


def _found(outcome: Outcome, index: Ints, when: Floats) -> None:
    outcome.found[index] = np.minimum(outcome.found[index], when)


def _desk(batches: Mapping[str, Tasks], done: Mapping[str, Floats]) -> Desk:
    return Desk(
        replication=np.concatenate([batch.replication for batch in batches.values()]),
        arrival=np.concatenate([batch.arrival for batch in batches.values()]),
        hours=np.concatenate([batch.hours for batch in batches.values()]),
        done=np.concatenate([done[name] for name in batches]),
        is_system=np.concatenate([np.full(batch.size, name != "reports") for name, batch in batches.items()]),
    )


def chosen_beforehand(regime: Regime, systems: Systems) -> Bools:
    """Which systems the regime would put beforehand, whether or not there is a body to put them to."""
    return chosen(regime.beforehand, systems) if regime.beforehand else np.zeros(systems.size, dtype=bool)
