"""Which assumption drives the difference: each moved over its range, one at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import evolve

from waarborg.involvement.compare import Run, compare
from waarborg.involvement.parameters import Assumptions
from waarborg.involvement.regime import Regime
from waarborg.involvement.threads import in_order
from waarborg.values.regime import Assumption, RegimeFigures, Swing

REPLICATIONS = 20
"""Replications for each run of the sensitivity; the luck is shared, so that few tell much."""

MEASURES = ("hours_a_year.tk", "hours_a_year.ek", "wait_p90", "found_before", "months_short_a_year.new")
"""The measures whose differences are followed."""

Differences = Mapping[tuple[str, str], float]


def swings(
    regimes: Sequence[Regime],
    assumptions: Assumptions,
    run: Run,
    progress: Callable[[int], object] | None = None,
) -> tuple[Swing, ...]:
    """How far each assumption moves the difference of each regime from the first; unmoved ones are left out.

    Source of the method: A. Saltelli and others, Global Sensitivity Analysis (2008), section 1.2; one at a
    time tells nothing of assumptions that strengthen each other.
    """
    few = evolve(run, replications=min(REPLICATIONS, run.replications))
    base = _differences(compare(regimes, assumptions, few, only=MEASURES))

    def of_one(one: Assumption) -> tuple[Swing, ...]:
        return tuple(_swings_of(one, base, *_ends(one, regimes, assumptions, few, base)))

    found: list[Swing] = []
    with in_order(of_one, assumptions.by_name.values()) as swings_of_each:
        for number, swings_of_one in enumerate(swings_of_each, start=1):
            found.extend(swings_of_one)
            if progress:
                progress(number)
    return tuple(found)


def _ends(
    one: Assumption, regimes: Sequence[Regime], assumptions: Assumptions, run: Run, base: Differences
) -> Iterator[Differences]:
    for end in (one.low, one.high):
        if end == one.value:
            yield base
        else:
            yield _differences(compare(regimes, assumptions.moved(one.name, end), run, only=MEASURES))


def _swings_of(
    one: Assumption, base: Differences, at_low: Differences, at_high: Differences
) -> Iterator[Swing]:
    for (regime, measure), middle in base.items():
        key = (regime, measure)
        if key in at_low and key in at_high:
            swing = Swing(
                assumption=one.name,
                regime=regime,
                measure=measure,
                base=middle,
                at_low=at_low[key],
                at_high=at_high[key],
            )
            if swing.width > 0:
                yield swing


def _differences(figures: Sequence[RegimeFigures]) -> Differences:
    """Each regime's measures minus those of the first."""
    first = figures[0].measures
    return {
        (one.id, name): one.measures[name].mean - first[name].mean
        for one in figures[1:]
        for name in MEASURES
        if name in one.measures and name in first
    }
