"""Event logs as tables: who belongs to a group, and events that belong to no case."""

from collections.abc import Callable
from typing import Any

import pytest

from waarborg.values.finding import UnusableInput

MAPPING = (
    "kind: events\ncolumns: {case: c, activity: a, time: t, sex: s}\ngroups: [sex]\n"
    "fields: {adverse: 'any(activity == \"refuse\")'}\n"
)
LOG = "c,a,t,s\n" + "".join(
    f"{n},ask,2021-01-01,{'f' if n < 40 else 'm'}\n{n},{'refuse' if n % 4 == 0 else 'grant'},2021-02-01,"
    f"{'f' if n < 40 else 'm'}\n"
    for n in range(100)
)


def test_a_column_that_holds_through_a_case_is_a_group_without_further_marks(
    counted: Callable[..., tuple[int, int]],
) -> None:
    """Every fourth case is refused: 10 of the 40 and 15 of the 60."""
    assert counted(LOG, MAPPING, "adverse_rate", "sex=f") == (10, 40)
    assert counted(LOG, MAPPING, "adverse_rate", "sex=m") == (15, 60)


def test_a_group_that_changes_within_a_case_is_refused_with_its_line(told: Callable[..., Any]) -> None:
    with pytest.raises(UnusableInput) as error:
        told(LOG + "5,object,2021-03-01,m\n", MAPPING)
    assert (error.value.finding.code, error.value.finding.where.line) == ("group_varies", 3)
    assert error.value.finding.params["count"] == 1


def test_events_of_no_case_are_counted_as_missing(counted: Callable[..., tuple[int, int]]) -> None:
    log = LOG + ",ask,2021-01-01,f\n" * 12
    assert counted(log, MAPPING, "missing.case") == (12, 212)
