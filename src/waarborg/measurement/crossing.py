"""What to keep back of two attributes crossed, when each attribute by itself is shown beside them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product

import numpy as np

from waarborg.measurement.cells import Count, Key
from waarborg.measurement.suppression import closed, hidden, is_small

_SURE = 1 - 1e-9
"""A cell whose leverage on the known sums is 1 follows from them."""


def hidden_crossed(
    counts: Mapping[Key, Count], margins: Sequence[AbstractSet[Key]], smallest: int
) -> frozenset[Key]:
    """The cells to keep back; ``margins`` are the values of each attribute that are themselves kept back.

    No cell may follow from the sums of its row or its column, nor from several of these together: in each
    line the kept-back cells are two or more and together no small group, and a small cell that the sums
    still fix takes a neighbour with it. A line whose own total is kept back is kept back whole.
    """
    away = hidden(counts, smallest) | {
        key for key in counts if any((part,) in margin for part, margin in zip(key, margins, strict=True))
    }
    small = {key for key, count in counts.items() if is_small(count, smallest, person_group=True)}
    lines = _lines(counts)
    before: frozenset[Key] = frozenset()
    while away != before:
        before = away
        for line in lines:
            away |= closed(away & set(line), {key: counts[key] for key in line}, smallest)
        given_away = _fixed_by_sums(away, lines) & small
        away |= _neighbours(given_away, away, lines, counts)
    return away


def _lines(counts: Mapping[Key, Count]) -> Sequence[Sequence[Key]]:
    """The rows and the columns, without empty cells."""
    there = [key for key, count in counts.items() if count.total]
    found = [
        [key for key in there if key[place] == value]
        for place in (0, 1)
        for value in dict.fromkeys(key[place] for key in there)
    ]
    return [line for line in found if line]


def _fixed_by_sums(away: AbstractSet[Key], lines: Sequence[Sequence[Key]]) -> AbstractSet[Key]:
    """The kept-back cells that have one value only, given all sums of rows and columns."""
    cells = sorted(away & {key for line in lines for key in line}, key=str)
    if not cells:
        return set()
    sums = np.array([[float(key in line) for key in cells] for line in map(set, lines)])
    leverage = np.einsum("ij,ji->i", np.linalg.pinv(sums), sums)
    return {key for key, weight in zip(cells, leverage, strict=True) if weight > _SURE}


def _neighbours(
    given_away: AbstractSet[Key],
    away: AbstractSet[Key],
    lines: Sequence[Sequence[Key]],
    counts: Mapping[Key, Count],
) -> frozenset[Key]:
    """For each given-away cell the smallest shown cell of its row or column."""
    found = set()
    for key, line in product(given_away, lines):
        others = [one for one in line if one not in away]
        if key in line and others:
            found.add(min(others, key=lambda one: (counts[one].total, str(one))))
    return frozenset(found)
