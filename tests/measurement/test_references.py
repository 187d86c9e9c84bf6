"""Groups are compared with the reference the mapping names, or not at all."""

from collections.abc import Callable
from typing import Any

import pytest

from waarborg.values.finding import UnusableInput

Told = Callable[..., dict[str, Any]]
LOG = (
    "a,g\n" + "yes,north\nno,north\n" * 40 + "yes,south\nno,south\n" * 30 + "no,west\n" * 20 + "yes,few\n" * 4
)
MAPPING = "kind: decisions\ncolumns: {adverse: a, area: g}\ngroups:\n- {name: area, reference: REFERENCE}\n"
COUNTS = (
    "kind: counts\ntable: {label: l, rows: steps}\n"
    "groups:\n- {name: g, reference: REFERENCE, columns: {a: [A], b: [B], c: [C]}}\n"
    "funnel:\n- {id: all, by: population, rows: [all]}\n- {id: chosen, by: human, rows: [chosen]}\n"
)
TABLE = "l,A,B,C\nall,200,300,400\nchosen,0,100,200\n"


def compared(found: dict[str, Any], id_: str) -> set[str]:
    """What groups are compared with, in differences of two whole groups."""
    marks = [one["caveats"] for one in found["indicators"] if one["id"] == id_]
    return {mark.removeprefix("against:") for one in marks for mark in one if mark.startswith("against:")}


def test_a_reference_that_is_no_group_is_refused_with_its_line_and_the_groups_that_may_be_named(
    told: Told,
) -> None:
    """The group of four is too small to be named."""
    with pytest.raises(UnusableInput, match="reference_unknown") as error:
        told(LOG, MAPPING.replace("REFERENCE", "nord"))
    assert error.value.finding.where.line == 4
    assert error.value.finding.params["reference"] == "nord"
    assert error.value.finding.params["known"] == "north, south, west"


def test_the_reference_of_the_mapping_is_compared_with_though_another_group_is_larger(told: Told) -> None:
    found = told(LOG, MAPPING.replace("REFERENCE", "south"))
    assert compared(found, "adverse_rate.difference") == {"area=south"}


def test_with_a_reference_kept_back_nothing_is_compared_and_the_report_says_so(told: Told) -> None:
    found = told(LOG, MAPPING.replace("REFERENCE", "few"))
    assert not compared(found, "adverse_rate.difference")
    assert {"id": "adverse_rate.difference.area", "reason": "reference_kept_back"} in found["refused"]


def test_a_reference_that_is_no_group_of_a_table_of_counts_is_refused_with_its_line(told: Told) -> None:
    with pytest.raises(UnusableInput, match="reference_unknown") as error:
        told(TABLE, COUNTS.replace("REFERENCE", "d"))
    assert error.value.finding.where.line == 4
    assert error.value.finding.params["known"] == "a, b, c"


def test_a_reference_kept_back_in_a_table_of_counts_is_not_replaced(told: Told) -> None:
    """Of group a, five are chosen: a small cell, so it stays back and the next smallest, b, with it."""
    small = TABLE.replace("chosen,0", "chosen,5")
    found = told(small, COUNTS.replace("REFERENCE", "a"))
    assert not compared(found, "funnel.chosen.difference")
    assert {"id": "funnel.chosen.difference.g", "reason": "reference_kept_back"} in found["refused"]
    assert compared(told(TABLE, COUNTS.replace("REFERENCE", "b")), "funnel.chosen.difference") == {"g=b"}
