"""A figure that would mean nothing is refused, with its reason; one attribute too wide costs no other."""

from collections.abc import Callable
from typing import Any

import pytest

from waarborg.values.finding import UnusableInput

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


def test_an_advice_in_other_words_than_the_outcome_is_no_override(told: Told) -> None:
    log = "advice,outcome\n" + "grant,granted\n" * 60 + "refuse,refused\n" * 40
    mapping = "kind: decisions\ncolumns:\n  advice: advice\n  outcome: outcome\n"
    assert reasons(told(log, mapping))["override_rate"] == "advice_and_outcome_share_no_word"
    same = mapping.replace(
        "outcome: outcome", "outcome: {source: outcome, values: {grant: granted, refuse: refused}}"
    )
    (rate,) = (one for one in told(log, same)["indicators"] if one["id"] == "override_rate")
    assert (rate["numerator"], rate["denominator"]) == (0, 100)


def test_that_every_outcome_departs_from_the_advice_is_shown_where_the_words_are_the_same(told: Told) -> None:
    log = "advice,outcome\n" + "grant,refuse\n" * 60 + "refuse,grant\n" * 40
    found = told(log, "kind: decisions\ncolumns: {advice: advice, outcome: outcome}\n")
    (rate,) = (one for one in found["indicators"] if one["id"] == "override_rate")
    assert (rate["numerator"], rate["denominator"]) == (100, 100)


def test_who_decided_is_read_from_the_usual_words_and_another_word_is_refused(told: Told) -> None:
    log = "by\n" + "Medewerker\n" * 60 + "Automatisch\n" * 40
    mapping = "kind: decisions\ncolumns:\n  decided_by: by\n"
    (rate,) = (one for one in told(log, mapping)["indicators"] if one["id"] == "human_step_share")
    assert (rate["numerator"], rate["denominator"]) == (60, 100)
    with pytest.raises(UnusableInput) as error:
        told(log + "Q7\n", mapping)
    assert (error.value.finding.where.row, error.value.finding.params["type"]) == (101, "person / machine")
    named = mapping.replace(
        "by: by", "by: {source: by, values: {person: [Medewerker, Q7], machine: Automatisch}}"
    )
    (rate,) = (one for one in told(log + "Q7\n", named)["indicators"] if one["id"] == "human_step_share")
    assert (rate["numerator"], rate["denominator"]) == (61, 101)


def test_a_shift_of_too_few_cases_is_refused_and_one_of_few_is_counted_in_fewer_bins(told: Told) -> None:
    """January has 30 cases in 20 bins (two in the first ten bins, one in the others), March two in each.

    Ten of January to a pooled bin is 10/30*70 = 23.3 of both: six bins of 4, then the rest, as the last seven
    bins hold 21 only. So 12 and 18 against 12 and 28: -0.1 ln(0.3/0.4) + 0.1 ln(0.7/0.6) = 0.0442.
    February has 15 cases: no two bins of ten.
    """
    months = (("01", 30), ("02", 15), ("03", 40))
    rows = [f"{number % 20 / 20},2024-{month}-05" for month, cases in months for number in range(cases)]
    mapping = "kind: decisions\ncolumns: {score: s, received: r}\n"
    found = told("s,r\n" + "\n".join(rows) + "\n", mapping)
    assert {"id": "psi.score.period.period_2024_02", "reason": "too_few_for_bins"} in found["refused"]
    (shift,) = (one for one in found["indicators"] if one["id"] == "psi.score.period")
    assert shift["group"] == "period=2024-03"
    assert shift["low"] <= shift["value"] <= shift["high"]
    assert shift["value"] == pytest.approx(0.0442, abs=5e-5)
    assert "bins:2" in shift["caveats"]
