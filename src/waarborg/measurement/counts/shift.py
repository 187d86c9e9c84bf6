"""How far each step of a funnel shifts its make-up: the share-of-group gap that a step adds."""

from collections.abc import Sequence

import attrs

from waarborg.measurement.counts.kept_back import Tallies
from waarborg.measurement.counts.steps import Step
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import StepSpec
from waarborg.values.indicator import Indicator


def show_shifts(gathering: Gathering, attribute: str, steps: Sequence[Step]) -> None:
    """Per step and group its share less its share in the step before (or the one it is within).

    Steps lie within each other, so no interval of independent samples fits: the bounds carry the
    rounding of the source alone. The step with the largest shift is marked, whoever takes it.
    """
    made: list[Indicator] = []
    for step in steps:
        if step.base is None or not (_whole(step) and _whole(step.base)):
            continue
        for name in step.tallies:
            if name not in step.away | step.base.away and step.tallies[name].value:
                pair = (step.tallies, step.base.tallies)
                made.append(_shift(step.spec, f"{attribute}={name}", name, pair, step.base.spec.id))
    largest = max((abs(one.value or 0) for one in made), default=0)
    for one in made:
        most = ("largest_shift",) if abs(one.value or 0) == largest else ()
        gathering.show(attrs.evolve(one, caveats=(*one.caveats, *most)))


def _whole(step: Step) -> bool:
    return not any(tally.suppressed for tally in step.tallies.values())


def _bounds(step: Tallies, name: str) -> tuple[float, float, float]:
    """The share of a group as published, and the smallest and largest that rounding allows."""
    own = step[name]
    rest = sum(tally.value for key, tally in step.items() if key != name)
    off = sum(tally.off for key, tally in step.items() if key != name)
    low, high = max(own.value - own.off, 0), own.value + own.off
    return own.value / (own.value + rest), low / (low + rest + off), high / (high + max(rest - off, 0))


def _shift(step: StepSpec, group: str, name: str, pair: tuple[Tallies, Tallies], base: str) -> Indicator:
    here, before = _bounds(pair[0], name), _bounds(pair[1], name)
    rounded = pair[0][name].off > 0
    return Indicator(
        id=f"composition_shift.{step.id}",
        safeguard="bias_test",
        group=group,
        value=here[0] - before[0],
        low=here[1] - before[2] if rounded else None,
        high=here[2] - before[1] if rounded else None,
        numerator=pair[0][name].value,
        denominator=sum(tally.value for tally in pair[0].values()),
        unit="difference_of_shares",
        method=f"share of the step less share of {base}; bounds by rounding alone",
        caveats=(f"step_by:{step.by}",),
    )
