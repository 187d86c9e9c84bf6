"""Figures from a table of counts: how each step is made up, who passes it, what the mapping asks."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs
from attrs import frozen

from waarborg.measurement.cells import Count
from waarborg.measurement.counts.compared import compare_rounded, group_tally
from waarborg.measurement.counts.shift import show_shifts
from waarborg.measurement.counts.table import CountTable, Tally
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import AskSpec, GroupSpec, LogMapping, StepSpec, TableSpec
from waarborg.measurement.rates import Rate, RateSql
from waarborg.measurement.statistics.intervals import rounded_wilson, wilson
from waarborg.values.indicator import Indicator

Steps = tuple[str | int, ...]


@frozen
class Counter:
    """Sums cells of a table for a step and a group, whichever of them stands in the rows."""

    table: CountTable
    spec: TableSpec

    def of(self, step_cells: Sequence[str], group_cells: Sequence[str], steps: Steps) -> Tally:
        """The count of some groups in some steps."""
        if self.spec.rows == "steps":
            return self.table.total(step_cells, group_cells, steps)
        return self.table.total(group_cells, step_cells, steps)


def measure_counts(gathering: Gathering, table: CountTable, mapping: LogMapping, spec: TableSpec) -> None:
    """All figures of a table of counts."""
    counter = Counter(table, spec)
    for group in mapping.groups:
        for index, step in enumerate(mapping.funnel):
            _composition(gathering, counter, group, step, ("funnel", index, "rows"))
        _passing(gathering, counter, group, mapping.funnel)
        tallies = [
            _tallies(counter, group, step.rows, ("funnel", index, "rows"))
            for index, step in enumerate(mapping.funnel)
        ]
        show_shifts(gathering, group.name, mapping.funnel, tallies)
        for index, ask in enumerate(mapping.indicators):
            if not ask.by or group.name in ask.by:
                _ask(gathering, counter, group, ask, ("indicators", index))


def _tallies(counter: Counter, group: GroupSpec, cells: Sequence[str], steps: Steps) -> Mapping[str, Tally]:
    return {name: counter.of(cells, parts, steps) for name, parts in group.columns.items()}


def _cells_named(group: GroupSpec) -> str:
    """Which columns a figure sums, as it stands in its method: figures of other columns differ."""
    widest = max((len(parts) for parts in group.columns.values()), default=0)
    first = next((part for parts in group.columns.values() for part in parts), "")
    return f"columns like {first[:120]!r}, up to {widest} summed"


def _composition(
    gathering: Gathering, counter: Counter, group: GroupSpec, step: StepSpec, steps: Steps
) -> None:
    """The share of each group in a step; the denominator sums the same cells, not a rounded total."""
    tallies = _tallies(counter, group, step.rows, steps)
    total = Tally()
    for tally in tallies.values():
        total += tally
    rate = _rate(f"composition.{step.id}", "share of the step", counter.spec, (f"step_by:{step.by}",))
    for name, tally in tallies.items():
        if total.suppressed and not tally.suppressed:
            gathering.refuse(rate.rate.id, "source_suppressed", f"{group.name}={name}")
        else:
            _show(gathering, rate, f"{group.name}={name}", tally, total, within=True)


def _show(
    gathering: Gathering, rate: RateSql, label: str, top: Tally, bottom: Tally, *, within: bool
) -> bool:
    """One share, with what rounding adds to its interval; kept back where cells are empty or small."""
    kept_back = top.suppressed or not top.seen or top.value < gathering.smallest
    if kept_back or bottom.value < gathering.smallest or bottom.suppressed:
        gathering.suppress()
        return False
    rest_off = bottom.off - top.off if within else bottom.off + top.off
    low, high = rounded_wilson(top.value, bottom.value, top.off, rest_off)
    gathering.show(_figure(rate, label, top, bottom, (float(low[0]), float(high[0]))))
    return True


def _figure(
    rate: RateSql, label: str | None, top: Tally, bottom: Tally, bounds: tuple[float, float]
) -> Indicator:
    method = f"wilson95; widened by rounding {top.off:g}/{bottom.off:g}" if top.off else "wilson95"
    return Indicator(
        id=rate.rate.id,
        safeguard=rate.rate.safeguard,
        group=label,
        value=top.value / bottom.value,
        low=bounds[0],
        high=bounds[1],
        numerator=top.value,
        denominator=bottom.value,
        unit=rate.rate.unit,
        method="; ".join(part for part in (method, rate.method) if part),
        caveats=rate.rate.caveats,
    )


def _passing(gathering: Gathering, counter: Counter, group: GroupSpec, funnel: Sequence[StepSpec]) -> None:
    """Who passes each step, of those in the step before or the step it names, and which step adds most."""
    places = {step.id: index for index, step in enumerate(funnel)}
    added: dict[str, float] = {}
    judged: dict[str, float] = {}
    for before, step in pairwise(funnel):
        base = funnel[places[step.within]] if step.within in places else before
        tops = _tallies(counter, group, step.rows, ("funnel", places[step.id], "rows"))
        bottoms = _tallies(counter, group, base.rows, ("funnel", places[base.id], "rows"))
        rate = _rate(f"funnel.{step.id}", f"of {base.id}", counter.spec, (f"step_by:{step.by}",))
        ratio = _rates(gathering, rate, group, tops, bottoms)
        if ratio is not None and step.by in {"machine", "human"}:
            added[step.id] = abs(math.log(ratio))
        elif ratio is not None and step.by == "judgement":
            judged[step.id] = abs(math.log(ratio))
    if added:
        mark(gathering, max(added, key=lambda one: added[one]), "adds_most_disparity")
        for step_id, size in judged.items():
            if size > max(added.values()):
                mark(gathering, step_id, "judgement_differs_more_than_selection")


def mark(gathering: Gathering, step: str, caveat: str) -> None:
    """Add a caveat to the figures of a step."""
    for index, figure in enumerate(gathering.indicators):
        if figure.id in {f"funnel.{step}", f"funnel.{step}.ratio"}:
            caveats = (*figure.caveats, caveat)
            gathering.indicators[index] = attrs.evolve(figure, caveats=caveats)


def _rates(
    gathering: Gathering,
    rate: RateSql,
    group: GroupSpec,
    tops: Mapping[str, Tally],
    bottoms: Mapping[str, Tally],
) -> float | None:
    """The share of each group that passes; the largest ratio to the reference, if any."""
    shown = {}
    for name, top in tops.items():
        if _show(gathering, rate, f"{group.name}={name}", top, bottoms[name], within=False):
            shown[name] = Count(top.value, bottoms[name].value)
    base = (
        group.reference
        if group.reference in shown
        else max(shown, key=lambda one: shown[one].total, default=None)
    )
    ratios = []
    for name, one in shown.items():
        if base is None or name == base:
            continue
        second = shown[base]
        if one.yes > one.total or second.yes > second.total:
            continue
        pair = (group_tally(tops[name], bottoms[name]), group_tally(tops[base], bottoms[base]))
        compare_rounded(gathering, rate, (f"{group.name}={name}", f"{group.name}={base}"), pair)
        ratios.append((one.yes / one.total) / (second.yes / second.total))
    return max(ratios, key=lambda ratio: abs(math.log(ratio)), default=None)


def _ask(gathering: Gathering, counter: Counter, group: GroupSpec, ask: AskSpec, steps: Steps) -> None:
    """A rate of the mapping's own: rows among other rows, by group, with and without the rounding."""
    if ask.columns:
        group = attrs.evolve(group, columns=ask.columns)
    tops = _tallies(counter, group, ask.rows, (*steps, "rows"))
    bottoms = _tallies(counter, group, ask.of_rows, (*steps, "of_rows"))
    method = _cells_named(group)
    rate = _rate(ask.id, method, counter.spec, (f"note:{ask.note}",) if ask.note else (), ask.safeguard)
    _rates(gathering, rate, group, tops, bottoms)
    if counter.spec.rounding > 1:
        plain = _rate(
            f"{ask.id}.sampling_only", method, counter.spec, ("rounding_not_carried",), ask.safeguard
        )
        for name, top in tops.items():
            if top.value >= gathering.smallest and not top.suppressed and not bottoms[name].suppressed:
                low, high = wilson(top.value, bottoms[name].value)
                bare = Tally(top.value), Tally(bottoms[name].value)
                gathering.show(_figure(plain, f"{group.name}={name}", *bare, (float(low[0]), float(high[0]))))


def _rate(
    id_: str, method: str, spec: TableSpec, caveats: tuple[str, ...], safeguard: str = "bias_test"
) -> RateSql:
    rounding = (f"rounded_source:{spec.rounding}",) if spec.rounding > 1 else ()
    rate = Rate(id=id_, safeguard=safeguard, of="", share="", unit="persons", caveats=(*rounding, *caveats))
    return RateSql(rate, "", "", method)
