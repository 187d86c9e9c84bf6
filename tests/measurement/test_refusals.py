"""A figure that would mean nothing is refused, with its reason; one attribute too wide costs no other."""

from collections.abc import Callable
from typing import Any

Told = Callable[..., dict[str, Any]]


def reasons(found: dict[str, Any]) -> dict[str, str]:
    return {one["id"]: one["reason"] for one in found["refused"]}


def test_the_truth_known_of_the_granted_only_gives_no_error_rates(told: Told) -> None:
    log = "a,t\n" + "no,yes\n" * 30 + "no,no\n" * 50 + "yes,\n" * 40
    found = told(log, "kind: decisions\ncolumns: {adverse: a, truth: t}\n")
    assert reasons(found)["false_positive_rate"] == "selection_on_the_outcome"
    assert reasons(found)["false_negative_rate"] == "selection_on_the_outcome"


def test_where_nobody_was_selected_and_all_are_known_the_error_rates_stand(told: Told) -> None:
    log = "s,t\n" + "no,yes\n" * 30 + "no,no\n" * 50
    found = told(log, "kind: decisions\ncolumns: {selected: s, truth: t}\n")
    rates = {one["id"]: (one["numerator"], one["denominator"]) for one in found["indicators"]}
    assert (rates["false_positive_rate"], rates["false_negative_rate"]) == ((0, 50), (30, 30))


def test_an_attribute_that_proves_too_wide_late_in_the_log_leaves_the_others_their_figures(
    told: Told,
) -> None:
    """The first 50,000 rows show one office only; sixty more follow."""
    rows = ["yes,north,f"] * 50_000 + [f"no,office {number},m" for number in range(60)] * 20
    log = "a,office,gender\n" + "\n".join(rows) + "\n"
    mapping = (
        "kind: decisions\ncolumns: {adverse: a, office: office, gender: gender}\ngroups: [office, gender]\n"
    )
    found = told(log, mapping)
    assert reasons(found)["by.office"] == "too_many_groups:61"
    shown = {one["group"]: one["denominator"] for one in found["indicators"] if one["id"] == "adverse_rate"}
    assert shown == {None: 51_200, "gender=f": 50_000, "gender=m": 1_200}
