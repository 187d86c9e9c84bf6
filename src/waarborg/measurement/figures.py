"""From counts to figures: the share of all, the share by group, and how groups differ."""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from waarborg.measurement.cells import Cells, Count, Key
from waarborg.measurement.crossing import hidden_crossed
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import GroupSpec
from waarborg.measurement.rates import RateSql
from waarborg.measurement.statistics.intervals import katz, newcombe, wilson
from waarborg.measurement.statistics.tests import homogeneity
from waarborg.measurement.suppression import is_small
from waarborg.values.indicator import Indicator

Pair = tuple[Count, Count]
Interval = Callable[[int, int, int, int], tuple[NDArray[np.float64], NDArray[np.float64]]]
_FEW = 10
NO_VALUE = "(unknown)"
"""How a group is named whose value is missing."""


def group_name(names: Sequence[str], key: Key) -> str:
    """A group as it is written: ``origin=dutch``, crossed ones joined by ``&``."""
    return " & ".join(f"{name}={value or NO_VALUE}" for name, value in zip(names, key, strict=True))


def show_rate(
    gathering: Gathering, cells: Cells, index: int, rate: RateSql, groups: Sequence[GroupSpec]
) -> None:
    """Everything one rate asks for."""
    asked = rate.rate
    if not asked.composition:
        _overall(gathering, cells, index, rate)
    partitions: list[tuple[str, ...]] = [asked.by] if asked.by else []
    if asked.grouped:
        names = [group.name for group in groups]
        partitions += [(name,) for name in names]
        partitions += list(combinations(names, 2)) if asked.crossed else []
    references = {group.name: group.reference for group in groups}
    kept_back: dict[str, frozenset[Key]] = {}
    for by in partitions:
        counts = cells.over(index, by)
        if asked.composition:
            _composition(gathering, rate, by, counts)
        elif any(count.total for count in counts.values()):
            away = _kept_back(gathering, counts, by, kept_back)
            if len(by) == 1:
                kept_back[by[0]] = away
            _partition(gathering, rate, by, counts, away)
            if asked.compared:
                reference = references.get(by[0]) if len(by) == 1 else None
                _compare(gathering, rate, by, _shown(counts, away), reference)


def _overall(gathering: Gathering, cells: Cells, index: int, rate: RateSql) -> None:
    count = cells.over(index).get((), Count(0, 0))
    if not count.total:
        gathering.refuse(rate.rate.id, rate.rate.empty_reason)
    elif is_small(count, gathering.smallest, person_group=False):
        gathering.suppress()
    else:
        gathering.show(share(rate, count, None))


def _kept_back(
    gathering: Gathering,
    counts: Mapping[Key, Count],
    by: Sequence[str],
    margins: Mapping[str, frozenset[Key]],
) -> frozenset[Key]:
    """The groups to keep back; crossed ones so that neither attribute by itself gives them away."""
    if len(by) == 2 and set(by) <= set(margins):  # noqa: PLR2004  a pair
        return hidden_crossed(counts, [margins[name] for name in by], gathering.smallest)
    return gathering.hide(by, counts)


def _partition(
    gathering: Gathering,
    rate: RateSql,
    by: Sequence[str],
    counts: Mapping[Key, Count],
    away: frozenset[Key],
) -> None:
    for key in sorted(counts, key=str):
        count = counts[key]
        if key in away:
            gathering.suppress()
        elif count.total:
            gathering.show(share(rate, count, group_name(by, key)))
        elif count.unknown:
            gathering.refuse(rate.rate.id, "group_missing_in_label", group_name(by, key))


def share(rate: RateSql, count: Count, group: str | None) -> Indicator:
    """A share with Wilson's interval, its counts and what was left out."""
    low, high = wilson(count.yes, count.total)
    left_out = (f"left_out_unknown:{_told(count.unknown)}",) if count.unknown else ()
    return Indicator(
        id=rate.rate.id,
        safeguard=rate.rate.safeguard,
        group=group,
        value=count.yes / count.total,
        low=float(low[0]),
        high=float(high[0]),
        numerator=count.yes,
        denominator=count.total,
        unit=rate.rate.unit,
        method=_joined("wilson95", rate.method),
        caveats=(*rate.rate.caveats, *left_out),
    )


def _told(number: int) -> str:
    """A number in a caveat, small ones as ``few``."""
    return str(number) if number >= _FEW else "few"


def _composition(gathering: Gathering, rate: RateSql, by: Sequence[str], counts: Mapping[Key, Count]) -> None:
    """How all cases are divided over groups; the groups' sizes are the cells."""
    total = sum(count.yes for count in counts.values())
    sizes = {key: Count(count.yes, total) for key, count in counts.items() if count.yes}
    sized = {key: Count(count.yes, count.yes) for key, count in sizes.items()}
    away = gathering.hide(by, sized)
    for key in sorted(sizes, key=str):
        if key in away:
            gathering.suppress()
        else:
            gathering.show(share(rate, sizes[key], group_name(by, key)))


def _shown(counts: Mapping[Key, Count], away: frozenset[Key]) -> Mapping[Key, Count]:
    return {
        key: count for key, count in counts.items() if key not in away and count.total and None not in key
    }


def _compare(
    gathering: Gathering, rate: RateSql, by: Sequence[str], counts: Mapping[Key, Count], reference: str | None
) -> None:
    """Each group against the reference: the one the mapping names, else the largest.

    A reference that is not among the groups shown (kept back, or without cases) is never replaced by another.
    """
    if reference is not None and (reference,) not in counts:
        gathering.refuse(f"{rate.rate.id}.difference", "reference_kept_back", by[0])
        return
    if len(counts) < 2:  # noqa: PLR2004  comparing needs two
        return
    largest = max(counts, key=lambda key: (counts[key].total, str(key)))
    base = largest if reference is None else (reference,)
    for key in sorted(counts, key=str):
        if key != base:
            groups = (group_name(by, key), group_name(by, base))
            compare_pair(gathering, rate, groups, (counts[key], counts[base]))


def compare_pair(
    gathering: Gathering,
    rate: RateSql,
    groups: tuple[str, str],
    counts: Pair,
    extremes: tuple[Pair, Pair] | None = None,
) -> None:
    """The difference and the ratio of two shares. The p-value goes with the difference, once.

    ``extremes`` are the counts, within the rounding of a source, at which the first share lies lowest and
    highest against the second: the bounds and the p-value are then those of the worst.
    """
    (group, against), (first, second) = groups, counts
    worst = extremes or (counts,)
    caveat = (f"against:{against}", *rate.rate.caveats)
    pair = (first.yes, first.total, second.yes, second.total)
    difference = first.yes / first.total - second.yes / second.total
    bounds = _bounds(newcombe, worst)
    gathering.compare(_between(rate, "difference", group, difference, bounds, caveat, pair), _weakest(worst))
    if not all(one.yes for between in (counts, *worst) for one in between):
        gathering.refuse(f"{rate.rate.id}.ratio", "ratio_of_zero", group)
        return
    bounds = _bounds(katz, worst)
    ratio = (first.yes / first.total) / (second.yes / second.total)
    gathering.show(_between(rate, "ratio", group, ratio, bounds, caveat, pair))


def _bounds(interval: Interval, worst: Sequence[Pair]) -> tuple[float, float]:
    """The lower bound of the lowest and the upper bound of the highest pair; one pair has both."""
    found = [interval(one.yes, one.total, two.yes, two.total) for one, two in worst]
    return float(found[0][0][0]), float(found[-1][1][0])


def _weakest(worst: Sequence[Pair]) -> float:
    """The largest p-value that rounding allows: 1 where it may turn the difference around."""
    differences = [one.yes / one.total - two.yes / two.total for one, two in worst]
    if differences[0] < 0 < differences[-1]:
        return 1.0
    return max(homogeneity([[one.yes, one.total - one.yes] for one in pair]) for pair in worst)


def _between(  # noqa: PLR0913, PLR0917  a figure's parts, passed on in one place
    rate: RateSql,
    kind: str,
    group: str,
    value: float,
    bounds: tuple[float, float],
    caveats: tuple[str, ...],
    pair: tuple[int, int, int, int],
) -> Indicator:
    low, high = (float(bound) if math.isfinite(bound) else None for bound in bounds)
    return Indicator(
        id=f"{rate.rate.id}.{kind}",
        safeguard=rate.rate.safeguard,
        group=group,
        value=value,
        low=low,
        high=high,
        numerator=pair[0],
        denominator=pair[1],
        unit="difference_of_shares" if kind == "difference" else "ratio_of_shares",
        method=_joined("newcombe95" if kind == "difference" else "katz95", rate.method),
        caveats=(*caveats, f"against_counts:{pair[2]}/{pair[3]}"),
    )


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
