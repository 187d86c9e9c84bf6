"""Intervals at 95 % for shares, differences and ratios, for whole arrays of counts at once."""

import warnings

import numpy as np
from numpy.typing import ArrayLike, NDArray
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

Bounds = tuple[NDArray[np.float64], NDArray[np.float64]]


def wilson(numerator: ArrayLike, denominator: ArrayLike) -> Bounds:
    """Wilson's score interval for a share.

    Source: E.B. Wilson, "Probable inference", JASA 22 (1927), 209-212.
    """
    low, high = proportion_confint(_floats(numerator), _floats(denominator), method="wilson")
    return np.clip(low, 0.0, 1.0), np.clip(high, 0.0, 1.0)


def rounded_wilson(
    numerator: ArrayLike, denominator: ArrayLike, numerator_off: ArrayLike, rest_off: ArrayLike
) -> Bounds:
    """Wilson's interval, widened by what the source rounded away.

    ``numerator_off`` and ``rest_off`` are the largest errors of the numerator and of the rest of the
    denominator. The low bound is Wilson's at the smallest share that the rounded counts allow, the high
    bound at the largest.
    """
    top, rest = _floats(numerator), _floats(denominator) - _floats(numerator)
    small, large = np.maximum(top - _floats(numerator_off), 0), top + _floats(numerator_off)
    few, many = np.maximum(rest - _floats(rest_off), 0), rest + _floats(rest_off)
    return wilson(small, np.maximum(small + many, 1))[0], wilson(large, np.maximum(large + few, 1))[1]


def newcombe(first: ArrayLike, n_first: ArrayLike, second: ArrayLike, n_second: ArrayLike) -> Bounds:
    """Newcombe's hybrid score interval for the difference of two shares, first minus second.

    Source: R.G. Newcombe, Statistics in Medicine 17 (1998), 873-890, method 10.
    """
    low, high = confint_proportions_2indep(
        _floats(first),
        _floats(n_first),
        _floats(second),
        _floats(n_second),
        compare="diff",
        method="newcomb",
        correction=False,
    )
    return np.asarray(low), np.asarray(high)


def katz(first: ArrayLike, n_first: ArrayLike, second: ArrayLike, n_second: ArrayLike) -> Bounds:
    """Katz's log interval for the ratio of two shares, first over second; both counts above zero.

    Source: D. Katz and others, Biometrics 34 (1978), 469-474.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        low, high = confint_proportions_2indep(
            _floats(first),
            _floats(n_first),
            _floats(second),
            _floats(n_second),
            compare="ratio",
            method="log",
            correction=False,
        )
    return np.asarray(low), np.asarray(high)


def _floats(values: ArrayLike) -> NDArray[np.float64]:
    return np.atleast_1d(np.asarray(values, dtype=np.float64))
