"""The spread over handlers: percentiles of their shares, never a handler."""

import numpy as np

from waarborg.measurement.cells import Count, count
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.prepare import Prepared
from waarborg.measurement.rates import RateSql
from waarborg.measurement.statistics.intervals import wilson
from waarborg.measurement.statistics.tests import homogeneity
from waarborg.values.indicator import Indicator

_QUANTILES = (("p10", 0.10), ("p50", 0.50), ("p90", 0.90))


def show_spread(gathering: Gathering, prepared: Prepared, rate: RateSql) -> None:
    """The spread of a rate over handlers, whether it exceeds chance, and who never departs from the machine.

    Handlers with fewer decisions than the smallest group are left out; with fewer handlers left than that,
    any percentile would be somebody's own figure and is kept back.
    """
    handler = prepared.cases.compiler.names["handler"].sql
    cells = count(prepared, "cases", {"handler": handler}, [rate])
    counts = cells.over(0, ("handler",)) if cells else {}
    used = [one for key, one in counts.items() if key[0] is not None and one.total >= gathering.smallest]
    if len(used) < gathering.smallest:
        gathering.suppress(len(_QUANTILES) + 1)
        return
    yes, total = np.array([one.yes for one in used]), np.array([one.total for one in used])
    beyond = homogeneity(np.column_stack([yes, total - yes])) < 0.05  # noqa: PLR2004  the level of the whole report
    caveat = "spread_beyond_chance" if beyond else "spread_within_chance"
    for name, level in _QUANTILES:
        gathering.show(_percentile(rate, name, level, yes / total, caveat))
    _never(gathering, rate, used)


def _percentile(rate: RateSql, name: str, level: float, shares: "np.ndarray", caveat: str) -> Indicator:
    """A percentile over handlers; bounds by order statistics, as for any quantile."""
    from waarborg.measurement.statistics.quantiles import quantile  # noqa: PLC0415  keeps the import graph flat

    histogram = {
        float(share): int(number)
        for share, number in zip(*np.unique(shares, return_counts=True), strict=True)
    }
    found = quantile(histogram, level)
    return Indicator(
        id=f"{rate.rate.id}.handlers.{name}",
        safeguard=rate.rate.safeguard,
        value=found.value,
        low=found.low,
        high=found.high,
        denominator=len(shares),
        unit="share_per_handler",
        method="percentile over handlers; order statistics 95",
        caveats=(caveat,),
    )


def _never(gathering: Gathering, rate: RateSql, used: list[Count]) -> None:
    """Handlers with not one yes: beside them, how many one would expect if all did as the average."""
    never, number = sum(one.yes == 0 for one in used), len(used)
    average = sum(one.yes for one in used) / sum(one.total for one in used)
    expected = sum((1 - average) ** one.total for one in used)
    low, high = wilson(never, number)
    gathering.show(
        Indicator(
            id=f"{rate.rate.id}.handlers.never",
            safeguard=rate.rate.safeguard,
            value=never / number,
            low=float(low[0]),
            high=float(high[0]),
            numerator=never,
            denominator=number,
            unit="handlers",
            method="wilson95",
            caveats=(f"expected_by_chance:{expected:.1f}",),
        )
    )
