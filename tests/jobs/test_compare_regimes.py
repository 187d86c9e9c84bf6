"""The whole job: what the calendars, the register and the user say, in that order."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from waarborg.involvement import Run
from waarborg.involvement.registered import Registered
from waarborg.jobs.compare_regimes import (
    compare_on,
    compare_on_register,
    known_assumptions,
    line_of,
    read_setting,
    request,
    session_weeks,
    with_swings,
)
from waarborg.law.calendars import Calendar, Recess
from waarborg.values.finding import UnusableInput

RUN = Run(replications=20, years=3)


def systems() -> Any:
    first = dt.date(2024, 1, 1)
    return [
        Registered(
            line=line,
            organisation=f"{line} {number % 3}",
            impact="high" if number % 2 else "not_high",
            in_use=True,
            dates={"first_seen": (first + dt.timedelta(days=10 * number)).isoformat()},
        )
        for number in range(40)
        for line in ("chambers", "gemeenteraad")
    ]


def test_what_the_user_sets_goes_before_the_register_and_the_calendar() -> None:
    settings = ["arrivals_a_year.chambers=7", "weeks_in_session.tk=30"]
    assumptions, _, _ = known_assumptions(systems(), request([], settings, RUN))
    told = {name: one.source for name, one in assumptions.by_name.items()}
    assert told["arrivals_a_year.chambers"] == told["weeks_in_session.tk"] == "set"
    assert told["arrivals_a_year.gemeenteraad"] == "register"
    assert told["hours_a_week.tk"] == "assumed"


def test_the_weeks_of_the_tweede_kamer_come_from_its_calendar_and_those_of_the_senate_do_not() -> None:
    assumptions, run, lacking = known_assumptions(systems(), request([], [], RUN))
    assert assumptions.by_name["weeks_in_session.tk"].source == "calendar:TK"
    assert sum(run.sessions["tk"]) == assumptions.value("weeks_in_session.tk")
    assert "ek" in lacking
    assert "tk" not in lacking


def test_a_week_is_recess_when_most_of_its_days_are() -> None:
    """Six whole weeks (Monday to Sunday) and one of two working days: 52 - 6 weeks in session."""
    calendar = Calendar(
        body="TK",
        source="cast",
        certainty="sourced",
        recesses=(
            Recess(dt.date(2023, 1, 2), dt.date(2023, 1, 2), "begin"),
            Recess(dt.date(2023, 7, 10), dt.date(2023, 8, 20), "zomer"),
            Recess(dt.date(2023, 10, 19), dt.date(2023, 10, 20), "kort"),
            Recess(dt.date(2024, 1, 8), dt.date(2024, 1, 8), "eind"),
        ),
    )
    assert sum(session_weeks(calendar)) == 46


def test_a_calendar_that_covers_no_whole_year_gives_no_weeks() -> None:
    short = (Recess(dt.date(2023, 7, 10), dt.date(2023, 8, 20), "zomer"),)
    assert session_weeks(Calendar(body="TK", source="", certainty="sourced", recesses=short)) is None
    assert session_weeks(Calendar(body="EK", source="", certainty="unknown")) is None


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("tk,ek", "chambers"),
        ("gemeenteraad", "gemeenteraad"),
        ("provinciale_staten", "provinciale_staten"),
        ("eilandsraad", "unknown"),
        ("none", "unknown"),
    ],
)
def test_the_line_of_an_organisation_follows_the_bodies_it_accounts_to(body: str, line: Any) -> None:
    assert line_of(body) == line


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("short_share", "simulate_set_form"),
        ("=1", "simulate_set_form"),
        ("short_share=", "simulate_set_form"),
        ("short_share=veel", "simulate_not_a_number"),
        ("short_share=0,5", "simulate_not_a_number"),
        ("short_shares=veel", "simulate_unknown_parameter"),
        ("short_share=2", "simulate_out_of_range"),
        ("short_share=inf", "simulate_out_of_range"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused(text: str, code: str) -> None:
    with pytest.raises(UnusableInput, match=code):
        read_setting(text)


def test_the_sensitivity_rests_on_the_same_calendars_and_assumptions() -> None:
    asked = request(["status_quo", "motion"], [], Run(replications=5, years=2))
    found = with_swings(compare_on(systems(), asked), asked)
    assert {one.assumption for one in found.swings} >= {"hours.reading", "short_share"}


@pytest.mark.shared_data
def test_the_dutch_listing_of_august_2026_gives_the_motion_beside_the_others(shared_data: Path) -> None:
    """1,530 entries; the motion puts more to the Chambers than the risk-based regime, the first none."""
    register = shared_data / "registers" / "nl" / "listing-2026-08-08.json"
    asked = request(["status_quo", "motion", "risk_based"], [], RUN)
    found = compare_on_register(register, asked)
    put = [one.measures["systems_a_year.tk"].mean for one in found.regimes]
    assert put[0] == 0 < put[2] < put[1]
    told = {one.name: one for one in found.assumptions}
    assert told["arrivals_a_year.gemeenteraad"].source == "register"
