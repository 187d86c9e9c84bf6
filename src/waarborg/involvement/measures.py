"""The figures of one regime on one block: one number a replication for each measure."""

from collections.abc import Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from waarborg.involvement.clock import WEEKS
from waarborg.involvement.consequences import Consequences, consequences
from waarborg.involvement.outcome import Desk, Outcome, chosen_beforehand
from waarborg.involvement.regime import Regime
from waarborg.involvement.systems import LINES
from waarborg.involvement.world import BODIES, World

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MONTHS = 12.0 / WEEKS
"""Months in a week of the model's year."""

_QUANTILES = (0.5, 0.9)


@frozen
class Series:
    """A measure on a block: its name, its unit, and one number a replication (NaN where it has none).

    ``none`` is what it comes to where no replication has one; without it the measure is then left out.
    """

    name: str
    unit: str
    values: Floats
    none: float | None = None


def measure(world: World, regime: Regime, outcome: Outcome, high: int) -> Iterator[Series]:
    """All measures of a regime on a block, always the same ones whatever the regime."""
    for body in BODIES:
        yield from _desk(world, body, outcome.desks.get(body))
    yield from _waits(world, outcome)
    yield from _finds(world, outcome, consequences(world, outcome, high))
    yield from _competence(world, regime, outcome)


def _desk(world: World, body: str, desk: Desk | None) -> Iterator[Series]:
    none = np.zeros(world.replications)
    years = world.years
    yield Series(
        f"systems_a_year.{body}",
        "systems/year",
        _sum(world, desk.replication[desk.is_system]) / years if desk else none,
    )
    hours = _sum(world, desk.replication, desk.hours) / years if desk else none
    yield Series(f"hours_a_year.{body}", "hours/year", hours)
    available = world.value(f"hours_a_week.{body}") * world.clocks[body].year * world.bodies_of(body)
    yield Series(f"load.{body}", "share", hours / available)
    for year in range(1, years + 1):
        yield Series(
            f"backlog.{body}.year_{year}", "tasks", _waiting(world, desk, year * WEEKS) if desk else none
        )


def _waiting(world: World, desk: Desk, moment: float) -> Floats:
    """Tasks that have come in and are not done."""
    open_then = (desk.arrival < moment) & (desk.done > moment)
    return _sum(world, desk.replication[open_then])


def _waits(world: World, outcome: Outcome) -> Iterator[Series]:
    """How long systems that were put waited; 0 where none ever were put, since then none waited."""
    wait, replication = outcome.wait, outcome.systems.replication
    median, most = _quantiles(world, wait[outcome.put], replication[outcome.put])
    yield Series("wait_median", "weeks", median, none=0.0)
    yield Series("wait_p90", "weeks", most, none=0.0)
    new = outcome.systems.is_new
    mean = _share(_sum(world, replication[new], wait[new]), _sum(world, replication[new]))
    yield Series("wait_mean_all_new", "weeks", np.nan_to_num(mean))
    in_order = new & ~outcome.systems.short
    held = _sum(world, replication[in_order], wait[in_order]) / world.years
    yield Series("weeks_held_in_order_a_year", "system-weeks/year", held)


def _quantiles(world: World, wait: Floats, replication: Ints) -> Iterator[Floats]:
    """The median and the ninth decile of each replication, straight between neighbours; NaN of none."""
    order = np.argsort(replication, kind="stable")
    counts = np.bincount(replication, minlength=world.replications)
    ends = np.cumsum(counts)
    ranked = np.concatenate([[0.0], *(np.sort(part) for part in np.split(wait[order], ends[:-1]))])
    for share in _QUANTILES:
        place = ends - counts + share * np.maximum(counts - 1, 0) + (counts > 0)
        below = np.floor(place).astype(np.int64)
        above = np.ceil(place).astype(np.int64)
        between = ranked[below] + (place - below) * (ranked[above] - ranked[below])
        yield np.where(counts > 0, between, np.nan)


def _finds(world: World, outcome: Outcome, after: Consequences) -> Iterator[Series]:
    replication, new = outcome.systems.replication[after.index], outcome.systems.is_new[after.index]
    arrived = _sum(world, replication[new])
    yield Series("found_before", "share", _share(_sum(world, replication[new & after.before]), arrived))
    yield Series("found_after", "share", _share(_sum(world, replication[new & after.after]), arrived))
    there = _sum(world, replication[~new])
    yield Series(
        "found_in_use_at_start", "share", _share(_sum(world, replication[~new & after.after]), there)
    )
    for name, which in (("new", new), ("in_use_at_start", ~new)):
        months = _sum(world, replication[which], after.exposed[which]) * MONTHS / world.years
        yield Series(f"months_short_a_year.{name}", "system-months/year", months)


def _competence(world: World, regime: Regime, outcome: Outcome) -> Iterator[Series]:
    """Of what the Chambers get before them, the share that accounts elsewhere; and what has no known line."""
    systems, seen = outcome.systems, outcome.at_chambers
    among = _sum(world, systems.replication[seen])
    unknown = seen & (systems.line == LINES.index("unknown"))
    outside = seen & (systems.line != LINES.index("chambers")) & ~unknown
    yield Series("outside_chambers", "share", _share(_sum(world, systems.replication[outside]), among), 0.0)
    yield Series("line_unknown", "share", _share(_sum(world, systems.replication[unknown]), among), 0.0)
    lost = chosen_beforehand(regime, systems) & ~outcome.put
    yield Series("put_to_nobody_a_year", "systems/year", _sum(world, systems.replication[lost]) / world.years)


def _sum(world: World, replication: Ints, weights: Floats | None = None) -> Floats:
    return np.asarray(np.bincount(replication, weights, world.replications), dtype=np.float64)


def _share(part: Floats, whole: Floats) -> Floats:
    """A share a replication; NaN where there is nothing to be a share of."""
    shares: Floats = np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole > 0)
    return shares
