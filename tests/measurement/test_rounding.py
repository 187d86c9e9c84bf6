"""Rounding of a source is carried into differences and ratios."""

from itertools import product

from waarborg.measurement.counts.compared import compare_rounded, group_tally
from waarborg.measurement.counts.table import Tally
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.rates import Rate, RateSql
from waarborg.measurement.statistics.intervals import katz, newcombe

RATE = RateSql(Rate(id="r", safeguard="bias_test", of="", share=""), "", "", "")


def compared(tops: tuple[int, int], bottoms: tuple[int, int]) -> Gathering:
    gathering = Gathering(10)
    first, second = (
        group_tally(Tally(top, 5.0), Tally(bottom, 5.0)) for top, bottom in zip(tops, bottoms, strict=True)
    )
    compare_rounded(gathering, RATE, ("g=a", "g=b"), (first, second))
    return gathering


def test_whatever_counts_lie_behind_rounded_ones_their_intervals_lie_within() -> None:
    difference, ratio = compared((40, 60), (120, 300)).finished()
    for a, b, n, m in product((35, 40, 45), (55, 60, 65), (115, 120, 125), (295, 300, 305)):
        low, high = newcombe(a, n, b, m)
        assert (difference.low or 0) <= low[0]
        assert high[0] <= (difference.high or 0)
        low, high = katz(a, n, b, m)
        assert (ratio.low or 0) <= low[0]
        assert high[0] <= (ratio.high or 0)


def test_a_difference_that_rounding_may_turn_around_is_no_finding() -> None:
    """500/1000 against 505/1000 rounded to ten may lie either way."""
    difference, _ = compared((50_000, 50_002), (100_000, 100_000)).finished()
    assert "differs_after_correction" not in difference.caveats
