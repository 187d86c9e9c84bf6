"""The real case, against the figures of its own facts: see the case file and its derived checks."""

import datetime as dt
from pathlib import Path

import pytest

from waarborg.law.calendars import Calendar, Recess, known_calendars
from waarborg.procedure.case import read_case
from waarborg.procedure.rappel import rappel
from waarborg.procedure.timeline import Item, Timeline, timeline
from waarborg.values.case import Case


@pytest.fixture(scope="module")
def case(shared_data: Path) -> Case:
    return read_case(shared_data / "parliament" / "cxlvii.yaml")


def on(case: Case, day: str, *added: Calendar) -> Timeline:
    return timeline(case, dt.date.fromisoformat(day), known_calendars().with_added(added))


def item(made: Timeline, item_id: str) -> Item:
    return next(one for one in made.items if one.id == item_id)


def watched(made: Timeline) -> dict[str, tuple[str, ...]]:
    return {watch.code: watch.items for watch in made.watch}


@pytest.mark.parametrize(
    ("day", "status", "late", "by"),
    [
        ("2023-06-01", "open", None, None),
        ("2023-07-06", "open", None, None),
        ("2023-07-10", "possibly_overdue", 4, "TK"),
        ("2023-11-09", "overdue", 126, "TK"),  # 6 July to 9 November 2023: derived check d4 of the file
        ("2023-12-19", "answered", 126, "TK"),  # answered on 9 November at the earliest
    ],
)
def test_the_promise_before_the_summer_recess(
    case: Case, day: str, status: str, late: int | None, by: str | None
) -> None:
    promise = item(on(case, day), "belofte-zomerreces")
    assert (promise.status, promise.days_late, promise.days_late_by) == (status, late, by)
    assert (promise.due, promise.certainty) == (None, "unresolved")
    assert promise.settles


def test_with_a_calendar_of_the_eerste_kamer_there_is_one_day(case: Case) -> None:
    recess = Recess(dt.date(2023, 7, 14), dt.date(2023, 9, 4), "zomerreces")
    added = Calendar(body="EK", source="test", certainty="sourced", recesses=(recess,), added=True)
    promise = item(on(case, "2023-11-09", added), "belofte-zomerreces")
    # 13 July to 9 November: 18 + 31 + 30 + 31 + 9 days.
    assert (promise.due, promise.status, promise.days_late) == (dt.date(2023, 7, 13), "overdue", 119)
    assert promise.days_late_by is None


@pytest.mark.parametrize(
    ("day", "status", "late"),
    [
        ("2023-03-24", "open", 0),
        ("2023-03-29", "overdue", 5),
        ("2023-03-30", "answered", 6),
        ("2026-01-01", "answered", 6),
    ],
)
def test_the_commitment_is_answered_six_days_late_until_its_committee_says_more(
    case: Case, day: str, status: str, late: int
) -> None:
    commitment = item(on(case, day), "T03535")
    assert (commitment.status, commitment.days_late) == (status, late)


def test_the_motion_is_held_105_days_and_its_lapse_is_explained_by_no_rule(case: Case) -> None:
    assert item(on(case, "2023-03-27"), "motie-G").status == "open"
    assert item(on(case, "2023-07-10"), "motie-G").status == "held"
    made = on(case, "2023-07-11")
    assert (item(made, "motie-G").status, item(made, "motie-G").days) == ("lapsed", 105)
    assert watched(made)["recorded_lapse_unexplained"] == ("motie-G",)
    assert watched(made)["motion_lapsed_while_promise_open"] == ("motie-G", "belofte-zomerreces")


def test_beside_the_lapse_on_record_stands_what_each_rule_would_have_given(case: Case) -> None:
    derived = {one.rule: one for one in item(on(case, "2023-07-11"), "motie-G").derived}
    # Twelve weeks after Tuesday 28 March 2023 is Tuesday 20 June.
    assert derived["PROC-EK-MOTION-HELD"].day == dt.date(2023, 6, 20)
    assert derived["PROC-EK-MOTION-HELD-OLD"].day is None
    assert "recess_calendar:EK:2023" in derived["PROC-EK-MOTION-HELD-OLD"].settles
    assert item(on(case, "2023-07-10"), "motie-G").derived == ()


def test_the_written_consultation_took_65_days_and_had_no_term(case: Case) -> None:
    consultation = item(on(case, "2024-06-28"), "R")
    assert (consultation.status, consultation.days, consultation.due) == ("answered", 65, None)
    assert item(on(case, "2024-06-27"), "R").status == "open"


@pytest.mark.parametrize(
    ("day", "holder", "committees"),
    [
        ("2023-11-09", "stas-kd", ("jv",)),
        ("2023-12-19", "stas-kd", ("jv", "biza")),
        ("2024-04-24", "stas-kd", ("digi",)),
        ("2025-03-01", "stas-kd-2", ("digi",)),
        ("2025-08-01", "stas-kd-3", ("digi",)),
    ],
)
def test_every_day_says_who_answers_and_which_committee_has_it(
    case: Case, day: str, holder: str, committees: tuple[str, ...]
) -> None:
    promise = item(on(case, day), "belofte-zomerreces")
    assert (promise.responsible, promise.committees) == (holder, committees)


def test_between_two_holders_whose_change_is_not_dated_the_next_one_is_possible(case: Case) -> None:
    promise = item(on(case, "2024-10-01"), "belofte-zomerreces")
    assert (promise.responsible, promise.possibly_responsible) == ("stas-kd", ("stas-kd-2",))


def test_the_watch_sees_the_unregistered_promise_the_missing_papers_and_the_new_committee(case: Case) -> None:
    made = watched(on(case, "2024-06-28"))
    assert made["promise_in_no_register"] == ("belofte-zomerreces",)
    assert made["letter_missing"] == ("A", "N", "O", "P", "Q")
    assert made["committee_changed"] == ("jv", "biza", "digi")


def test_what_comes_later_changes_nothing_of_a_day(case: Case) -> None:
    import attrs

    day = dt.date(2023, 7, 10)
    known = attrs.evolve(
        case, events=tuple(e for e in case.events if not e.when.latest or e.when.latest <= day)
    )
    assert timeline(known, day, known_calendars()).items == timeline(case, day, known_calendars()).items


def test_a_status_in_the_file_is_not_used_where_events_tell(case: Case) -> None:
    import attrs

    blank = attrs.evolve(
        case,
        instruments=tuple(i if i.voted_on else attrs.evolve(i, status="fulfilled") for i in case.instruments),
    )
    for before, after in zip(on(case, "2023-11-09").items, on(blank, "2023-11-09").items, strict=True):
        assert attrs.evolve(before, recorded=None) == attrs.evolve(after, recorded=None)


def test_the_rappel_lists_hold_what_expired_and_what_expires_by_the_next_day(case: Case) -> None:
    day = dt.date(2023, 7, 1)
    lists = rappel([case], chamber="EK", ministry="BZK", on=day, calendars=known_calendars())
    assert [one.id for one in lists.list1] == ["T03535"]
    assert [one.id for one in lists.list2] == ["belofte-zomerreces"]
    other = rappel([case], chamber="EK", ministry="VWS", on=day, calendars=known_calendars())
    assert (other.list1, other.list2) == ((), ())
