"""A median of any number is right: of amounts, of fractions, below zero; and it names its unit."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from waarborg.measurement.mapping import FieldSpec
from waarborg.measurement.units import unit_of

Told = Callable[..., dict[str, Any]]
MAPPING = (
    "kind: decisions\ncolumns: {{amount: {{source: a, type: number}}, received: r, decided: d}}\n"
    "indicators:\n- {{id: asked, safeguard: bias_test, kind: median, value: {value}{more}}}\n"
)


def medians(told: Told, amounts: list[object], value: str = "amount", more: str = "") -> Mapping[str, Any]:
    """The quantiles of some amounts; every case takes 150 years."""
    log = "a,r,d\n" + "".join(f"{one},1850-01-01,2000-01-01\n" for one in amounts)
    found = told(log, MAPPING.format(value=value, more=more))["indicators"]
    return {one["id"]: one for one in found if one["id"].startswith(("asked", "days_to"))}


@pytest.mark.parametrize("unit", ["", ", unit: euros", ", unit: points", ", unit: seconds"])
def test_amounts_fractions_and_debts_are_neither_clipped_nor_floored(told: Told, unit: str) -> None:
    """Twenty, one, twenty values: the middle one of 41 is the one; the 10th percentile is the fifth."""
    for low, middle, high in ((105_000, 255_000, 905_000), (0.09, 0.9, 1.0), (-900.5, -0.25, 0)):
        found = medians(told, [low] * 20 + [middle] + [high] * 20, more=unit)
        assert (found["asked"]["value"], found["asked.p10"]["value"]) == (middle, low)
        assert found["asked"]["low"] == low
        assert found["asked"]["high"] == high


@pytest.mark.parametrize("scale", [1e6, 1e-3, -1e6])
def test_many_distinct_values_are_counted_in_bins_of_a_thousandth(told: Told, scale: float) -> None:
    """From 1 to 25,001 times a scale, more than are counted one by one; the middle is the 12,501st."""
    found = medians(told, [scale * one for one in range(1, 25_002)])["asked"]
    assert found["value"] == pytest.approx(12_501 * scale, rel=0.0006)
    assert found["low"] < 12_501 * scale < found["high"]
    assert found["high"] - found["low"] < 500 * abs(scale)
    assert "bins of 0.1 %" in found["method"]


def test_zero_and_both_signs_have_their_place_among_many_values(told: Told) -> None:
    """As many below zero as above it: the middle is zero itself."""
    found = medians(told, [one / 7 for one in range(-12_500, 12_501)])
    assert found["asked"]["value"] == 0
    assert found["asked.p10"]["value"] == pytest.approx(-10_000 / 7, rel=0.001)


def test_what_is_no_finite_number_is_in_no_median(told: Told) -> None:
    found = medians(told, [5] * 11 + ["nan", "inf", "-inf"] * 11)["asked"]
    assert (found["value"], found["denominator"]) == (5, 11)


def test_more_than_a_hundred_years_are_so_many_days(told: Told) -> None:
    """1850 to 2000 is 150 years with 36 leap days (1900 had none, 2000 has not passed its own): 54,786."""
    assert medians(told, [1] * 20)["days_to_decision"]["value"] == 150 * 365 + 36


@pytest.mark.parametrize(
    ("value", "more", "unit"),
    [
        ("amount", "", "number"),
        ("amount", ", unit: euros", "euros"),
        ("days(received, decided)", "", "days"),
        ("days(received, decided) / 7", ", unit: weeks", "weeks"),
    ],
)
def test_the_unit_is_that_of_the_mapping_else_days_where_days_are_counted(
    told: Told, value: str, more: str, unit: str
) -> None:
    assert medians(told, [1] * 20, f'"{value}"', more)["asked"]["unit"] == unit


@pytest.mark.parametrize(
    ("expression", "unit"),
    [
        ("waited", "days"),
        ("otherwise(waited, 0) - 56", "days"),
        ("waited if fast else -calendar_days(a, b)", "days"),
        ("waited if fast else amount", "number"),
        ("weeks", "number"),
        ("days24(a, b) * rate", "number"),
        ("itself", "number"),
        ("not (", "number"),
    ],
)
def test_days_are_known_through_fields_and_sums_but_not_through_products(expression: str, unit: str) -> None:
    fields = {
        "waited": FieldSpec(expression="days(a, b)"),
        "weeks": FieldSpec(expression="waited / 7"),
        "itself": FieldSpec(expression="itself + 1"),
    }
    assert unit_of(expression, fields) == unit
