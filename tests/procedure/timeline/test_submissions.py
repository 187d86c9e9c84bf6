"""Days by hand. Recess of the Tweede Kamer: 26 April to 13 May 2024; 1 April 2024 is Easter Monday."""

import datetime as dt
from pathlib import Path

import pytest

from waarborg.law.calendars import Calendar, Recess, known_calendars
from waarborg.procedure.case import read_case
from waarborg.procedure.timeline import Timeline, timeline

CASE = """\
dossier: {chamber: CH, number: X}
parties:
  - {id: min, name: Minister, role: addressee}
  - {id: kamer, name: Kamer, chamber: CH}
instruments:
  - {id: S, kind: voorlegging, made_on: LAID, responsible: min, MORE}
"""


def on(folder: Path, day: str, laid: str, more: str, chamber: str = "TK", events: str = "") -> Timeline:
    text = CASE.replace("CH", chamber).replace("LAID", laid).replace("MORE", more)
    path = folder / "case.yaml"
    path.write_text(text + (f"events: [{events}]\n" if events else ""), encoding="utf-8")
    return timeline(read_case(path), dt.date.fromisoformat(day), known_calendars())


def codes(made: Timeline) -> list[str]:
    return [watch.code for watch in made.watch]


@pytest.mark.parametrize(
    ("more", "due", "certainty", "basis"),
    [
        # Four weeks after Monday 4 March 2024 is Monday 1 April.
        ("form: light", "2024-04-01", "assumed", "analogy:PROC-AWR-2-36"),
        ("form: zwaar", "2024-04-01", "assumed", "analogy:PROC-AWR-2-37"),
        ("deadline: {weeks: 4}", "2024-04-01", "derived", "term_in_record"),
        ("deadline: {days: 10}", "2024-03-14", "derived", "term_in_record"),
        ("deadline: {months: 2}", "2024-05-04", "derived", "term_in_record"),
        # An act sets it: Easter Monday is a holiday, Tuesday is not.
        ('deadline: {weeks: 4, law: "Wet X, artikel 1"}', "2024-04-02", "derived", "ATW-1"),
        ('deadline: {text: "binnen vier weken", law: "Wet X"}', "2024-04-02", "derived", "ATW-1"),
        ("deadline: 2024-05-20", "2024-05-20", "stated", "term_in_record"),
    ],
)
def test_the_term_is_that_of_the_file_or_an_analogy_that_says_so(
    tmp_path: Path, more: str, due: str, certainty: str, basis: str
) -> None:
    (item,) = on(tmp_path, "2024-03-05", "2024-03-04", more).items
    assert (str(item.due), item.certainty, item.status) == (due, certainty, "open")
    assert basis in item.basis


def test_a_term_that_passes_in_silence_ends_the_submission_and_is_never_late(tmp_path: Path) -> None:
    assert on(tmp_path, "2024-04-01", "2024-03-04", "form: light").items[0].status == "open"
    (item,) = on(tmp_path, "2024-04-02", "2024-03-04", "form: light").items
    assert (item.status, item.days_late) == ("fulfilled", None)


@pytest.mark.parametrize(
    ("chamber", "more", "request_by", "status", "code"),
    [
        ("TK", "form: heavy", "kind: law_requested, members: 30", "held", "request_stands"),
        ("TK", "form: heavy", "kind: law_requested, members: 29", "open", "request_below_minority"),
        ("EK", "form: heavy", "kind: law_requested, members: 15", "held", "request_stands"),
        ("EK", "form: heavy", "kind: debate_requested, members: 14", "open", "request_below_minority"),
        ("TK", "form: heavy", "kind: law_requested, by: kamer", "held", "request_stands"),
        ("TK", "form: heavy", "kind: law_requested, by: min", "open", "request_support_unknown"),
        ("TK", "form: light", "kind: law_requested, members: 150", "open", "request_not_in_form"),
        ("TK", "form: light", "kind: debate_requested, by: kamer", "held", "request_stands"),
        ("TK", "form: light", "kind: debate_requested, members: 40", "open", "request_below_minority"),
        ("council", "form: heavy", "kind: law_requested, members: 9", "open", "request_support_unknown"),
        ("council", "form: heavy, minority: 9", "kind: law_requested, members: 9", "held", "request_stands"),
    ],
)
def test_a_request_counts_with_the_support_its_form_asks(
    tmp_path: Path, chamber: str, more: str, request_by: str, status: str, code: str
) -> None:
    made = on(
        tmp_path,
        "2024-03-21",
        "2024-03-04",
        more,
        chamber,
        f"{{date: 2024-03-20, instrument: S, {request_by}}}",
    )
    assert made.items[0].status == status
    assert code in codes(made)
    assert (status == "held") == (not made.findings)


def test_a_request_on_the_last_day_counts_and_a_day_later_not(tmp_path: Path) -> None:
    event = "{date: DAY, instrument: S, kind: law_requested, members: 30}"
    last = on(tmp_path, "2024-05-01", "2024-03-04", "form: heavy", events=event.replace("DAY", "2024-04-01"))
    after = on(tmp_path, "2024-05-01", "2024-03-04", "form: heavy", events=event.replace("DAY", "2024-04-02"))
    assert last.items[0].status == "held"
    assert after.items[0].status == "fulfilled"
    assert [finding.code for finding in after.findings] == ["request_after_term"]


@pytest.mark.parametrize("outcome", ["adopted", "rejected", "withdrawn", "answered"])
def test_after_a_request_there_is_an_outcome(tmp_path: Path, outcome: str) -> None:
    events = (
        "{date: 2024-03-20, instrument: S, kind: law_requested, members: 30}, "
        f"{{date: 2024-05-20, instrument: S, kind: {outcome}, by: kamer}}"
    )
    made = on(tmp_path, "2024-05-20", "2024-03-04", "form: heavy", events=events)
    assert (made.items[0].status, made.findings) == (outcome, ())


@pytest.mark.parametrize(
    ("laid", "more", "expected"),
    [
        ("2024-03-04", "form: light", None),  # 5 March to 1 April: no recess
        (
            "2024-04-04",
            "form: light",
            None,
        ),  # 5 April to 2 May: 7 of 28 days in recess, three quarters outside
        ("2024-04-05", "form: light", "term_mostly_in_recess"),  # 6 April to 3 May: 8 of 28
        ("2024-04-15", 'recess_reason: "spoed"', None),
        # The calendar ends on 2 September: 3 days of recess, 25 unknown; from 20 August 13 of 28 in recess.
        ("2024-08-30", "form: light", "recess_of_term_unknown"),
        ("2024-08-20", "form: light", "term_mostly_in_recess"),
    ],
)
def test_three_quarters_of_the_term_lie_outside_recess(
    tmp_path: Path, laid: str, more: str, expected: str | None
) -> None:
    assert codes(on(tmp_path, laid, laid, more)) == ([expected] if expected else [])


def test_the_calendar_of_the_other_chamber_tells_nothing_of_a_term(tmp_path: Path) -> None:
    assert codes(on(tmp_path, "2024-03-05", "2024-03-04", "form: light", "EK")) == ["recess_of_term_unknown"]
    days = [
        Recess(dt.date(2024, 2, 1), dt.date(2024, 2, 2), "a"),
        Recess(dt.date(2024, 5, 1), dt.date(2024, 5, 2), "b"),
    ]
    added = Calendar(body="EK", source="x", certainty="sourced", recesses=tuple(days), added=True)
    case = read_case(tmp_path / "case.yaml")
    assert timeline(case, dt.date(2024, 3, 5), known_calendars().with_added([added])).watch == ()


@pytest.mark.parametrize(
    ("day", "request_at", "found"),
    [
        ("2024-04-01", "", True),  # the last day of the term
        ("2024-04-02", "", False),
        ("2024-04-20", "{date: 2024-03-20, instrument: S, kind: law_requested, members: 30}, ", True),
    ],
)
def test_going_live_before_the_end_of_the_term_or_under_a_request_is_found(
    tmp_path: Path, day: str, request_at: str, *, found: bool
) -> None:
    events = f"{request_at}{{date: {day}, instrument: S, kind: went_live, by: min}}"
    made = on(tmp_path, "2024-06-01", "2024-03-04", "form: heavy", events=events)
    assert ("submission_live_too_soon" in [finding.code for finding in made.findings]) is found
    assert ("live_too_soon" in codes(made)) is found
