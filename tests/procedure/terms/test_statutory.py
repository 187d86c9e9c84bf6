import datetime as dt

import pytest

from waarborg.law.calendars import known_calendars
from waarborg.law.verification import VerificationStatus
from waarborg.procedure.terms import resolve, statutory_end
from waarborg.procedure.terms.statutory import statutory_rules


@pytest.mark.parametrize(
    ("start", "count", "unit", "end", "articles"),
    [
        # 14 days after Saturday 13 April 2024 is Saturday 27 April, King's Day.
        ("2024-04-13", 14, "day", "2024-04-29", ("ATW-1",)),
        # Good Friday 2024 is 29 March; Easter Monday 1 April.
        ("2024-03-01", 4, "week", "2024-04-02", ("ATW-1",)),
        ("2024-03-04", 3, "week", "2024-03-25", ()),
        # Three days after Friday 5 April 2024: Monday, the only working day in it; Tuesday is the second.
        ("2024-04-05", 3, "day", "2024-04-09", ("ATW-2",)),
        # Two days: article 2 does not hold, article 1 does.
        ("2024-04-05", 2, "day", "2024-04-08", ("ATW-1",)),
        # Twelve weeks after Sunday 7 April 2024 is Sunday 30 June; thirteen is too long.
        ("2024-04-07", 12, "week", "2024-07-01", ("ATW-1",)),
        ("2024-04-07", 13, "week", "2024-07-07", ()),
        # Three months after 31 March 2024 is Sunday 30 June; four months after 31 March is Wednesday 31 July.
        ("2024-03-31", 3, "month", "2024-07-01", ("ATW-1",)),
        ("2024-01-06", 6, "month", "2024-07-06", ()),  # a Saturday, but longer than three months
    ],
)
def test_an_act_s_term_ends_on_a_working_day(
    start: str, count: int, unit: str, end: str, articles: tuple[str, ...]
) -> None:
    found = statutory_end(dt.date.fromisoformat(start), count, unit)
    assert found == (dt.date.fromisoformat(end), articles)


def test_words_are_moved_only_where_an_act_sets_the_term() -> None:
    said = dt.date(2024, 3, 4)  # four weeks on is Easter Monday
    assert resolve("binnen vier weken", said, "TK", known_calendars()).due == dt.date(2024, 4, 1)
    moved = resolve("binnen vier weken", said, "TK", known_calendars(), statutory=True)
    assert moved.due == dt.date(2024, 4, 2)
    assert "ATW-1" in moved.basis
    # 1 April in the words is a day, not a counted term.
    assert resolve("uiterlijk 1 april", said, "TK", known_calendars(), statutory=True).due == dt.date(
        2024, 4, 1
    )


def test_the_act_says_where_it_was_read_and_what_is_not_in_it() -> None:
    source = statutory_rules().source
    assert source.status is VerificationStatus.TEXT
    assert source.checked_on
    assert source.gaps
