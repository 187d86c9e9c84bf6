"""Looking back once a year: a report on all systems there are, and a choice that is examined."""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from waarborg.involvement.clock import WEEKS
from waarborg.involvement.regime import Afterwards, Safeguards, Target
from waarborg.involvement.systems import Systems
from waarborg.involvement.tasks import Tasks
from waarborg.involvement.world import BODIES, CHAMBERS, World, luck_of, of_lines, put_to

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEVER = 0
"""The year in which a system that is never chosen is examined."""


@frozen(kw_only=True, eq=False)
class Examinations:
    """The systems one body examines."""

    index: Ints
    tasks: Tasks


def in_scope(rule: Afterwards, systems: Systems) -> Bools:
    """Which systems a look back is about, each from the year in which it is there."""
    among = of_lines(systems, rule.lines)
    if rule.to is Target.OWN:
        among = among & np.isin(systems.line, _lines_with_a_body())
    return among & systems.shown if rule.safeguard is Safeguards.SHORT else among


def _lines_with_a_body() -> tuple[int, ...]:
    return tuple(range(len(BODIES) - len(CHAMBERS) + 1))


def examined_in(world: World, rule: Afterwards, systems: Systems) -> Ints:
    """The year (from 1) at whose end each system is examined; ``NEVER`` where it is not chosen.

    Each year's choice is made by lot among the systems that are there and were not examined before, so a
    place in the lot drawn once decides: the pool of a year goes by that place, as many as the rule says.
    """
    year = np.full(systems.size, NEVER, dtype=np.int64)
    scope = np.flatnonzero(in_scope(rule, systems))
    if not len(scope) or not (world.amount(rule.share) or world.amount(rule.systems_a_year)):
        return year
    lot = world.draws.uniform("lot", systems.size)[scope]
    scope = scope[np.lexsort((lot, systems.replication[scope]))]
    since, replication = systems.time[scope], systems.replication[scope]
    found, due = year[scope], np.zeros(world.replications)
    for now in range(1, world.years + 1):
        there = since <= now * WEEKS
        before, due = np.round(due), due + _due(world, rule, there, replication)
        pool = there & (found == NEVER)
        found[pool & (_place(pool, replication) < (np.round(due) - before)[replication])] = now
    year[scope] = found
    return year


def _place(pool: Bools, replication: Ints) -> Ints:
    """The place of each system in the line of its replication's pool, from 0."""
    before: Ints = np.cumsum(pool) - pool
    starts = np.concatenate([[True], replication[1:] != replication[:-1]])
    return np.asarray(before - before[starts][np.cumsum(starts) - 1])


def _due(world: World, rule: Afterwards, there: Bools, replication: Ints) -> Floats:
    """How many are to be chosen this year in each replication; a part of a system is carried to the next."""
    fixed = world.amount(rule.systems_a_year)
    if fixed:
        return np.full(world.replications, fixed)
    sizes = np.bincount(replication, weights=there, minlength=world.replications)
    return np.asarray(sizes * world.amount(rule.share))


def examine(world: World, rule: Afterwards, systems: Systems, years: Ints, body: str) -> Examinations:
    """The work of ``body``: each system chosen, at the end of the year in which it was."""
    index = put_to(systems, years != NEVER, body, rule.to)
    index = index[np.lexsort((years[index], systems.replication[index]))]
    spread = world.draws.spread(f"examination.{luck_of(body)}", systems.size, world.value("hours_spread"))[
        index
    ]
    tasks = Tasks(
        replication=systems.replication[index],
        organisation=systems.organisation[index] * (world.bodies_of(body) > 1),
        arrival=(years[index] * WEEKS).astype(np.float64),
        hours=spread * world.value("hours.examination"),
    )
    return Examinations(index=index, tasks=tasks)


def report(world: World, rule: Afterwards, body: str) -> Tasks:
    """The yearly reports that ``body`` handles, one for each body of its kind."""
    bodies = world.bodies_of(body) if rule.report else 0
    replication, organisation, year = (
        grid.ravel()
        for grid in np.meshgrid(
            np.arange(world.replications), np.arange(bodies), np.arange(1, world.years + 1), indexing="ij"
        )
    )
    spread = world.draws.spread(f"report.{body}", len(year), world.value("hours_spread"))
    hours = spread * world.value("hours.report")
    return Tasks(
        replication=replication,
        organisation=organisation,
        arrival=(year * WEEKS).astype(np.float64),
        hours=hours,
    )


def report_finds(world: World, rule: Afterwards, systems: Systems, body: str, done: Floats) -> Floats:
    """When the report to ``body`` first brings each shortfall to light, in weeks; infinite where it does not.

    Every report after a system is there gives one chance; the first that succeeds is a geometric draw.
    ``done`` holds when each report is handled: by replication, organisation and year.
    """
    found = np.full(systems.size, np.inf)
    chance = world.value("find_chance.report")
    if not len(done) or chance <= 0:
        return found
    index = put_to(systems, in_scope(rule, systems) & systems.short, body, rule.to)
    first = np.ceil(np.maximum(systems.time[index], 1e-9) / WEEKS).astype(np.int64)
    year = first + _failures(
        world.draws.uniform(f"report_finds.{luck_of(body)}", systems.size)[index], chance
    )
    seen = year <= world.years
    bodies = world.bodies_of(body)
    organisation = systems.organisation[index] * (bodies > 1)
    row = (
        (systems.replication[index] * bodies + organisation) * world.years + np.minimum(year, world.years) - 1
    )
    found[index] = np.where(seen, done[row], np.inf)
    return found


def _failures(luck: Floats, chance: float) -> Ints:
    """How many reports pass before one succeeds: geometric, by inversion."""
    if chance >= 1:
        return np.zeros(len(luck), dtype=np.int64)
    passed: Ints = np.minimum(np.floor(np.log1p(-luck) / np.log1p(-chance)), 10**6).astype(np.int64)
    return passed


def examination_finds(world: World, systems: Systems, body: str, work: Examinations, done: Floats) -> Floats:
    """When an examination by ``body`` brings each shortfall to light; infinite where it does not."""
    found = np.full(systems.size, np.inf)
    luck = world.draws.uniform(f"examination_finds.{luck_of(body)}", systems.size)[work.index]
    hit = systems.short[work.index] & (luck < world.value("find_chance.examination"))
    found[work.index] = np.where(hit, done, np.inf)
    return found
