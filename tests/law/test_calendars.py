import datetime as dt
from pathlib import Path

import pytest

from waarborg.law.calendars import known_calendars, read_calendars
from waarborg.values.finding import UnusableInput


def test_the_known_recesses_of_the_tweede_kamer_are_those_of_its_list(shared_data: Path) -> None:
    import yaml

    listed = yaml.safe_load((shared_data / "parliament" / "rules.yaml").read_text(encoding="utf-8"))["recess"]
    days = [(p["name"], p["from"], p["to"]) for p in listed["TK"]["periods"]]
    assert [(r.name, r.first, r.last) for r in known_calendars().of("TK").recesses] == days


def test_nothing_is_known_of_the_eerste_kamer_and_it_says_so() -> None:
    calendar = known_calendars().of("EK")
    assert (calendar.recesses, calendar.certainty) == ((), "unknown")
    assert calendar.in_recess(dt.date(2023, 8, 1)) is None


@pytest.mark.parametrize(
    "text",
    [
        "chamber: EK\nperiods: [{name: zomerreces, from: 2023-07-14, to: 2023-09-04}]",
        "EK:\n  periods: [{name: zomerreces, from: 2023-07-14, to: 2023-09-04}]",
        "recess:\n  EK:\n    periods: [{name: zomerreces, from: 2023-07-14, to: 2023-09-04}]",
    ],
)
def test_a_calendar_can_be_written_in_three_ways(tmp_path: Path, text: str) -> None:
    path = tmp_path / "calendar.yaml"
    path.write_text(text, encoding="utf-8")
    (calendar,) = read_calendars(path)
    assert calendar.added
    recess = calendar.recess("zomerreces", 2023)
    assert recess is not None
    assert recess.first == dt.date(2023, 7, 14)


@pytest.mark.parametrize(
    "text", ["[1]", "a: 1", "chamber: XX", "chamber: EK\nperiods: [{name: x, from: soon}]"]
)
def test_what_is_no_calendar_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "calendar.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput):
        read_calendars(path)
