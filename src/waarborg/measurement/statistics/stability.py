"""The population stability index: how far a distribution moved."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.stats import chi2, ncx2

from waarborg.measurement.statistics.tests import homogeneity

_ENOUGH = 5.0
"""Expected cases a pooled bin needs: W.G. Cochran, Biometrics 10 (1954), 417-451."""
_ENOUGH_FOR_INDEX = 10.0
"""Cases a bin in use needs, on average, in the smaller histogram before the index itself means anything.

Where nothing moved, the index of B bins still comes to about (B - 1)(1/n + 1/m), the mean of the chi-square
in ``stability``. With ten a bin in the smaller one that stays under 0.2; with twenty bins over thirty cases
it is above 1, far beyond 0.25, the mark at which an index is usually taken for a large shift.
"""
_FLOOR = 0.5
"""An empty bin counts as half a case, so that the index stays finite."""


@frozen
class Stability:
    """The index with its bounds, and the p-value that nothing moved."""

    value: float
    low: float
    high: float
    p_value: float


def stability(before: Sequence[int], after: Sequence[int]) -> Stability:
    """The index of two histograms over the same bins; ``enough_cases`` says whether they bear one.

    With n and m cases the index times nm/(n+m) follows a chi-square with one degree less than there are
    bins when nothing moved, and a noncentral one when something did; the bounds invert that.
    Where two histograms are more alike than chance makes them, the bounds are drawn out to hold the index.
    Source: B. Yurdakul and J. Naranjo, "Statistical properties of the population stability index", Journal of
    Risk Model Validation 14 (2020).
    """
    first, second = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    used = (first + second) > 0
    first, second = first[used], second[used]
    shares = [np.maximum(counts, _FLOOR) / counts.sum() for counts in (first, second)]
    value = float(((shares[1] - shares[0]) * np.log(shares[1] / shares[0])).sum())
    scale = first.sum() * second.sum() / (first.sum() + second.sum())
    freedom = max(len(first) - 1, 1)
    low, high = (_noncentrality(value * scale, freedom, level) / scale for level in (0.975, 0.025))
    low, high = min(low, value), max(high, value)
    return Stability(value, low, high, homogeneity(_pooled(first, second, _ENOUGH)))


def enough_cases(before: Sequence[int], after: Sequence[int]) -> tuple[Sequence[int], Sequence[int]] | None:
    """The histograms themselves where they hold ten cases a bin in use, else with neighbouring bins pooled.

    None where fewer than two bins are left: then there are too few cases for an index.
    """
    in_use = sum(one + other > 0 for one, other in zip(before, after, strict=True))
    if min(sum(before), sum(after)) >= _ENOUGH_FOR_INDEX * in_use:
        return before, after
    first, second = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    pooled = _pooled(first, second, _ENOUGH_FOR_INDEX)
    if pooled.shape[1] < 2:  # noqa: PLR2004  a shift is from one bin to another
        return None
    return [int(one) for one in pooled[0]], [int(one) for one in pooled[1]]


def _pooled(first: NDArray[np.float64], second: NDArray[np.float64], enough: float) -> NDArray[np.float64]:
    """Neighbouring bins taken together until each is expected to hold ``enough`` cases in the smaller one."""
    smaller = min(first.sum(), second.sum()) / (first.sum() + second.sum())
    columns = [np.zeros(2)]
    for pair in np.column_stack([first, second]):
        if columns[-1].sum() * smaller >= enough:
            columns.append(np.zeros(2))
        columns[-1] = columns[-1] + pair
    if len(columns) > 1 and columns[-1].sum() * smaller < enough:
        columns[-2:] = [columns[-2] + columns[-1]]
    return np.column_stack(columns)


def _noncentrality(statistic: float, freedom: int, level: float) -> float:
    """The noncentrality under which ``statistic`` stands at ``level``; 0 where none is needed."""
    if chi2.cdf(statistic, freedom) <= level:
        return 0.0
    top = 2 * statistic + 100.0
    return float(brentq(lambda shift: ncx2.cdf(statistic, freedom, shift) - level, 1e-9, top))
