"""Which groups are too small to be shown, and which must go with them so that no sum gives them away."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

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

    The small ones; and since the total of all groups is shown too, further groups, smallest first, until the
    kept-back ones are two or more and together no small group. First by size alone: so all figures about the
    same people keep the same groups back, and none gives away what another hid. An empty group hides nobody.
    """
    sizes = {key: Count(count.total, count.total) for key, count in counts.items()}
    too_few = {key for key, count in sizes.items() if 0 < count.total < smallest}
    small = {key for key, count in counts.items() if is_small(count, smallest, person_group=person_group)}
    return closed(closed(too_few, sizes, smallest) | small, counts, smallest)


def closed(away: AbstractSet[Key], counts: Mapping[Key, Count], smallest: int) -> frozenset[Key]:
    """``away``, and the further groups that keep it from being undone by subtraction from the total."""
    kept_back = set(away)
    others = sorted(
        (key for key, count in counts.items() if key not in away and count.total),
        key=lambda key: (counts[key].total, str(key)),
    )
    while kept_back and others:
        if len(kept_back) > 1 and sum(counts[key].total for key in kept_back) >= smallest:
            break
        kept_back.add(others.pop(0))
    return frozenset(kept_back)
