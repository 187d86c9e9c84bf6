"""Which groups are too small to be shown, and which must go with them so that no sum gives them away."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import define, field

from waarborg.measurement.cells import Count, Key


def is_small(count: Count, smallest: int, *, person_group: bool) -> bool:
    """Whether a figure would show fewer people than ``smallest``.

    A group is small when its total is; a count of one to ``smallest`` - 1 is a small cell; in a group of
    people so is what the count leaves over. A whole log is no group: there the rest does not count.
    """
    rest = count.total - count.yes
    few = 0 < count.total < smallest or 0 < count.yes < smallest
    return few or (person_group and 0 < rest < smallest)


def hidden(
    counts: Mapping[Key, Count],
    smallest: int,
    *,
    person_group: bool = True,
    already: AbstractSet[Key] = frozenset(),
) -> frozenset[Key]:
    """The groups of one partition to keep back, among them those that are ``already``.

    The small ones; and since the total of all groups is shown too, further groups, smallest first, until the
    kept-back ones are two or more and together no small group. First by size alone: so all figures about the
    same people keep the same groups back, and none gives away what another hid. An empty group hides nobody.
    """
    sizes = {key: Count(count.total, count.total) for key, count in counts.items()}
    too_few = {key for key, count in sizes.items() if 0 < count.total < smallest}
    small = {key for key, count in counts.items() if is_small(count, smallest, person_group=person_group)}
    return closed(closed(too_few | already, sizes, smallest) | small, counts, smallest)


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


Vector = tuple[tuple[str, ...], frozenset[tuple[Key, int]]]
"""One count for each group of a partition, as what it is known by."""


@define
class Chains:
    """What was kept back of counts that come again in a later figure.

    The numerator of one rate is often the denominator of the next. Were a second group chosen in each by
    itself, each would show what the other hid, and the total of all would give the small group away.
    """

    smallest: int
    _kept: dict[Vector, frozenset[Key]] = field(factory=dict)

    def hide(self, by: Sequence[str], counts: Mapping[Key, Count]) -> frozenset[Key]:
        """The groups to keep back: by ``hidden``, and those that an earlier figure hid in a count shown here.

        Of each count the groups small in it, and as many more of those kept back as they need, stay hidden in
        all later figures: so what nobody can see of a count never shrinks to a small group.
        """
        found = [(tuple(by), one) for one in _counts_shown(counts)]
        before = frozenset[Key]().union(*(self._kept.get(vector, ()) for vector in found))
        away = hidden(counts, self.smallest, already=before)
        for vector in found:
            there = {key: Count(value, value) for key, value in vector[1] if key in away}
            small = {key for key, count in there.items() if count.total < self.smallest}
            if small:
                self._kept.setdefault(vector, closed(small, there, self.smallest))
        return away


def _counts_shown(counts: Mapping[Key, Count]) -> Iterator[frozenset[tuple[Key, int]]]:
    """The counts by group that a share shows, by itself or by subtraction; noughts are left out."""
    for part in (
        {key: count.yes for key, count in counts.items()},
        {key: count.total - count.yes for key, count in counts.items()},
        {key: count.total for key, count in counts.items()},
        {key: count.unknown for key, count in counts.items()},
        {key: count.total + count.unknown for key, count in counts.items()},
    ):
        if any(part.values()):
            yield frozenset((key, value) for key, value in part.items() if value)
