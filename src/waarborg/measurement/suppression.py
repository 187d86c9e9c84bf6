"""Which groups are too small to be shown, and which must go with them so that no sum gives them away."""

from collections.abc import Mapping

from waarborg.measurement.cells import Count, Key


def is_small(count: Count, smallest: int, *, person_group: bool) -> bool:
    """Whether a figure would show fewer people than ``smallest``.

    A group is small when its total is; a count of one to ``smallest`` - 1 is a small cell; in a group of
    people so is what the count leaves over. A whole log is no group: there the rest does not count.
    """
    rest = count.total - count.yes
    few = 0 < count.total < smallest or 0 < count.yes < smallest
    return few or (person_group and 0 < rest < smallest)


def hidden(counts: Mapping[Key, Count], smallest: int, *, person_group: bool = True) -> frozenset[Key]:
    """The groups of one partition to keep back.

    The small ones; and since the total of all groups is shown too, further groups, smallest first, until
    the kept-back ones are two or more and together no small group. An empty group hides nobody.
    """
    away = {key for key, count in counts.items() if is_small(count, smallest, person_group=person_group)}
    others = sorted(
        (key for key, count in counts.items() if key not in away and count.total),
        key=lambda key: (counts[key].total, str(key)),
    )
    while away and others and (len(away) == 1 or sum(counts[key].total for key in away) < smallest):
        away.add(others.pop(0))
    return frozenset(away)
