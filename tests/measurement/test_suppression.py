"""Small groups stay back, and no sum or crossing of what is shown gives them away."""

from hypothesis import given
from hypothesis import strategies as st

from waarborg.measurement.cells import Count
from waarborg.measurement.suppression import hidden

SMALLEST = 10


def test_one_small_group_takes_the_next_smallest_with_it() -> None:
    counts = {("a",): Count(0, 4), ("b",): Count(20, 50), ("c",): Count(40, 90)}
    assert hidden(counts, SMALLEST) == {("a",), ("b",)}


def test_two_small_groups_that_are_small_together_take_a_third() -> None:
    counts = {("a",): Count(0, 4), ("b",): Count(0, 5), ("c",): Count(20, 50), ("d",): Count(40, 90)}
    assert hidden(counts, SMALLEST) == {("a",), ("b",), ("c",)}


def test_a_group_that_is_all_but_a_few_is_small_too() -> None:
    counts = {("a",): Count(47, 50), ("b",): Count(20, 60), ("c",): Count(40, 90)}
    assert hidden(counts, SMALLEST) == {("a",), ("b",)}


def test_an_empty_group_hides_nobody() -> None:
    assert hidden({("a",): Count(0, 0), ("b",): Count(20, 50)}, SMALLEST) == frozenset()


COUNTS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Count(pair[0], sum(pair)))


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=1).map(lambda one: (one,)), COUNTS))
def test_what_is_left_out_is_never_one_group_nor_few_people_unless_there_is_no_other(
    counts: dict[tuple[str | None, ...], Count],
) -> None:
    """The total of all is published, so what is hidden is known as a sum: it must hold no group alone."""
    away = hidden(counts, SMALLEST)
    others = [key for key, count in counts.items() if key not in away and count.total]
    for key in others:
        assert counts[key].total >= SMALLEST
        assert counts[key].yes == 0 or counts[key].yes >= SMALLEST
    if away and others:
        assert len(away) >= 2
        assert sum(counts[key].total for key in away) >= SMALLEST
