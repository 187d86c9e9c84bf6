"""Two attributes crossed, with each shown beside them: no small cell follows from the sums."""

from collections.abc import Mapping

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from waarborg.measurement.cells import Count, Key
from waarborg.measurement.crossing import hidden_crossed
from waarborg.measurement.suppression import hidden, is_small

SMALLEST = 10


def crossed(rows: list[list[tuple[int, int]]]) -> Mapping[Key, Count]:
    """Cells of (yes, total), rows down and columns across."""
    return {
        (f"r{down}", f"c{across}"): Count(*cell)
        for down, row in enumerate(rows)
        for across, cell in enumerate(row)
    }


def margin(counts: Mapping[Key, Count], place: int) -> Mapping[Key, Count]:
    """The sums of the rows (0) or of the columns (1)."""
    found: dict[Key, Count] = {}
    for key, one in counts.items():
        before = found.get((key[place],), Count(0, 0))
        found[key[place],] = Count(before.yes + one.yes, before.total + one.total)
    return found


def kept_back(counts: Mapping[Key, Count]) -> frozenset[Key]:
    margins = [hidden(margin(counts, place), SMALLEST) for place in (0, 1)]
    return hidden_crossed(counts, margins, SMALLEST)


def test_a_small_cell_takes_one_of_its_row_and_one_of_its_column_and_the_corner_between() -> None:
    """The next smallest of its row is c1, of its column r1; then r1,c1 is alone in both, and goes too."""
    counts = crossed([[(2, 4), (30, 60), (40, 80)], [(25, 50), (35, 70), (45, 90)], [(50, 99)] * 3])
    assert kept_back(counts) == {("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1")}


def test_two_small_cells_apart_do_not_protect_each_other() -> None:
    """Each is alone in its row and its column: the shown sums would undo both."""
    counts = crossed([[(2, 4), (30, 60), (40, 80)], [(25, 50), (3, 6), (45, 90)], [(50, 99)] * 3])
    away = kept_back(counts)
    assert away == {("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1")}


def test_without_small_cells_nothing_is_kept_back() -> None:
    assert kept_back(crossed([[(30, 60)] * 3] * 3)) == frozenset()


CELL = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (pair[0], sum(pair)))
TABLE = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2, max_size=5)
)


@given(TABLE)
def test_no_small_cell_is_fixed_by_the_shown_cells_and_the_shown_sums(
    rows: list[list[tuple[int, int]]],
) -> None:
    """A cell is fixed when every null vector of the sums is zero there: found here by singular values."""
    counts = crossed(rows)
    away = kept_back(counts)
    unknown = sorted(key for key in away if counts[key].total)
    known_sums = [
        key
        for place in (0, 1)
        for key in margin(counts, place).items()
        if key[0] not in hidden(margin(counts, place), SMALLEST)
    ]
    assert all(key in away for key, one in counts.items() if is_small(one, SMALLEST, person_group=True))
    if not unknown:
        return
    sums = [[float(name in key) for key in unknown] for (name,), _ in known_sums] + [[1.0] * len(unknown)]
    _, sizes, right = np.linalg.svd(np.array(sums))
    free = right[int((sizes > 1e-9).sum()) :]
    for place, key in enumerate(unknown):
        small = is_small(counts[key], SMALLEST, person_group=True)
        alone = all(len(_line(counts, key, axis)) == 1 for axis in (0, 1)) or len(unknown) == 1
        if small and not alone:
            assert np.abs(free[:, place]).max(initial=0) > 1e-9


def _line(counts: Mapping[Key, Count], key: Key, axis: int) -> list[Key]:
    return [one for one, count in counts.items() if one[axis] == key[axis] and count.total]
