"""Terms with validity and extension: each case is judged by the term that held when it started."""

from collections.abc import Callable
from typing import Any

import pytest

from waarborg.values.finding import UnusableInput

LOG = (
    "case,received,decided,extra\n"
    + "a,2020-12-31,2021-03-01,\n" * 20  # 60 days under 56: late
    + "b,2020-12-31,2021-03-01,7\n" * 20  # 60 under 56 and 7: in time
    + "c,2021-01-01,2021-03-02,\n" * 20  # 60 under 84: in time
    + "d,2021-01-01,2021-04-30,7\n" * 30  # 119 under 84 and 7: late
    + "e,2021-01-01,,\n" * 10  # not decided: in neither count
)
COLUMNS = (
    "kind: decisions\ncolumns: {case: case, received: received, decided: decided, extra: extra}\nterms:\n"
)


def test_an_extension_that_is_not_recorded_is_none_and_the_term_of_the_first_day_holds(
    counted: Callable[..., tuple[int, int]],
) -> None:
    mapping = (
        COLUMNS + "  - {id: decide, days: 56, extended_by: extra, valid_until: 2020-12-31}\n"
        "  - {id: decide, days: 84, extended_by: extra, valid_from: 2021-01-01}\n"
    )
    assert counted(LOG, mapping, "late.decide") == (50, 90)


@pytest.mark.parametrize(
    ("second", "code"),
    [("days: 84, valid_from: 2020-12-31", "terms_overlap"), ("days: 84, end: due", "term_parts_differ")],
)
def test_parts_of_a_term_that_contradict_each_other_are_refused_with_their_line(
    told: Callable[..., Any], second: str, code: str
) -> None:
    mapping = (
        f"{COLUMNS}  - {{id: decide, days: 56, valid_until: 2020-12-31}}\n  - {{id: decide, {second}}}\n"
    )
    with pytest.raises(UnusableInput) as error:
        told(LOG, mapping)
    assert (error.value.finding.code, error.value.finding.where.line) == (code, 5)
