"""Intervals cover what they promise, and agree with worked examples of their authors."""

import numpy as np
import pytest

from waarborg.measurement.statistics.intervals import katz, newcombe, rounded_wilson, wilson
from waarborg.measurement.statistics.quantiles import quantile
from waarborg.measurement.statistics.stability import enough_cases, stability

SIMULATIONS = 2_000
SIZES = (50, 100, 400)
SHARES = np.linspace(0.05, 0.95, 19)


def test_wilson_covers_about_95_percent_over_the_grid() -> None:
    random = np.random.default_rng(7)
    covered = []
    for n in SIZES:
        for share in SHARES:
            low, high = wilson(random.binomial(n, share, SIMULATIONS), np.full(SIMULATIONS, n))
            covered.append(np.mean((low <= share) & (share <= high)))
    assert 0.93 <= np.mean(covered) <= 0.97


@pytest.mark.parametrize("kind", ["difference", "ratio"])
def test_intervals_of_two_shares_cover_about_95_percent_over_the_grid(kind: str) -> None:
    random = np.random.default_rng(8)
    covered = []
    for n in SIZES:
        for first, second in ((a, b) for a in SHARES[::3] for b in SHARES[::3]):
            x, y = (random.binomial(n, share, SIMULATIONS) for share in (first, second))
            used = (x > 0) & (y > 0)
            size = np.full(used.sum(), n)
            low, high = (newcombe if kind == "difference" else katz)(x[used], size, y[used], size)
            truth = first - second if kind == "difference" else first / second
            covered.append(np.mean((low <= truth) & (truth <= high)))
    assert 0.93 <= np.mean(covered) <= 0.97


def test_newcombe_gives_his_own_worked_example() -> None:
    """R.G. Newcombe 1998, table II, 56/70 against 48/80, method 10: 0.0524 to 0.3339."""
    low, high = newcombe(56, 70, 48, 80)
    assert (low[0], high[0]) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))


def test_a_whole_log_rounded_by_at_most_off_stays_within_the_widened_interval() -> None:
    """Whatever the true counts behind rounded ones, their own Wilson interval lies inside."""
    low, high = rounded_wilson(40, 120, 5, 5)
    for top in range(35, 46):
        for rest in range(75, 86):
            inner_low, inner_high = wilson(top, top + rest)
            assert low[0] <= inner_low[0] + 1e-12
            assert inner_high[0] <= high[0] + 1e-12


def test_a_median_is_the_middle_value_and_its_bounds_are_order_statistics() -> None:
    """For n = 100 the 40th and 61st values bound the median (Conover 1999, table A3)."""
    found = quantile({float(value): 1 for value in range(1, 101)}, 0.5)
    assert (found.value, found.low, found.high) == (50.0, 40.0, 61.0)


def test_equal_distributions_have_no_shift_and_moved_ones_do() -> None:
    assert stability((100, 200, 300), (200, 400, 600)).value == pytest.approx(0)
    moved = stability((500, 500), (400, 600))
    assert moved.value == pytest.approx(0.1 * np.log(1.2) + 0.1 * np.log(1.25))
    assert moved.p_value < 0.001
    assert moved.low < moved.value < moved.high


def test_an_index_lies_in_its_own_bounds_however_few_the_cases_or_alike_the_histograms() -> None:
    """The bounds of 20 bins over 30 cases each ended below the index; those of near twins too."""
    random = np.random.default_rng(9)
    for cases in (30, 41, 400):
        for _ in range(40):
            before, after = (random.multinomial(cases, [0.05] * 20).tolist() for _ in range(2))
            found = stability(before, after)
            assert found.low <= found.value <= found.high
    twins = stability([100] * 19 + [101], [101] + [100] * 19)
    assert twins.low == 0
    assert 0 < twins.value <= twins.high


def test_bins_are_pooled_until_the_smaller_histogram_has_ten_cases_in_each() -> None:
    """Of 4 bins of 5 cases against 4 of 15, pairs are pooled: 10 against 30. Of 4 bins of 10, none is."""
    assert enough_cases([5] * 4, [15] * 4) == ([10, 10], [30, 30])
    assert enough_cases([10] * 4, [30] * 4) == ([10] * 4, [30] * 4)
    assert enough_cases([10, 0, 10], [30, 0, 10]) == ([10, 0, 10], [30, 0, 10])


def test_too_few_cases_for_two_bins_of_ten_have_no_index() -> None:
    """Fifteen cases make one bin of ten, not two."""
    assert enough_cases([1] * 15 + [0] * 5, [1] * 20) is None
