"""Quantiles from a histogram, with an interval by order statistics. Histograms add up; rows do not leave."""

import math
from collections.abc import Mapping

import numpy as np
from attrs import frozen
from scipy.stats import binom

LOG_BINS = 20
"""Bins per factor e for durations in seconds: a quantile is right to about 5 %."""


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


def seconds_of_bin(index: float) -> float:
    """The middle of a logarithmic bin of seconds, in seconds."""
    return math.expm1((index + 0.5) / LOG_BINS)
