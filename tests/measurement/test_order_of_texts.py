"""Texts have no order and are no numbers until the mapping says so; where functions of events stand."""

from collections.abc import Callable
from typing import Any

import pytest

from waarborg.values.finding import UnusableInput

Counted = Callable[..., tuple[int, int]]
Told = Callable[..., dict[str, Any]]

PAIRS = "low,high\n" + "9,10\n" * 12 + "30,20\n" * 18
EVENTS = "c,a,t,paid\n" + "".join(
    f"{case},pay,2021-01-01,9\n{case},pay,2021-02-01,{1000 if case < 15 else 1}\n" for case in range(40)
)


def decisions(share: str, kind: str = "text") -> str:
    return (
        f"kind: decisions\ncolumns:\n  low: {{source: low, type: {kind}}}\n"
        f"  high: {{source: high, type: {kind}}}\n"
        f"indicators:\n  - {{id: asked, safeguard: logging, share: '{share}'}}\n"
    )


def events(field: str, share: str, kind: str = "text") -> str:
    return (
        f"kind: events\ncolumns: {{case: c, activity: a, time: t, paid: {{source: paid, type: {kind}}}}}\n"
        f"fields: {{total: '{field}'}}\n"
        f"indicators:\n  - {{id: asked, safeguard: logging, share: '{share}'}}\n"
    )


def refused(told: Told, log: str, mapping: str) -> tuple[str, int | None, Any]:
    with pytest.raises(UnusableInput) as error:
        told(log, mapping)
    finding = error.value.finding
    return finding.code, finding.where.line, finding.params.get("part") or finding.params["name"]


@pytest.mark.parametrize("sign", ["<", "<=", ">", ">="])
def test_an_order_of_two_texts_is_refused_with_its_line(told: Told, sign: str) -> None:
    part = f"low {sign} high"
    assert refused(told, PAIRS, decisions(f"true and {part}")) == ("texts_in_order", 6, part)
    in_quotes = f'low {sign} "10"'
    assert refused(told, PAIRS, decisions(in_quotes))[::2] == ("texts_in_order", in_quotes.replace('"', "'"))


def test_numbers_have_an_order_and_texts_can_be_alike(counted: Counted) -> None:
    """9 is less than 10 in 12 rows of 30; 30 is not less than 20 in 18; no pair is alike."""
    assert counted(PAIRS, decisions("low < high", "number"), "asked") == (12, 30)
    assert counted(PAIRS, decisions("number(low) < number(high)"), "asked") == (12, 30)
    assert counted(PAIRS, decisions("low < 10"), "asked") == (12, 30)
    assert counted(PAIRS, decisions("low != high"), "asked") == (30, 30)
    assert counted(PAIRS, decisions('low in ["30", "31"]'), "asked") == (18, 30)


@pytest.mark.parametrize("name", ["min", "max"])
def test_the_largest_or_smallest_of_texts_is_refused_with_its_line(told: Told, name: str) -> None:
    assert refused(told, EVENTS, events(f"{name}(paid)", "total > 9")) == (
        "texts_in_order",
        3,
        f"{name}(paid)",
    )


def test_the_largest_of_numbers_is_the_largest(counted: Counted) -> None:
    """In 15 of 40 cases the payments are 9 and 1000, in 25 they are 9 and 1."""
    assert counted(EVENTS, events("max(paid)", "total == 1000", "number"), "asked") == (15, 40)
    assert counted(EVENTS, events("max(number(paid))", "total == 9"), "asked") == (25, 40)
    assert counted(EVENTS, events("min(paid)", "total == 1", "number"), "asked") == (25, 40)


def test_a_sum_reads_texts_as_numbers(counted: Counted) -> None:
    """The payments add up to 1009 in 15 of 40 cases, to 10 in 25; of those over 9, 1000 and nothing."""
    assert counted(EVENTS, events("sum(paid)", "total == 1009"), "asked") == (15, 40)
    assert counted(EVENTS, events("sum(paid)", "total == 10"), "asked") == (25, 40)
    assert counted(EVENTS, events("sum(paid, paid > 9)", "total == 1000"), "asked") == (15, 15)


def test_a_case_with_a_text_that_is_no_number_has_no_sum(counted: Counted) -> None:
    """Twelve cases of the 25 that paid 10 also paid "some": their sum is unknown, and 28 are left."""
    log = EVENTS + "".join(f"{case},pay,2021-03-01,some\n" for case in range(20, 32))
    assert counted(log, events("sum(paid)", "total == 10"), "asked") == (13, 28)


def test_a_function_of_events_outside_fields_is_refused_with_where_it_belongs(told: Told) -> None:
    mapping = events("count()", "sum(paid) > 5", "number")
    assert refused(told, EVENTS, mapping) == ("function_of_events", 5, "sum")
    assert refused(told, EVENTS, mapping.replace("sum(paid)", "total(paid)"))[0] == "function_unknown"
    nested = events("max(first(paid))", "total", "number")
    assert refused(told, EVENTS, nested) == ("function_of_events", 3, "first")
