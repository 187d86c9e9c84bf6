"""Tables of counts in every layout: what was left out is no nought, and no sum gives a small count away.

The expected numbers are those of the small tables written here.
"""

from collections.abc import Callable
from typing import Any

import pytest
from scipy.stats import norm

from waarborg.values.finding import UnusableInput

Told = Callable[..., dict[str, Any]]
FUNNEL = "funnel:\n  - {id: in, by: population, rows: [In]}\n  - {id: out, by: human, rows: [Out]}\n"
GROUPS = "groups:\n  - {name: g, reference: a, columns: {a: [A], b: [B], c: [C]}}\n"
STEPS = "step;A;B;C\nIn;1.000;800;200\nOut;100;120;40\n"
LISTED = "step,group,n\nIn,A,600\nIn,A,400\nIn,B,800\nIn,C,200\nOut,A,100\nOut,B,120\nOut,C,40\n"


def figures(found: dict[str, Any], id_: str) -> dict[str | None, tuple[int, int]]:
    return {
        one["group"]: (one["numerator"], one["denominator"])
        for one in found["indicators"]
        if one["id"] == id_
    }


def mapping(table: str, rest: str = GROUPS + FUNNEL) -> str:
    return f"kind: counts\ntable: {{{table}}}\n{rest}"


EXPECTED = {None: (260, 2000), "g=a": (100, 1000), "g=b": (120, 800), "g=c": (40, 200)}


def test_a_step_a_row_a_group_a_row_and_a_cell_a_row_give_the_same_figures(told: Told) -> None:
    assert figures(told(STEPS, mapping('label: step, decimal: ","')), "funnel.out") == EXPECTED
    turned = "group,In,Out\nA,1000,100\nB,800,120\nC,200,40\n"
    assert figures(told(turned, mapping("label: group, rows: groups")), "funnel.out") == EXPECTED
    cells = "label: step, across: group, count: n, rows: cells"
    assert figures(told(LISTED, mapping(cells)), "funnel.out") == EXPECTED


@pytest.mark.parametrize("lead", ["Table 3. Checks\nby origin\n", "sep=;\n"])
def test_lines_before_the_header_are_passed_over(told: Told, lead: str) -> None:
    row = lead.count("\n") + 1 if "sep=" not in lead else 1
    text = f"file: {{header_row: {row}}}\n" + mapping('label: step, decimal: ","')
    assert figures(told(lead + STEPS, text), "funnel.out") == EXPECTED


def test_a_small_count_of_an_exact_table_does_not_follow_from_the_sum(told: Told) -> None:
    """Out: 100, 97 and 5. The five are small; the total of all shows, so the next smallest goes too."""
    found = told("step,A,B,C\nIn,1000,800,200\nOut,100,97,5\n", mapping("label: step"))
    assert figures(found, "funnel.out") == {None: (202, 2000), "g=a": (100, 1000)}
    assert figures(found, "composition.out") == {"g=a": (100, 202)}
    assert figures(found, "composition_shift.out") == {"g=a": (100, 202)}


def test_all_but_a_few_of_an_exact_table_are_small_too(told: Told) -> None:
    found = told("step,A,B,C\nIn,100,800,200\nOut,97,400,90\n", mapping("label: step"))
    assert figures(found, "funnel.out") == {None: (587, 1100), "g=b": (400, 800)}


def test_a_nought_of_an_exact_table_is_a_nought_and_one_of_a_rounded_table_is_not(told: Told) -> None:
    log = "step,A,B,C\nIn,1000,800,200\nOut,100,120,0\n"
    assert figures(told(log, mapping("label: step")), "funnel.out")["g=c"] == (0, 200)
    assert "g=c" not in figures(told(log, mapping("label: step, rounding: 5")), "funnel.out")


def test_what_a_source_left_out_is_no_nought_in_any_sum(told: Told) -> None:
    log = "step,A,B,C\nIn,1000,800,200\nOut,100,120,<5\n"
    found = told(log, mapping('label: step, rounding: 5, marks: ["<5"]'))
    assert figures(found, "funnel.out") == {"g=a": (100, 1000), "g=b": (120, 800)}
    assert {one["id"] for one in found["refused"] if one["reason"] == "source_suppressed"} >= {
        "funnel.out",
        "composition.out.g_a",
    }


def test_rounding_to_five_reaches_two_and_a_half_on_either_side(told: Told) -> None:
    """100 of 1,000 rounded to 5, the top by 2.5 and the rest by twice that. Wilson's by its formula."""

    def wilson(top: float, bottom: float, side: int) -> float:
        z, p = norm.ppf(0.975), top / bottom
        middle, half = p + z * z / 2 / bottom, z * (p * (1 - p) / bottom + z * z / 4 / bottom**2) ** 0.5
        return float((middle + side * half) / (1 + z * z / bottom))

    log = "step,A,B,C\nIn,1000,800,200\nOut,100,120,40\n"
    found = told(log, mapping("label: step, rounding: 5"))
    (one,) = (one for one in found["indicators"] if (one["id"], one["group"]) == ("funnel.out", "g=a"))
    assert one["low"] == pytest.approx(wilson(97.5, 97.5 + 900 + 5, -1))
    assert one["high"] == pytest.approx(wilson(102.5, 102.5 + 900 - 5, 1))


@pytest.mark.parametrize("odd", ["inf", "1e400", "-4", "12.5", "n/a"])
def test_what_is_no_count_is_refused_with_its_row_but_only_where_it_is_used(told: Told, odd: str) -> None:
    with pytest.raises(UnusableInput) as error:
        told(f"step,A,B,C\nIn,1000,800,200\nOut,{odd},120,40\n", mapping("label: step"))
    assert error.value.finding.code == "count_unreadable"
    assert (error.value.finding.where.row, error.value.finding.where.column) == (2, "A")
    assert (
        figures(told(f"{STEPS}Note;{odd};;\n", mapping('label: step, decimal: ","')), "funnel.out")
        == EXPECTED
    )


def test_a_mapping_of_counts_without_groups_or_columns_is_refused(told: Told) -> None:
    for text in (
        mapping("label: step", FUNNEL),
        "kind: counts\n" + GROUPS + FUNNEL,
        mapping("label: step, rows: cells"),
    ):
        with pytest.raises(UnusableInput, match="mapping_needs"):
            told(STEPS, text)


def test_an_indicator_of_ones_own_is_given_for_everybody_too(told: Told) -> None:
    rest = GROUPS + "indicators: [{id: out, safeguard: hearing, rows: [Out], of_rows: [In]}]\n"
    assert figures(told(STEPS, mapping('label: step, decimal: ","', rest)), "out") == EXPECTED
