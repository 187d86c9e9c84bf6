"""Toezeggingen: what was promised and what is late, on the day that is asked."""

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client


def listed(reader: "Client", on: str, **more: str) -> dict[str, dict[str, object]]:
    answer = reader.get("/toezeggingen.json", {"op": on, **more}).json()
    assert answer["on"] == on
    return {row["id"]: row for row in answer["commitments"]}


@pytest.mark.parametrize(
    ("on", "status", "late", "by"),
    [("2023-07-10", "possibly_overdue", 4, "TK"), ("2023-11-09", "overdue", 126, "TK")],
)
def test_the_promise_before_the_recess_stands_as_it_was_known_on_a_day(
    reader: "Client", on: str, status: str, late: int, by: str
) -> None:
    """The recess of the Tweede Kamer began on 7 July 2023: by its calendar the promise was due on 6 July."""
    (promise,) = [row for row in listed(reader, on).values() if row["kind"] == "promise"]
    assert (promise["status"], promise["due"]) == (status, None)
    if promise["days_late"] is not None:
        assert (promise["days_late"], promise["days_late_by"]) == (late, by)
    assert dt.date.fromisoformat(on) - dt.date(2023, 7, 6) == dt.timedelta(late)


def test_the_commitment_was_open_before_its_term_and_answered_six_days_after_it(reader: "Client") -> None:
    """T03535: due 24 March 2023, answered on 30 March."""
    before, after = (listed(reader, on)["T03535"] for on in ("2023-03-23", "2023-04-01"))
    assert (before["status"], before["due"]) == ("open", "2023-03-24")
    assert (after["status"], after["days_late"]) == ("answered", 6)


def test_a_filter_leaves_what_has_the_value_and_counts_the_others(reader: "Client") -> None:
    assert set(listed(reader, "2023-11-09", status="overdue")) < set(listed(reader, "2023-11-09"))
    assert not listed(reader, "2023-11-09", status="no-such-status")


def test_page_csv_and_json_hold_the_same_rows(reader: "Client") -> None:
    chosen = {"op": "2023-11-09"}
    found = listed(reader, "2023-11-09")
    answer = reader.get("/toezeggingen.csv", chosen)
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == list(found)
    page = Page(reader.get("/toezeggingen/", chosen).content.decode())
    assert page.text.count("126 dagen te laat volgens de kalender van de Tweede Kamer") == 1


def test_the_calendar_marks_a_term_without_a_day_as_tentative(reader: "Client") -> None:
    answer = reader.get("/toezeggingen.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    feed = answer.content.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20230324" in feed
    assert feed.count("STATUS:TENTATIVE") == 1


@pytest.mark.parametrize("address", ["/toezeggingen/", "/toezeggingen/rappel/"])
def test_what_is_no_day_is_told_and_nothing_breaks(reader: "Client", address: str) -> None:
    answer = reader.get(address, {"op": "<b>gisteren"})
    assert answer.status_code == 400
    assert "&lt;b&gt;gisteren is geen dag" in answer.content.decode()


def test_the_lists_of_july_2023_hold_the_promise_whose_term_is_not_sure(reader: "Client") -> None:
    """On 1 July 2023 nothing had surely expired; the promise may expire by 1 January 2024."""
    page = Page(
        reader.get(
            "/toezeggingen/rappel/", {"kamer": "EK", "ministerie": "BZK", "op": "2023-07-01"}
        ).content.decode()
    )
    first, _, second = page.text.partition("Lijst 2: verloopt tot en met 1 januari 2024")
    assert "Voorstel voor de vorm van een dialoog" not in first
    assert "Voorstel voor de vorm van een dialoog" in second
