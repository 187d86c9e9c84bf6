"""Edges of lateness: postponement apart, no term, successors, what came on record later. Days by hand."""

import datetime as dt
from pathlib import Path

import pytest

from waarborg.law.calendars import Calendar, known_calendars
from waarborg.procedure.case import read_case
from waarborg.procedure.rappel import rappel
from waarborg.procedure.timeline import Timeline, timeline

HEAD = """\
dossier: {chamber: CH, number: X}
parties:
  - {id: min, name: "Minister (BZK)", role: addressee}
  - {id: min-2, name: "Minister (VWS)", role: successor, since: 2024-07-02}
  - {id: com, name: Committee, chamber: CH}
instruments:
"""


def on(folder: Path, day: str, text: str, chamber: str = "EK") -> Timeline:
    path = folder / "case.yaml"
    path.write_text(HEAD.replace("CH", chamber) + text, encoding="utf-8")
    return timeline(read_case(path), dt.date.fromisoformat(day), known_calendars())


def codes(made: Timeline) -> list[str]:
    return [watch.code for watch in made.watch]


PROMISE = """\
  - {id: P, kind: belofte, made_on: 2024-01-10, deadline: 2024-03-01, responsible: min}
events:
"""
NOTICE = "  - {date: 2024-02-20, kind: uitstelbericht, by: min, until: 2024-05-01, instrument: P}\n"


@pytest.mark.parametrize(
    ("day", "status", "late"),
    [("2024-03-02", "postponed", 0), ("2024-05-01", "postponed", 0), ("2024-05-03", "overdue", 2)],
)
def test_a_postponed_term_is_not_overdue_until_its_new_day(
    tmp_path: Path, day: str, status: str, late: int
) -> None:
    (item,) = on(tmp_path, day, PROMISE + NOTICE).items
    assert (item.status, item.days_late, item.due) == (status, late, dt.date(2024, 5, 1))
    assert item.first_due == dt.date(2024, 3, 1)


def test_an_answer_within_the_postponed_term_is_counted_apart_from_a_late_one(tmp_path: Path) -> None:
    answer = "  - {date: DAY, kind: answered, by: min, instrument: P}\n"
    within = on(tmp_path, "2024-06-01", PROMISE + NOTICE + answer.replace("DAY", "2024-04-15"))
    assert (within.items[0].status, within.items[0].days_late) == ("answered", 0)
    assert "answered_in_extended_term" in codes(within)
    assert "answered_late" not in codes(within)
    beyond = on(tmp_path, "2024-06-01", PROMISE + NOTICE + answer.replace("DAY", "2024-05-04"))
    assert beyond.items[0].days_late == 3
    assert "answered_late" in codes(beyond)


def test_a_postponement_without_a_day_leaves_nothing_to_be_late_by(tmp_path: Path) -> None:
    (item,) = on(tmp_path, "2024-06-01", PROMISE + NOTICE.replace("until: 2024-05-01, ", "")).items
    assert (item.status, item.days_late) == ("postponed", None)
    assert "date_named_by_government" in item.settles


def test_a_notice_does_not_extend_a_commitment_to_the_senate_but_is_shown(tmp_path: Path) -> None:
    text = (PROMISE + NOTICE).replace("belofte", "toezegging")
    made = on(tmp_path, "2024-03-02", text)
    assert (made.items[0].status, made.items[0].days_late) == ("overdue", 1)
    assert "postponement_not_granted" in codes(made)
    assert made.findings == ()
    assert on(tmp_path, "2024-03-02", text, "TK").items[0].status == "postponed"


def test_partly_fulfilled_is_a_status_until_the_term_is_over(tmp_path: Path) -> None:
    text = PROMISE.replace("belofte", "toezegging") + (
        "  - {date: 2024-02-01, kind: deels_voldaan, by: com, instrument: P}\n"
    )
    assert on(tmp_path, "2024-03-01", text).items[0].status == "partly_fulfilled"
    assert on(tmp_path, "2024-03-02", text).items[0].status == "overdue"


def test_a_thing_without_a_term_is_open_and_never_late(tmp_path: Path) -> None:
    (item,) = on(tmp_path, "2030-01-01", PROMISE.replace("deadline: 2024-03-01, ", "")).items
    assert (item.status, item.due, item.days_late) == ("open", None, None)


@pytest.mark.parametrize(
    ("day", "status"),
    [("2024-05-31", "open"), ("2024-06-10", "fulfilled"), ("2024-07-01", "fulfilled")],
)
def test_a_meeting_is_planned_and_then_held(tmp_path: Path, day: str, status: str) -> None:
    text = """\
  - {id: B, kind: bijeenkomst, made_on: 2024-05-01, deadline: 2024-06-10}
events:
  - {date: 2024-06-10, kind: gehouden, instrument: B}
"""
    assert on(tmp_path, day, text).items[0].status == status


def test_a_meeting_whose_day_passed_without_word_is_overdue(tmp_path: Path) -> None:
    text = "  - {id: B, kind: bijeenkomst, made_on: 2024-05-01, deadline: 2024-06-10}\n"
    assert on(tmp_path, "2024-06-11", text).items[0].status == "overdue"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # Asked on Wednesday 10 January 2024: three weeks is 31 January, six weeks is 21 February.
        ("2024-01-31", []),
        ("2024-02-01", ["no_notice"]),
        ("2024-02-21", ["no_notice"]),
        ("2024-02-22", ["no_notice", "listed_unanswered"]),
    ],
)
def test_written_questions_ask_a_notice_after_three_weeks_and_are_listed_after_six(
    tmp_path: Path, day: str, expected: list[str]
) -> None:
    text = "  - {id: V, kind: schriftelijke_vragen, made_on: 2024-01-10, responsible: min}\n"
    assert codes(on(tmp_path, day, text, "TK")) == expected


def test_a_successor_inherits_and_the_rappel_goes_to_his_ministry(tmp_path: Path) -> None:
    text = PROMISE.replace("belofte", "toezegging").replace("events:\n", "")
    assert on(tmp_path, "2024-07-01", text).items[0].responsible == "min"
    assert on(tmp_path, "2024-07-02", text).items[0].responsible == "min-2"
    case = read_case(tmp_path / "case.yaml")

    def listed(ministry: str, day: dt.date) -> list[str]:
        lists = rappel([case], chamber="EK", ministry=ministry, on=day, calendars=known_calendars())
        return [item.id for item in lists.list1]

    assert (listed("BZK", dt.date(2024, 7, 1)), listed("VWS", dt.date(2024, 7, 1))) == (["P"], [])
    assert (listed("BZK", dt.date(2025, 1, 1)), listed("VWS", dt.date(2025, 1, 1))) == ([], ["P"])


def test_what_is_recorded_later_changes_nothing_earlier(tmp_path: Path) -> None:
    late_word = "  - {date: 2024-02-20, recorded: 2024-04-10, kind: answered, by: min, instrument: P}\n"
    assert on(tmp_path, "2024-04-09", PROMISE + late_word).items[0].status == "overdue"
    (item,) = on(tmp_path, "2024-04-10", PROMISE + late_word).items
    assert (item.status, item.days_late) == ("answered", 0)


def test_a_step_and_a_thing_recorded_later_are_not_there_before(tmp_path: Path) -> None:
    text = """\
  - {id: M, kind: motie, made_on: 2024-01-10,
     history: [{date: 2024-01-16, recorded: 2024-02-01, status: aangenomen}]}
  - {id: P, kind: belofte, recorded: 2024-03-01, made_on: 2024-01-10, responsible: min}
"""
    assert [(i.id, i.status) for i in on(tmp_path, "2024-01-31", text).items] == [("M", "open")]
    assert [(i.id, i.status) for i in on(tmp_path, "2024-03-01", text).items] == [
        ("M", "adopted"),
        ("P", "open"),
    ]


def test_a_council_has_reference_days_of_its_own_and_without_them_no_second_list(tmp_path: Path) -> None:
    text = (
        PROMISE.replace("belofte", "toezegging").replace("2024-03-01", "2024-05-01").replace("events:\n", "")
    )
    on(tmp_path, "2024-02-01", text, "council")
    case, day = read_case(tmp_path / "case.yaml"), dt.date(2024, 2, 1)
    bare = rappel([case], chamber="council", ministry="BZK", on=day, calendars=known_calendars())
    assert (bare.next_day, bare.list2) == (None, ())
    days = (dt.date(2024, 2, 1), dt.date(2024, 6, 1))
    own = Calendar(body="council", source="x", certainty="sourced", reference_days=days, added=True)
    made = rappel(
        [case], chamber="council", ministry="BZK", on=day, calendars=known_calendars().with_added([own])
    )
    assert made.next_day == dt.date(2024, 6, 1)
    assert [item.id for item in made.list2] == ["P"]


def test_what_has_no_term_or_may_expire_is_not_lost_from_the_rappel(tmp_path: Path) -> None:
    text = """\
  - {id: A, kind: toezegging, made_on: 2024-01-10, deadline: {text: "voor het zomerreces"}, responsible: min}
  - {id: B, kind: toezegging, made_on: 2024-01-10, deadline: {text: "zo spoedig mogelijk"}, responsible: min}
  - {id: C, kind: toezegging, made_on: 2024-01-10, responsible: min}
"""
    on(tmp_path, "2024-01-11", text)
    case = read_case(tmp_path / "case.yaml")
    made = rappel([case], chamber="EK", ministry="BZK", on=dt.date(2024, 7, 1), calendars=known_calendars())
    assert [item.id for item in made.list1] == []
    # The recess of the Eerste Kamer is not known: its range ends before 1 January.
    assert [item.id for item in made.list2] == ["A"]
    assert [item.id for item in made.no_term] == ["B", "C"]
