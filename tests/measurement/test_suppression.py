"""Small groups stay back, and no sum or crossing of what is shown gives them away."""

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from waarborg.measurement.cells import Count, Key
from waarborg.measurement.suppression import Chains, hidden

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


LODGED = {("EU",): 67, ("NL",): 252, ("nEU",): 76, ("?",): 5}
DECIDED = {("EU",): 27, ("NL",): 130, ("nEU",): 40, ("?",): 3}
SIZES = {("EU",): 700, ("NL",): 2500, ("nEU",): 600, ("?",): 60}


def share(yes: Mapping[Key, int], total: Mapping[Key, int]) -> dict[Key, Count]:
    return {key: Count(yes[key], total[key]) for key in total}


def test_a_second_group_hidden_in_one_rate_stays_hidden_where_its_numerator_is_the_next_denominator() -> None:
    """Of 400 lodged, ``?`` has 5.

    The first rate hides nEU with it (600 is less than 700); by its own sizes the next would hide EU (67 is
    less than 76), and 400 - 67 - 252 - 76 = 5 would stand there to be read.
    """
    assert hidden(share(DECIDED, LODGED), SMALLEST) == {("?",), ("EU",)}
    chains = Chains(SMALLEST)
    assert chains.hide(["origin"], share(LODGED, SIZES)) == {("?",), ("nEU",)}
    assert chains.hide(["origin"], share(DECIDED, LODGED)) == {("?",), ("nEU",)}
    assert chains.hide(["origin"], share(DECIDED, DECIDED)) == {("?",), ("nEU",)}


def test_a_chain_holds_where_outcomes_are_unknown_for_part_of_the_next_denominator() -> None:
    """Of the 400 lodged 200 have an outcome; the 200 left out are told beside them."""
    upheld = {key: Count(DECIDED[key] // 2, DECIDED[key], LODGED[key] - DECIDED[key]) for key in LODGED}
    chains = Chains(SMALLEST)
    chains.hide(["origin"], share(LODGED, SIZES))
    assert chains.hide(["origin"], upheld) == {("?",), ("nEU",)}


def test_another_attribute_or_another_count_hides_by_its_own_sizes() -> None:
    chains = Chains(SMALLEST)
    chains.hide(["origin"], share(LODGED, SIZES))
    assert chains.hide(["channel"], share(DECIDED, LODGED)) == {("?",), ("EU",)}
    assert chains.hide(["origin"], share(DECIDED, SIZES | {("EU",): 500})) == {("?",), ("EU",)}


THREE = st.lists(st.tuples(*[st.integers(0, 40)] * 3).map(sorted), min_size=2, max_size=6)


@given(THREE)
def test_no_chain_of_rates_shows_all_but_one_group_of_a_count_in_which_it_is_small(
    rows: list[list[int]],
) -> None:
    """Everybody; of them those who objected; of them those who got an answer."""
    first = {(str(place),): Count(row[1], row[2]) for place, row in enumerate(rows)}
    second = {(str(place),): Count(row[0], row[1]) for place, row in enumerate(rows)}
    chains = Chains(SMALLEST)
    never_shown = chains.hide(["origin"], first) & chains.hide(["origin"], second)
    objected = {key: count.yes for key, count in first.items() if count.yes}
    small = {key for key, number in objected.items() if number < SMALLEST}
    shown = {key for key in objected if key not in never_shown}
    assert not small & shown
    if small and shown:
        assert len([key for key, count in first.items() if key in never_shown and count.total]) > 1


MAPPING = """
kind: decisions
columns: {case: id, origin: origin, objection_lodged: lodged, objection_decided: answered}
groups: [{name: origin}]
"""


def test_no_figure_of_a_log_lets_the_objections_of_a_small_group_be_computed(
    told: Callable[..., dict[str, Any]],
) -> None:
    """All numbers of the log above; what any figure shows of those who lodged must miss two groups."""
    rows = [
        f"{group}{place},{group},{'2024-02-01' if place < LODGED[group,] else ''},"
        f"{'2024-03-01' if place < DECIDED[group,] else ''}"
        for (group,), size in SIZES.items()
        for place in range(size)
    ]
    report = told("\n".join(["id,origin,lodged,answered", *rows]), MAPPING)
    shown = {
        figure["group"]
        for figure in report["indicators"]
        if "object" in figure["id"] and figure["group"] is not None and figure["group"].startswith("origin=")
    }
    assert shown == {"origin=EU", "origin=NL"}
