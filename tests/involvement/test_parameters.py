"""Assumptions: named, bounded, with a source."""

import math
from typing import Any

import pytest

from waarborg.involvement import default_assumptions
from waarborg.involvement.parameters import parameters
from waarborg.law import procedure_rules
from waarborg.values.finding import UnusableInput


@pytest.mark.parametrize("one", parameters().values(), ids=lambda one: one.name)
def test_every_default_lies_in_its_range_and_names_a_source(one: Any) -> None:
    assert one.least <= one.low <= one.value <= one.high <= one.most
    assert one.source == "assumed" or one.source in procedure_rules()


def test_a_value_set_by_the_user_says_so_and_widens_its_range() -> None:
    one = default_assumptions().with_set("hours_a_week.tk", 500).by_name["hours_a_week.tk"]
    assert (one.value, one.high, one.source) == (500, 500, "set")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("hours_a_wek.tk", 1, "simulate_unknown_parameter"),
        ("short_share", 1.01, "simulate_out_of_range"),
        ("short_share", -0.1, "simulate_out_of_range"),
        ("short_share", math.nan, "simulate_out_of_range"),
        ("hours.reading", math.inf, "simulate_out_of_range"),
        ("hours_a_week.tk", 0, "simulate_out_of_range"),
        ("weeks_in_session.ek", 30.5, "simulate_not_whole"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(name: str, value: float, code: str) -> None:
    with pytest.raises(UnusableInput, match=code):
        default_assumptions().with_set(name, value)
