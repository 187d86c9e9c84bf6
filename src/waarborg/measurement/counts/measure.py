"""Figures from a table of counts: how each step is made up, who passes it, what the mapping asks."""

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import attrs

from waarborg.measurement.cells import Count
from waarborg.measurement.counts.compared import compare_rounded, group_tally
from waarborg.measurement.counts.kept_back import Tallies, kept_back
from waarborg.measurement.counts.shift import show_shifts
from waarborg.measurement.counts.steps import Counter, Place, Step, steps_of, tallies_of, together
from waarborg.measurement.counts.table import CountTable, Tally
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import AskSpec, GroupSpec, LogMapping, TableSpec
from waarborg.measurement.rates import Rate, RateSql
from waarborg.measurement.statistics.intervals import rounded_wilson, wilson
from waarborg.values.indicator import Indicator


def measure_counts(gathering: Gathering, table: CountTable, mapping: LogMapping, spec: TableSpec) -> None:
    """All figures of a table of counts; those of everybody together come with the first attribute."""
    counter = Counter(table, spec, gathering.smallest)
    for place, group in enumerate(mapping.groups):
        steps = steps_of(counter, group, mapping.funnel)
        for step in steps:
            _composition(gathering, spec, group, step)
        _passing(gathering, spec, group, steps, overall=not place)
        show_shifts(gathering, group.name, steps)
        for index, ask in enumerate(mapping.indicators):
            if not ask.by or group.name in ask.by:
                first = not place or ask.by[:1] == (group.name,)
                _ask(gathering, counter, group, ask, ("indicators", index), overall=first)


def _cells_named(group: GroupSpec) -> str:
    """Which columns a figure sums, as it stands in its method: figures of other columns differ."""
    widest = max((len(parts) for parts in group.columns.values()), default=0)
    first = next((part for parts in group.columns.values() for part in parts), "")
    return f"columns like {first[:120]!r}, up to {widest} summed"


def _composition(gathering: Gathering, spec: TableSpec, group: GroupSpec, step: Step) -> None:
    """The share of each group in a step; the denominator sums the same cells, not a rounded total."""
    total = together(step.tallies)
    rate = _rate(f"composition.{step.spec.id}", "share of the step", spec, (f"step_by:{step.spec.by}",))
    for name, tally in step.tallies.items():
        if total.suppressed and not tally.suppressed:
            gathering.refuse(rate.rate.id, "source_suppressed", f"{group.name}={name}")
        elif name in step.away:
            gathering.suppress()
        else:
            _show(gathering, rate, f"{group.name}={name}", tally, total, within=True)


def _show(
    gathering: Gathering, rate: RateSql, label: str | None, top: Tally, bottom: Tally, *, within: bool
) -> bool:
    """One share, with what rounding adds to its interval; kept back where what it is a share of is small."""
    if bottom.value < gathering.smallest or bottom.suppressed or 0 < top.value < gathering.smallest:
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


def _passing(
    gathering: Gathering, spec: TableSpec, group: GroupSpec, steps: Sequence[Step], *, overall: bool
) -> None:
    """Who passes each step, of those in the step before or the step it names, and which step adds most."""
    added: dict[str, float] = {}
    judged: dict[str, float] = {}
    for step in steps:
        if step.base is None:
            continue
        rate = _rate(f"funnel.{step.spec.id}", f"of {step.base.spec.id}", spec, (f"step_by:{step.spec.by}",))
        if overall:
            _everybody(gathering, rate, step.tallies, step.base.tallies)
        away = step.away | step.base.away
        ratio = _rates(gathering, rate, group, step.tallies, step.base.tallies, away)
        if ratio is not None and step.spec.by in {"machine", "human"}:
            added[step.spec.id] = abs(math.log(ratio))
        elif ratio is not None and step.spec.by == "judgement":
            judged[step.spec.id] = abs(math.log(ratio))
    if added:
        mark(gathering, max(added, key=lambda one: added[one]), "adds_most_disparity")
        for step_id, size in judged.items():
            if size > max(added.values()):
                mark(gathering, step_id, "judgement_differs_more_than_selection")


def _everybody(gathering: Gathering, rate: RateSql, tops: Tallies, bottoms: Tallies) -> None:
    """The share of all groups together; unknown where the source left one of its cells out."""
    top, bottom = together(tops), together(bottoms)
    if top.suppressed or bottom.suppressed:
        gathering.refuse(rate.rate.id, "source_suppressed")
    elif top.value <= bottom.value:
        _show(gathering, rate, None, top, bottom, within=False)


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
    away: AbstractSet[str],
) -> float | None:
    """The share of each group that passes; the largest ratio to the reference, if any."""
    shown = {}
    for name, top in tops.items():
        if name in away:
            gathering.suppress()
        elif _show(gathering, rate, f"{group.name}={name}", top, bottoms[name], within=False):
            shown[name] = Count(top.value, bottoms[name].value)
    base = group.reference or max(shown, key=lambda one: shown[one].total, default=None)
    if base is not None and base not in shown:
        gathering.refuse(f"{rate.rate.id}.difference", "reference_kept_back", group.name)
        return None
    ratios = []
    for name, one in shown.items():
        if base is None or name == base:
            continue
        second = shown[base]
        if one.yes > one.total or second.yes > second.total:
            continue
        pair = (group_tally(tops[name], bottoms[name]), group_tally(tops[base], bottoms[base]))
        compare_rounded(gathering, rate, (f"{group.name}={name}", f"{group.name}={base}"), pair)
        if one.yes and second.yes:
            ratios.append((one.yes / one.total) / (second.yes / second.total))
    return max(ratios, key=lambda ratio: abs(math.log(ratio)), default=None)


def _ask(
    gathering: Gathering,
    counter: Counter,
    group: GroupSpec,
    ask: AskSpec,
    steps: Place,
    *,
    overall: bool,
) -> None:
    """A rate of the mapping's own: rows among other rows, by group, with and without the rounding."""
    if ask.columns:
        group = attrs.evolve(group, columns=ask.columns)
    tops = tallies_of(counter, group, ask.rows, (*steps, "rows"))
    bottoms = tallies_of(counter, group, ask.of_rows, (*steps, "of_rows"))
    method = _cells_named(group)
    rate = _rate(ask.id, method, counter.spec, (f"note:{ask.note}",) if ask.note else (), ask.safeguard)
    if overall:
        _everybody(gathering, rate, tops, bottoms)
    away = kept_back(tops, bottoms, gathering.smallest) | kept_back(bottoms, None, gathering.smallest)
    _rates(gathering, rate, group, tops, bottoms, away)
    if counter.spec.rounding > 1:
        plain = _rate(
            f"{ask.id}.sampling_only", method, counter.spec, ("rounding_not_carried",), ask.safeguard
        )
        for name, top in tops.items():
            if name not in away and not bottoms[name].suppressed:
                low, high = wilson(top.value, bottoms[name].value)
                bare = Tally(top.value), Tally(bottoms[name].value)
                gathering.show(_figure(plain, f"{group.name}={name}", *bare, (float(low[0]), float(high[0]))))


def _rate(
    id_: str, method: str, spec: TableSpec, caveats: tuple[str, ...], safeguard: str = "bias_test"
) -> RateSql:
    rounding = (f"rounded_source:{spec.rounding}",) if spec.rounding > 1 else ()
    rate = Rate(id=id_, safeguard=safeguard, of="", share="", unit="persons", caveats=(*rounding, *caveats))
    return RateSql(rate, "", "", method)
