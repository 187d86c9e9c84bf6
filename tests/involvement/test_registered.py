"""What a register tells about the assumptions."""

import datetime as dt
from typing import Any

import pytest

from waarborg.involvement import default_assumptions
from waarborg.involvement.registered import Registered, arrivals, what_is_unknown, with_register


def system(
    day: Any,
    field: str = "first_seen",
    line: str = "chambers",
    impact: str = "high",
    *,
    in_use: bool | None = True,
) -> Any:
    dates = {field: day} if day else {}
    return Registered(line=line, organisation="Cast", impact=impact, in_use=in_use, dates=dates)


def spread(count: int, field: str = "first_seen") -> Any:
    """One system on the first day, when counting began, and ``count`` over the 730 days after it."""
    first = dt.date(2024, 1, 1)
    days = [first + dt.timedelta(days=round(730 * number / count)) for number in range(count + 1)]
    return [system(day.isoformat(), field) for day in days]


def test_arrivals_are_those_after_counting_began_over_the_years_counted() -> None:
    """100 systems in 730 days is 100 / (730 / 365.25) = 50.03 a year; Garwood for 100: 81.36 to 121.63."""
    one = with_register(default_assumptions(), spread(100)).by_name["arrivals_a_year.chambers"]
    years = 730 / 365.25
    assert one.value == pytest.approx(100 / years)
    assert (one.low * years, one.high * years) == pytest.approx((81.36, 121.63), abs=0.01)
    assert one.source == "register"


def test_shares_come_with_wilsons_interval() -> None:
    """Wilson for 1 of 4: (0.0456, 0.6994). Source: Wilson 1927, by hand with z = 1.96."""
    found = with_register(
        default_assumptions(), [system("", impact=level) for level in ("high", *["not_high"] * 3)]
    )
    one = found.by_name["high_share.chambers"]
    assert (one.value, one.low, one.high) == pytest.approx((0.25, 0.0456, 0.6994), abs=0.001)


def test_systems_of_unknown_status_only_widen_the_number_in_use() -> None:
    one = with_register(
        default_assumptions(), [system("", in_use=True), system("", in_use=None), system("", in_use=False)]
    ).by_name["in_use.chambers"]
    assert (one.value, one.low, one.high) == (1, 1, 2)


def test_a_register_without_usable_dates_leaves_the_rate_assumed_and_says_so() -> None:
    few = [system("2024-01-01"), system("2024-01-09")]
    found = with_register(default_assumptions(), few)
    assert found.by_name["arrivals_a_year.chambers"].source == "assumed"
    assert "simulate_unknown_dates" in {one.code for one in what_is_unknown(few, ())}


def test_first_sight_goes_before_the_date_of_a_version() -> None:
    both = [
        Registered(
            line="chambers", organisation="Cast", impact="high", in_use=True, dates={**a.dates, **b.dates}
        )
        for a, b in zip(spread(40), spread(40, "current_version"), strict=True)
    ]
    assert arrivals(both).field == "first_seen"
    assert arrivals(spread(40, "current_version")).field == "current_version"
    codes = {one.code for one in what_is_unknown(spread(40, "current_version"), ())}
    assert "simulate_unknown_versions" in codes


def test_dates_of_a_few_systems_tell_nothing_of_all_and_the_page_says_how_few() -> None:
    """41 of 100 systems with a date: less than half, so the rate stays assumed.

    The defaults have 110 a year for 350 in use, so 100 in use are 100 * 110 / 350 a year.
    """
    few = [*spread(40), *(system("") for _ in range(59))]
    one = with_register(default_assumptions(), few).by_name["arrivals_a_year.chambers"]
    assert one.source == "assumed"
    assert one.value == pytest.approx(100 * 110 / 350)
    (told,) = (one for one in what_is_unknown(few, ()) if one.code == "simulate_unknown_dates")
    assert told.params == {"count": 41, "of": 100}


def test_systems_without_a_date_widen_the_rate() -> None:
    """50 systems after the first in 730 days, 17 without a date: Garwood for 50 ends at 65.92."""
    one = with_register(default_assumptions(), [*spread(50), *(system("") for _ in range(17))])
    rate = one.by_name["arrivals_a_year.chambers"]
    years = 730 / 365.25
    assert rate.value * years == pytest.approx(50)
    assert rate.high * years == pytest.approx(65.92 / (51 / 68), abs=0.01)


def test_a_day_that_has_yet_to_come_is_a_plan() -> None:
    planned = [*spread(40), *(system(f"2031-01-{day:02}") for day in range(1, 21))]
    assert arrivals(planned, dt.date(2026, 11, 29)).last == dt.date(2025, 12, 31)
    assert arrivals(planned).last == dt.date(2031, 1, 20)


def test_no_system_in_use_and_no_dates_is_no_arrivals() -> None:
    one = with_register(default_assumptions(), [system("", in_use=False)])
    assert one.value("arrivals_a_year.chambers") == one.value("arrivals_a_year.gemeenteraad") == 0
