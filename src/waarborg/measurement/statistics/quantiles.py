"""Quantiles from a histogram, with an interval by order statistics. Histograms add up; rows do not leave."""

import math
from collections.abc import Mapping

import numpy as np
from attrs import frozen
from scipy.stats import binom

BINS_PER_E = 1000
"""Bins per factor e: each is 0.1 % wide, so that a quantile is right to three significant digits."""


@frozen
class Quantile:
    """A quantile and its bounds."""

    value: float
    low: float
    high: float


def quantile(histogram: Mapping[float, int], share: float) -> Quantile:
    """The quantile of values counted by bin; its bounds hold with at least 95 %.

    Source: W.J. Conover, Practical Nonparametric Statistics (1999), section 3.2.
    """
    values = np.array(sorted(histogram))
    reached = np.cumsum([histogram[value] for value in values])
    n = int(reached[-1])
    low, high = binom.ppf(0.025, n, share), binom.ppf(0.975, n, share) + 1
    ranks = np.clip([math.ceil(share * n), low, high], 1, n)
    value, lowest, highest = (float(values[np.searchsorted(reached, rank)]) for rank in ranks)
    return Quantile(value, lowest, highest)


def value_of_bin(sign: float, index: float | None) -> float:
    """The middle of a logarithmic bin of values of one sign; zero has no logarithm, so no index."""
    return 0.0 if index is None else sign * math.exp((float(index) + 0.5) / BINS_PER_E)


def widened(found: Quantile) -> Quantile:
    """A quantile of bins with bounds at the edges of their bins, so that they hold for the values inside."""
    half = math.expm1(0.5 / BINS_PER_E)
    return Quantile(found.value, found.low - half * abs(found.low), found.high + half * abs(found.high))
