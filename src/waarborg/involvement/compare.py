"""Regimes side by side: many replications, in blocks, on the same drawn systems."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import numpy as np
from attrs import field, frozen

from waarborg.involvement.beforehand import wants_all
from waarborg.involvement.draws import Draws
from waarborg.involvement.measures import Series, measure
from waarborg.involvement.outcome import run_regime
from waarborg.involvement.parameters import Assumptions
from waarborg.involvement.regime import Impact, Regime
from waarborg.involvement.systems import draw_systems
from waarborg.involvement.threads import in_order
from waarborg.involvement.world import World, clocks
from waarborg.values.regime import Measure, RegimeFigures

BLOCK = 50
"""Replications drawn together. Part of what a seed means: replication 1 is the same however many follow."""

Progress = Callable[[int], object]


@frozen(kw_only=True)
class Run:
    """How much to simulate, by which luck, and which weeks of the year each body sits where that is known."""

    seed: int = 1
    replications: int = 1000
    years: int = 10
    sessions: Mapping[str, Sequence[bool]] = field(factory=dict)


def compare(
    regimes: Sequence[Regime],
    assumptions: Assumptions,
    run: Run,
    progress: Progress | None = None,
    only: Collection[str] = (),
) -> tuple[RegimeFigures, ...]:
    """The figures of every regime, in the order given; ``only`` names the measures where few are wanted.

    ``progress`` takes the number of replications done; what it raises ends the run after the blocks at hand.
    """
    gathered: dict[str, dict[str, list[Series]]] = {regime.id: {} for regime in regimes}
    with in_order(lambda world: tuple(run_block(world, regimes)), worlds(assumptions, run)) as blocks:
        for number, block in enumerate(blocks, start=1):
            for regime, series in block:
                if not only or series.name in only:
                    gathered[regime.id].setdefault(series.name, []).append(series)
            if progress:
                progress(min(number * BLOCK, run.replications))
    return tuple(_figures(regime, gathered[regime.id]) for regime in regimes)


def worlds(assumptions: Assumptions, run: Run) -> Iterator[World]:
    """The blocks of a run."""
    hours = clocks(assumptions, run.sessions)
    for block, start in enumerate(range(0, run.replications, BLOCK)):
        yield World(
            assumptions=assumptions,
            clocks=hours,
            draws=Draws(run.seed, block),
            replications=min(BLOCK, run.replications - start),
            years=run.years,
        )


def run_block(world: World, regimes: Sequence[Regime]) -> Iterator[tuple[Regime, Series]]:
    """Every measure of every regime on one block; all regimes meet the same systems and the same luck."""
    systems = draw_systems(world.assumptions, world.draws, world.replications, world.weeks, high=True)
    high, everything = systems.size, None
    for regime in regimes:
        if _wants_all(regime) and everything is None:
            others = draw_systems(world.assumptions, world.draws, world.replications, world.weeks, high=False)
            everything = systems.joined(others)
        drawn = everything if everything is not None and _wants_all(regime) else systems
        outcome = run_regime(world, regime, drawn)
        for series in measure(world, regime, outcome, high):
            yield regime, series


def _wants_all(regime: Regime) -> bool:
    after = regime.afterwards
    return wants_all(regime.beforehand) or (after is not None and after.impact is Impact.ANY)


def _figures(regime: Regime, gathered: Mapping[str, Sequence[Series]]) -> RegimeFigures:
    return RegimeFigures(
        id=regime.id,
        names={"nl": regime.name.nl, "en": regime.name.en},
        statements={"nl": regime.statement.nl, "en": regime.statement.en},
        source=regime.source,
        measures={name: found for name, parts in gathered.items() if (found := summary(parts))},
    )


def summary(parts: Sequence[Series]) -> Measure | None:
    """The mean over replications and the bounds of the middle 95 of 100; one without a figure is left out."""
    values, unit, none = np.concatenate([part.values for part in parts]), parts[0].unit, parts[0].none
    known = values[~np.isnan(values)]
    if not known.size:
        return None if none is None else Measure(mean=none, low=none, high=none, unit=unit)
    low, high = np.quantile(known, (0.025, 0.975))
    return Measure(mean=float(known.mean()), low=float(low), high=float(high), unit=unit)
