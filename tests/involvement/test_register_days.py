"""Days as registers write them."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.involvement.register_days import read_days

SIXTH = dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-06", SIXTH),
        ("2024-05-06 00:00:00", SIXTH),
        ("2024-05-06T12:00:00Z", SIXTH),
        (" 06-05-2024 ", SIXTH),
        ("6/5/2024", SIXTH),
        ("06.05.2024", SIXTH),
        ("2024/5/6", SIXTH),
        ("2024-05", dt.date(2024, 5, 1)),
        ("05-2024", dt.date(2024, 5, 1)),
        ("2024", dt.date(2024, 7, 1)),
        ("2024-13", None),
        ("30-02-2024", None),
        ("20240506", None),
        ("6-5-24", None),
        ("onbekend", None),
        ("", None),
    ],
)
def test_a_day_is_read_day_first_or_year_first(text: str, day: Any) -> None:
    assert read_days([text]) == [day]


def test_one_day_that_can_only_be_month_first_settles_the_column() -> None:
    assert read_days(["5/6/2024", "5/31/2024"]) == [SIXTH, dt.date(2024, 5, 31)]
    assert read_days(["5/6/2024", "31/5/2024"])[0] == dt.date(2024, 6, 5)
    assert read_days(["5/6/2024"])[0] == dt.date(2024, 6, 5)


def test_a_column_that_is_written_both_ways_is_day_first_and_loses_what_does_not_fit() -> None:
    assert read_days(["5/31/2024", "31/5/2024"]) == [None, dt.date(2024, 5, 31)]


@given(st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2050, 1, 1)), min_size=1), st.sampled_from("-/."))
def test_what_was_written_day_first_is_read_back(days: list[dt.date], sign: str) -> None:
    assert read_days([f"{day:%d{sign}%m{sign}%Y}" for day in days if day.day > 12]) == [
        day for day in days if day.day > 12
    ]
