"""A row that stands for several decisions counts for so many, in every figure."""

from collections.abc import Callable
from typing import Any

import pytest

from waarborg.values.finding import UnusableInput

MAPPING = (
    "kind: decisions\n"
    "columns: {weight: n, adverse: b, review_seconds: p, gender: c0, received: k0}\n"
    "groups: [gender]\nperiod: year\nsmallest_group: 10\n"
)


def test_weights_count_in_shares_and_medians_whatever_the_columns_are_called(
    told: Callable[..., dict[str, Any]],
) -> None:
    """100 of 400 are adverse; 300 of 400 took a minute, so the median does, though most rows took an hour."""
    log = "n,b,p,c0,k0\n300,no,60,f,2020-05-01\n60,yes,3600,m,2020-05-01\n40,yes,3600,m,2021-05-01\n"
    found = {(one["id"], one["group"]): one for one in told(log, MAPPING)["indicators"]}
    assert (found["adverse_rate", None]["numerator"], found["adverse_rate", None]["denominator"]) == (
        100,
        400,
    )
    assert found["review_time", None]["denominator"] == 400
    assert found["review_time", None]["value"] == pytest.approx(60, rel=0.05)
    assert found["adverse_rate", "period=2020"]["denominator"] == 360


@pytest.mark.parametrize("weight", ["", "0.5", "-3"])
def test_a_row_that_stands_for_an_unknown_number_is_refused(told: Callable[..., Any], weight: str) -> None:
    with pytest.raises(UnusableInput, match="weight_unknown"):
        told(f"n,b,p,c0,k0\n300,no,60,f,2020-05-01\n{weight},yes,60,m,2020-05-01\n", MAPPING)
