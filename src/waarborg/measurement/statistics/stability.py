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
    """The index of two histograms over the same bins.

    With n and m cases the index times nm/(n+m) follows a chi-square with one degree less than there are
    bins when nothing moved, and a noncentral one when something did; the bounds invert that.
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
    return Stability(value, low, high, homogeneity(_pooled(first, second)))


def _pooled(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """Neighbouring bins taken together until each holds enough for the test of homogeneity to be sound."""
    smaller = min(first.sum(), second.sum()) / (first.sum() + second.sum())
    columns = [np.zeros(2)]
    for pair in np.column_stack([first, second]):
        if columns[-1].sum() * smaller >= _ENOUGH:
            columns.append(np.zeros(2))
        columns[-1] = columns[-1] + pair
    if len(columns) > 1 and columns[-1].sum() * smaller < _ENOUGH:
        columns[-2:] = [columns[-2] + columns[-1]]
    return np.column_stack(columns)


def _noncentrality(statistic: float, freedom: int, level: float) -> float:
    """The noncentrality under which ``statistic`` stands at ``level``; 0 where none is needed."""
    if chi2.cdf(statistic, freedom) <= level:
        return 0.0
    top = 2 * statistic + 100.0
    return float(brentq(lambda shift: ncx2.cdf(statistic, freedom, shift) - level, 1e-9, top))
