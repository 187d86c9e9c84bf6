import datetime as dt
from pathlib import Path

import pytest

from waarborg.law.calendars import known_calendars, read_calendars
from waarborg.procedure.case import read_case
from waarborg.procedure.timeline import Timeline, timeline

HEAD = """\
dossier: {chamber: CH, number: X}
parties:
  - {id: min, name: Minister, role: addressee}
  - {id: com, name: Committee, chamber: EK}
instruments:
"""


def on(folder: Path, day: str, text: str, chamber: str = "EK") -> Timeline:
    path = folder / "case.yaml"
    path.write_text(HEAD.replace("CH", chamber, 1) + text, encoding="utf-8")
    return timeline(read_case(path), dt.date.fromisoformat(day), known_calendars())


MOTION = """\
  - {id: M, kind: motie, made_on: 2023-09-12, history: [{date: 2023-09-12, status: ingediend},
     {date: 2023-09-19, status: aangehouden}]}
"""


@pytest.mark.parametrize(
    ("chamber", "day", "status", "possibly"),
    [
        # Twelve weeks after 19 September 2023 is 12 December.
        ("EK", "2023-12-12", "held", ()),
        ("EK", "2023-12-13", "lapsed", ()),
        ("TK", "2023-12-12", "held", ()),
        ("TK", "2023-12-13", "held", ("lapsed",)),  # the first sitting after it need not have come
        ("TK", "2024-02-01", "lapsed", ()),
    ],
)
def test_a_motion_held_over_lapses_by_the_rule_of_its_chamber(
    tmp_path: Path, chamber: str, day: str, status: str, possibly: tuple[str, ...]
) -> None:
    (found,) = on(tmp_path, day, MOTION, chamber).items
    assert (found.status, found.possibly) == (status, possibly)


def test_where_no_sitting_days_are_known_the_reading_is_named(tmp_path: Path) -> None:
    assert "reading:sat_within_a_week" in on(tmp_path, "2024-02-01", MOTION, "TK").items[0].basis


def test_an_extended_motion_lapses_after_its_new_day(tmp_path: Path) -> None:
    text = MOTION.replace(
        "aangehouden}]", "aangehouden}, {date: 2023-12-05, status: verlengd, until: 2024-03-01}]"
    )
    assert on(tmp_path, "2024-03-01", text).items[0].status == "extended"
    assert on(tmp_path, "2024-03-02", text).items[0].status == "lapsed"


def test_a_vote_after_the_end_is_not_allowed(tmp_path: Path) -> None:
    text = MOTION.replace("aangehouden}]", "ingetrokken}, {date: 2023-10-01, status: aangenomen}]")
    made = on(tmp_path, "2023-12-01", text)
    assert [finding.code for finding in made.findings] == ["act_not_allowed"]
    assert made.items[0].status == "withdrawn"


COMMITMENT = """\
  - {id: T1, kind: toezegging, made_on: 2024-01-10, deadline: 2024-03-01, responsible: min}
events:
"""


TERM = "{date: 2024-02-20, kind: new_deadline, by: BY, until: 2024-05-01, instrument: T1}"
DONE = "{date: 2024-02-20, kind: commitment_fulfilled, by: BY, instrument: T1}"
SOME = "{date: null, not_before: 2024-02-01, not_after: 2024-04-01, kind: answered, by: BY, instrument: T1}"
REFUSED = ["act_not_by_committee"]


@pytest.mark.parametrize(
    ("event", "day", "status", "late", "codes"),
    [
        (TERM.replace("BY", "com"), "2024-04-01", "open", 0, []),
        (TERM.replace("BY", "com"), "2024-05-02", "overdue", 1, []),
        (TERM.replace("BY", "min"), "2024-03-02", "overdue", 1, REFUSED),
        (DONE.replace("BY", "com"), "2024-04-01", "fulfilled", None, []),
        (DONE.replace("BY", "min"), "2024-04-01", "overdue", 31, REFUSED),
        (SOME.replace("BY", "min"), "2024-03-02", "overdue", 1, []),
        (SOME.replace("BY", "min"), "2024-04-01", "answered", None, []),  # before or after 1 March
    ],
)
def test_a_commitment_to_the_senate_is_changed_by_its_committee_alone(
    tmp_path: Path, event: str, day: str, status: str, late: int | None, codes: list[str]
) -> None:
    made = on(tmp_path, day, f"{COMMITMENT}  - {event}\n")
    assert (made.items[0].status, made.items[0].days_late) == (status, late)
    assert [finding.code for finding in made.findings] == codes


QUESTIONS = """\
  - {id: V1, kind: schriftelijke_vragen, made_on: 2024-01-10, responsible: min}
events:
  - {date: 2024-01-30, kind: uitstelbericht, instrument: V1, until: 2024-02-21}
"""


def test_written_questions_have_three_weeks_and_a_notice_is_counted_apart(tmp_path: Path) -> None:
    before = on(tmp_path, "2024-01-29", QUESTIONS, "TK").items[0]
    assert (before.status, before.due) == ("open", dt.date(2024, 1, 31))
    made = on(tmp_path, "2024-02-10", QUESTIONS, "TK")
    assert made.items[0].status == "postponed"
    assert [(watch.code, watch.items) for watch in made.watch] == [("term_postponed", ("V1",))]
    assert (made.items[0].due, made.items[0].first_due) == (dt.date(2024, 2, 21), dt.date(2024, 1, 31))
    assert on(tmp_path, "2024-02-22", QUESTIONS, "TK").items[0].status == "overdue"


def test_a_senator_s_questions_have_no_term_that_any_rule_gives(tmp_path: Path) -> None:
    assert on(tmp_path, "2024-01-29", QUESTIONS, "EK").items[0].due is None


def test_a_motion_that_was_taken_over_has_ended_and_was_not_adopted(tmp_path: Path) -> None:
    # RvO Tweede Kamer 8.21: no longer debated as a matter of its own.
    text = MOTION.replace("aangehouden}]", "overgenomen}, {date: 2023-10-03, status: aangenomen}]")
    made = on(tmp_path, "2024-03-01", text, "TK")
    assert made.items[0].status == "taken_over"
    assert [finding.code for finding in made.findings] == ["act_not_allowed"]


def test_a_vote_on_record_goes_before_a_lapse_by_rule_and_the_difference_is_watched(tmp_path: Path) -> None:
    text = MOTION.replace("aangehouden}]", "aangehouden}, {date: 2023-12-13, status: aangenomen}]")
    made = on(tmp_path, "2024-01-01", text)
    assert made.items[0].status == "adopted"
    assert [watch.code for watch in made.watch] == ["voted_after_lapse"]
    in_time = on(tmp_path, "2024-01-01", text.replace("2023-12-13", "2023-12-12"))
    assert in_time.watch == ()


def test_a_motion_held_under_the_old_rules_of_the_senate_may_have_lapsed_under_the_new(
    tmp_path: Path,
) -> None:
    # Held on 2 May 2023: twelve weeks is 25 July, six months 2 November; which of the two holds is not known.
    text = MOTION.replace("2023-09-12", "2023-04-25").replace("2023-09-19", "2023-05-02")
    assert on(tmp_path, "2023-07-25", text).items[0].possibly == ()
    found = on(tmp_path, "2023-07-26", text).items[0]
    assert (found.status, found.possibly) == ("held", ("lapsed",))
    assert "transition:PROC-EK-MOTION-HELD-OLD" in found.basis


@pytest.mark.parametrize(("day", "status"), [("2023-10-17", "held"), ("2023-10-18", "lapsed")])
def test_motions_held_over_lapse_when_the_session_ends(tmp_path: Path, day: str, status: str) -> None:
    calendar = tmp_path / "calendar.yaml"
    calendar.write_text("{chamber: EK, source: made up, session_ends: [2023-10-17]}", encoding="utf-8")
    calendars = known_calendars().with_added(read_calendars(calendar))
    on(tmp_path, day, MOTION)
    found = timeline(read_case(tmp_path / "case.yaml"), dt.date.fromisoformat(day), calendars)
    assert found.items[0].status == status


def test_a_second_notice_that_names_no_day_leaves_the_term_open(tmp_path: Path) -> None:
    text = f"{QUESTIONS}  - {{date: 2024-02-20, kind: uitstelbericht, instrument: V1}}\n"
    found = on(tmp_path, "2024-02-22", text, "TK").items[0]
    assert (found.status, found.days_late) == ("postponed", None)


def test_an_act_known_only_to_lie_before_a_day_may_have_happened(tmp_path: Path) -> None:
    event = "{not_after: 2024-02-20, kind: answered, by: min, instrument: T1}"
    found = on(tmp_path, "2024-02-01", f"{COMMITMENT}  - {event}\n").items[0]
    assert (found.status, found.possibly) == ("open", ("answered",))


def test_the_body_may_be_named_in_full(tmp_path: Path) -> None:
    assert on(tmp_path, "2024-01-29", QUESTIONS, "Tweede Kamer").items[0].due == dt.date(2024, 1, 31)


EXTENDED = "{date: 2024-02-20, kind: term_extended, by: BY, until: 2024-05-01, instrument: T1}"


@pytest.mark.parametrize(
    ("by", "day", "status", "late"),
    [
        ("com", "2024-04-01", "extended", 0),
        ("com", "2024-05-02", "overdue", 1),
        ("min", "2024-03-02", "overdue", 1),  # its committee alone changes a term
    ],
)
def test_an_extended_term_is_not_overdue_until_it_ends(
    tmp_path: Path, by: str, day: str, status: str, late: int
) -> None:
    found = on(tmp_path, day, f"{COMMITMENT}  - {EXTENDED.replace('BY', by)}\n").items[0]
    assert (found.status, found.days_late) == (status, late)


def test_an_answer_within_an_extended_term_is_counted_apart(tmp_path: Path) -> None:
    answered = "{date: 2024-04-10, kind: answered, by: min, instrument: T1}"
    events = f"  - {EXTENDED.replace('BY', 'com')}\n  - {answered}\n"
    made = on(tmp_path, "2024-06-01", COMMITMENT + events)
    assert (made.items[0].status, made.items[0].days_late) == ("answered", 0)
    assert [watch.code for watch in made.watch] == ["answered_in_extended_term"]
