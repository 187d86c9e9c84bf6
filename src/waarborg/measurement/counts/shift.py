"""How far each step of a funnel shifts its make-up: the share-of-group gap that a step adds."""

from collections.abc import Mapping, Sequence

import attrs

from waarborg.measurement.counts.table import Tally
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import StepSpec
from waarborg.values.indicator import Indicator

Tallies = Mapping[str, Tally]


def show_shifts(
    gathering: Gathering, attribute: str, funnel: Sequence[StepSpec], tallies: Sequence[Tallies]
) -> None:
    """Per step and group its share less its share in the step before (or the one it is within).

    Steps lie within each other, so no interval of independent samples fits: the bounds carry the
    rounding of the source alone. The step with the largest shift is marked, whoever takes it.
    """
    places = {step.id: index for index, step in enumerate(funnel)}
    made: list[Indicator] = []
    for index, step in enumerate(funnel[1:], start=1):
        base = places.get(step.within or "", index - 1)
        for name in tallies[index]:
            if all(_usable(tallies[place], name, gathering.smallest) for place in (index, base)):
                pair = (tallies[index], tallies[base])
                made.append(_shift(step, f"{attribute}={name}", name, pair, funnel[base].id))
    largest = max((abs(one.value or 0) for one in made), default=0)
    for one in made:
        most = ("largest_shift",) if abs(one.value or 0) == largest else ()
        gathering.show(attrs.evolve(one, caveats=(*one.caveats, *most)))


def _usable(step: Tallies, name: str, smallest: int) -> bool:
    return not any(tally.suppressed for tally in step.values()) and step[name].value >= smallest


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
