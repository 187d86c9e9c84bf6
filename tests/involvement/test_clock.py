"""Working time against calendar time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.involvement.clock import WEEKS, WorkClock, sessions_of

years = st.lists(st.booleans(), min_size=WEEKS, max_size=WEEKS).filter(any)


@given(years, st.floats(0, 500))
def test_the_moment_work_is_done_is_when_that_much_was_worked(sessions: list[bool], work: float) -> None:
    clock = WorkClock(tuple(sessions))
    when = clock.to_calendar(np.array([work]))
    assert clock.to_work(when)[0] == pytest.approx(work, abs=1e-6)


@given(years, st.floats(0, 500))
def test_no_earlier_moment_has_that_much_work_done(sessions: list[bool], time: float) -> None:
    clock = WorkClock(tuple(sessions))
    first = clock.to_calendar(clock.to_work(np.array([time])))
    assert first[0] <= time + 1e-6


def test_a_summer_recess_stops_the_work() -> None:
    """Weeks 27 to 34 off: eight weeks after the start of week 26 only one week of work is done."""
    clock = WorkClock(tuple(not 27 <= week < 35 for week in range(WEEKS)))
    assert clock.to_work(np.array([34.0]))[0] - clock.to_work(np.array([26.0]))[0] == pytest.approx(1.0)
    assert clock.to_calendar(np.array([27.5]))[0] == pytest.approx(35.5)


@pytest.mark.parametrize("weeks", [1, 10, 34, 40, 51, 52])
def test_sessions_of_have_the_number_of_weeks_asked(weeks: int) -> None:
    assert sum(sessions_of(weeks)) == weeks


calendars = st.none() | years


@given(calendars, st.integers(1, WEEKS - 1))
def test_more_weeks_in_session_are_the_same_weeks_and_one_more(known: list[bool] | None, weeks: int) -> None:
    fewer, more = sessions_of(weeks, known), sessions_of(weeks + 1, known)
    assert sum(more) - sum(fewer) == 1
    assert all(after or not before for before, after in zip(fewer, more, strict=True))


@given(years)
def test_with_as_many_weeks_as_the_calendar_has_it_is_the_calendar(known: list[bool]) -> None:
    assert sessions_of(sum(known), known) == tuple(known)
