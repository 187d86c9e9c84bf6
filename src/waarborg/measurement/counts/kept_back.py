"""Which groups of a step of a table of counts stay back."""

from collections.abc import Mapping

from waarborg.measurement.cells import Count, Key
from waarborg.measurement.counts.table import Tally
from waarborg.measurement.suppression import closed

Tallies = Mapping[str, Tally]


def kept_back(tops: Tallies, bottoms: Tallies | None, smallest: int) -> frozenset[str]:
    """The groups whose count in a step is unknown or small, or all but a few of the step it comes from.

    Where every count is exact, and so the sum of all shows what is left, further groups go with them. A table
    that its source rounded or cut protects itself: there a nought stands for a few, and counts as small.
    """
    exact = not any(tally.off or tally.suppressed for tally in tops.values())
    away = {
        name
        for name, top in tops.items()
        if _small(top, smallest, exact=exact)
        or (exact and _all_but_few(top, (bottoms or {}).get(name), smallest))
    }
    if not exact:
        return frozenset(away)
    sizes: dict[Key, Count] = {(name,): Count(top.value, top.value) for name, top in tops.items()}
    return frozenset(str(key[0]) for key in closed({(name,) for name in away}, sizes, smallest))


def _small(tally: Tally, smallest: int, *, exact: bool) -> bool:
    nobody = exact and not tally.value
    return tally.suppressed or (tally.value < smallest and not nobody)


def _all_but_few(top: Tally, bottom: Tally | None, smallest: int) -> bool:
    exact = bottom is not None and not bottom.suppressed and not bottom.off
    return exact and bottom is not None and 0 < bottom.value - top.value < smallest
