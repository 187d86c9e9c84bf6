import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from waarborg.law.calendars import Calendar, Calendars, Recess, known_calendars
from waarborg.procedure.terms import resolve, statutory_end
from waarborg.values.deadline import Certainty

TABLE = yaml.safe_load((Path(__file__).parent.parent / "deadlines.yaml").read_text(encoding="utf-8"))
WORDS = st.sampled_from(tuple(word for row in TABLE for word in str(row[0]).split()))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]}, {row[1]}")
def test_a_term_comes_to_the_day_worked_out_by_hand(row: list[Any]) -> None:
    text, said, chamber, *expected = row
    found = resolve(text, said, chamber, known_calendars())
    assert [found.due, found.certainty, found.earliest, found.latest] == expected


def test_every_public_phrase_is_resolved_and_explained(shared_data: Path) -> None:
    lines = (shared_data / "parliament" / "phrases.txt").read_text(encoding="utf-8").splitlines()
    for phrase in [line for line in lines if line and not line.startswith("#")]:
        found = resolve(phrase, dt.date(2024, 4, 24), "TK", known_calendars())
        assert found.basis, phrase
        assert "no_term_found" not in found.basis, phrase
        assert found.due or found.settles, phrase


@given(st.text(max_size=300) | st.lists(WORDS, max_size=30).map(" ".join), st.dates())
def test_odd_text_never_raises_and_every_result_explains_itself(text: str, said: dt.date) -> None:
    found = resolve(text, said, "TK", known_calendars())
    assert found.basis
    assert (found.due is None) == (found.certainty is Certainty.UNRESOLVED)
    assert found.due is not None or found.settles
    assert resolve(found.text, said, "TK", known_calendars()) == found


@given(st.lists(WORDS, max_size=8).map(" ".join), st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)))
def test_a_later_calendar_never_changes_a_stated_date(text: str, said: dt.date) -> None:
    before = resolve(text, said, "TK", known_calendars())
    recess = Recess(dt.date(2026, 7, 3), dt.date(2026, 8, 31), "zomerreces")
    added = Calendar(body="TK", source="x", certainty="sourced", recesses=(recess,), added=True)
    if before.certainty is Certainty.STATED:
        assert resolve(text, said, "TK", known_calendars().with_added([added])).due == before.due


def test_another_day_in_the_same_text_is_told_and_a_denied_one_is_not_a_term() -> None:
    both = resolve(
        "Bericht voor 1 mei, het rapport voor 1 september 2024", dt.date(2024, 4, 1), "TK", Calendars()
    )
    assert (both.due, both.basis[-1]) == (dt.date(2024, 4, 30), "other_term:2024-08-31")
    denied = resolve("Dat lukt ons niet meer om voor 1 mei te doen", dt.date(2024, 4, 1), "TK", Calendars())
    assert (denied.due, denied.basis) == (None, ("denied",))


def test_an_act_moves_the_end_of_a_term_counted_from_a_day_too() -> None:
    # Six weeks after 7 April 2024 is Sunday 19 May, the Monday after it is Whit Monday.
    said = dt.date(2024, 4, 1)
    found = resolve("binnen zes weken na 7 april", said, "TK", Calendars(), statutory=True)
    assert (found.due, found.basis[-1]) == (dt.date(2024, 5, 21), "ATW-1")


def test_a_long_text_is_read_no_further_than_its_limit() -> None:
    found = resolve("woord " * 20_000 + "voor 1 juli 2024", dt.date(2024, 1, 1), "TK", Calendars())
    assert found.due is None
    assert "text_cut" in found.basis
    assert len(found.text) == 10_000


def test_an_added_calendar_of_the_body_itself_settles_the_term() -> None:
    recess = Recess(dt.date(2023, 7, 14), dt.date(2023, 9, 4), "zomerreces")
    added = Calendar(body="EK", source="letter", certainty="sourced", recesses=(recess,), added=True)
    found = resolve("voor het zomerreces", dt.date(2023, 3, 30), "EK", known_calendars().with_added([added]))
    assert (found.due, found.certainty) == (dt.date(2023, 7, 13), Certainty.DERIVED)
    assert "calendar:EK:added" in found.basis


def test_the_other_chambers_recess_only_bounds_and_is_named() -> None:
    found = resolve("voor het zomerreces", dt.date(2023, 3, 30), "EK", known_calendars())
    assert "bound_by_other_body:calendar:TK" in found.basis
    assert "recess_calendar:EK:2023" in found.settles
    alone = attrs.evolve(known_calendars(), by_body={})
    assert resolve("voor het zomerreces", dt.date(2023, 3, 30), "EK", alone).earliest == dt.date(2023, 6, 14)


def test_a_statutory_term_that_ends_on_a_day_of_rest_moves_and_a_long_one_does_not() -> None:
    # 21 days after Sunday 7 April 2024 is Sunday 28 April; the Monday after is a working day.
    assert statutory_end(dt.date(2024, 4, 7), 21) == (dt.date(2024, 4, 29), ("ATW-1",))
    # 42 days after 8 April 2024 is Whit Monday, 20 May.
    assert statutory_end(dt.date(2024, 4, 8), 42) == (dt.date(2024, 5, 21), ("ATW-1",))
    assert statutory_end(dt.date(2024, 4, 1), 91) == (dt.date(2024, 7, 1), ())
