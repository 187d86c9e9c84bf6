"""Two groups of a table of counts compared, with what the source rounded away carried into the bounds."""

from attrs import frozen

from waarborg.measurement.cells import Count
from waarborg.measurement.counts.table import Tally
from waarborg.measurement.figures import compare_pair
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.rates import RateSql


@frozen
class RoundedCount:
    """``top`` of ``bottom`` as published, and the smallest and largest share that may lie behind them."""

    published: Count
    smallest: Count
    largest: Count


def group_tally(top: Tally, bottom: Tally) -> RoundedCount:
    """The count of a group; its rest is the bottom less the top, so it carries the rounding of both."""
    rest, rest_off = max(bottom.value - top.value, 0), top.off + bottom.off
    low, high = max(top.value - top.off, 0), top.value + top.off
    few, many = max(rest - rest_off, 0), rest + rest_off
    return RoundedCount(
        Count(top.value, bottom.value),
        Count(int(low), int(low + many) or 1),
        Count(int(high), int(high + few) or 1),
    )


def compare_rounded(
    gathering: Gathering, rate: RateSql, groups: tuple[str, str], pair: tuple[RoundedCount, RoundedCount]
) -> None:
    """The difference and the ratio: lowest where the first share is smallest and the second largest."""
    first, second = pair
    extremes = ((first.smallest, second.largest), (first.largest, second.smallest))
    compare_pair(gathering, rate, groups, (first.published, second.published), extremes)
