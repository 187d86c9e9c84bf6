"""What is new in a register since a day, on the list and on the page of a system."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client

MAY, JUNE = dt.date(2026, 5, 13), dt.date(2026, 6, 24)


@pytest.fixture
def register(db: None) -> None:  # noqa: ARG001  the fixture opens the database
    """A register of two systems in May; in June one of them changed, one had gone and one was new."""
    from waarborg.assessment import assess_all
    from waarborg.jobs.assess import place
    from waarborg.values.entry import Entry
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.registers import load_register

    def entry(number: str, goal: str) -> Entry:
        texts = {"name": f"Systeem {number}", "goal": goal}
        organisation = "Gemeente Utrecht"
        return Entry(
            register="nl", source_id=number, name=f"Systeem {number}", organisation=organisation, texts=texts
        )

    june = [entry("1", "Een <b>mens</b> kiest nooit alleen."), entry("3", "Loot.")]
    for day, entries in ((MAY, [entry("1", "Een <b>mens</b> kiest."), entry("2", "Leest.")]), (JUNE, june)):
        now = dt.datetime.combine(day, dt.time(9), dt.UTC)
        judged = assess_all(entries, place)
        load_register(actor=operator("o"), entries=judged, now=now, read_on=day, whole=True)


@pytest.mark.usefixtures("register")
def test_the_list_marks_and_counts_what_is_new_changed_and_gone_since_a_day(visitor: "Client") -> None:
    page = Page(visitor.get("/systemen/?since=2026-05-13").content.decode())
    for told in ("Sinds 13 mei 2026", "nieuw 1", "gewijzigd 1", "verdwenen 1"):
        assert told in page.text
    assert "Since 13 May 2026" in Page(visitor.get("/en/systemen/?since=2026-05-13").content.decode()).text
    kept = visitor.get("/systemen.json?since=2026-05-13&news=gone").json()["systems"]
    assert [(one["source_id"], one["gone_on"]) for one in kept] == [("2", "2026-06-24")]


@pytest.mark.usefixtures("register")
def test_a_day_before_the_first_reading_is_told_to_be_unknown(visitor: "Client") -> None:
    page = Page(visitor.get("/systemen/?since=2025-01-01").content.decode())
    assert "wat daarvoor nieuw was is niet bekend" in page.text


@pytest.mark.usefixtures("register")
def test_the_page_of_a_system_shows_the_difference_word_by_word_and_marks_what_is_new(
    visitor: "Client",
) -> None:
    answer = visitor.get("/systemen/systeem-1-1/?since=2026-05-13").content.decode()
    assert "<del>kiest.</del>" in answer
    assert "<ins>kiest nooit alleen.</ins>" in answer
    assert "&lt;b&gt;mens&lt;/b&gt;" in answer
    assert "nieuw sinds 13 mei 2026" in Page(answer).text


@pytest.mark.usefixtures("register")
def test_the_page_of_a_system_that_has_gone_says_since_when(visitor: "Client") -> None:
    page = Page(visitor.get("/en/systemen/systeem-2-2/").content.decode())
    assert "no longer in it on 24 June 2026" in page.text


def test_days_of_the_dossiers_are_offered(reader: "Client") -> None:
    page = Page(reader.get("/systemen/").content.decode())
    # CXLVII: the written consultation was put on 24 April 2024 and answered on 28 June 2024
    assert {"?since=2024-04-24", "?since=2024-06-28"} <= set(page.links)


@pytest.mark.parametrize("since", ["gisteren", "2026-13-01", "", "%00", "9999-99-99", "0001-01-01"])
def test_a_day_that_cannot_be_is_no_error(reader: "Client", since: str) -> None:
    assert reader.get(f"/systemen/?since={since}").status_code == 200
    assert reader.get(f"/systemen/duo-uitwonendenbeurs/?since={since}").status_code in {200, 404}
