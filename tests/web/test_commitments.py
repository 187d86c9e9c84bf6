"""Toezeggingen: what was promised and what is late, on the day that is asked."""

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client

NOW = dt.datetime(2026, 6, 3, 10, 0, tzinfo=dt.UTC)


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


def test_the_reminder_page_holds_the_draft_of_its_letter(reader: "Client") -> None:
    asked = {"kamer": "EK", "ministerie": "BZK", "op": "2023-07-01"}
    page = Page(reader.get("/toezeggingen/rappel/", asked).content.decode())
    letter = page.text.partition("Concept van de brief")[2]
    assert "CONCEPT. Aan de bewindspersoon van BZK. Op 1 juli 2023" in letter
    assert "Toezegging T03535" in letter
    nothing = Page(reader.get("/toezeggingen/rappel/", {**asked, "ministerie": "VWS"}).content.decode())
    assert "Concept van de brief" not in nothing.text


def test_dossiers_that_share_a_code_keep_their_own_row_on_the_lists(
    reader: "Client", tmp_path: "Path"
) -> None:
    from waarborg.procedure.case import read_case
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.cases import load_case

    for number in ("A", "B"):
        path = tmp_path / f"{number}.yaml"
        path.write_text(
            f"dossier: {{chamber: EK, number: {number}}}\n"
            "parties: [{id: m, name: Minister van VWS}]\ninstruments:\n"
            f"  - {{id: T1, kind: toezegging, title: Plan {number}, made_on: 2023-01-10,\n"
            "     deadline: 2023-06-01, responsible: m}\n",
            encoding="utf-8",
        )
        load_case(actor=operator("o"), case=read_case(path), now=NOW)
    asked = {"kamer": "EK", "ministerie": "VWS", "op": "2023-07-01"}
    page = Page(reader.get("/toezeggingen/rappel/", asked).content.decode())
    assert page.text.count("Plan A") == page.text.count("Plan B") > 0


def test_what_a_council_was_promised_stands_on_the_lists_of_councils(
    reader: "Client", tmp_path: "Path"
) -> None:
    from waarborg.procedure.case import read_case
    from waarborg.workbench.models import Body
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.cases import load_case

    council = Body.objects.create(code="raad-proefstad", kind="gemeenteraad", organisation_name="Proefstad")
    path = tmp_path / "c.yaml"
    path.write_text(
        f"dossier: {{chamber: {council.code}, number: R1}}\nparties: [{{id: w, name: Wethouder Digitaal}}]\n"
        "instruments:\n  - {id: T1, kind: toezegging, title: Raadsbrief, made_on: 2023-01-10,\n"
        "     deadline: 2023-06-01, responsible: w}\n",
        encoding="utf-8",
    )
    load_case(actor=operator("o"), case=read_case(path), now=NOW)
    asked = {"kamer": "council", "ministerie": "Digitaal", "op": "2023-07-01"}
    assert "Raadsbrief" in Page(reader.get("/toezeggingen/rappel/", asked).content.decode()).text


def test_a_long_list_is_shown_in_pages_and_given_whole_as_data(
    reader: "Client", monkeypatch: pytest.MonkeyPatch
) -> None:
    from waarborg.web.views import commitments

    monkeypatch.setattr(commitments, "PAGE_SIZE", 1)
    first = Page(reader.get("/toezeggingen/", {"op": "2023-11-09"}).content.decode())
    second = Page(reader.get("/toezeggingen/", {"op": "2023-11-09", "page": "2"}).content.decode())
    assert "2 toezeggingen en beloften" in first.text
    assert ("T03535" in first.text, "T03535" in second.text) == (False, True)
    assert len(listed(reader, "2023-11-09")) == 2


def test_the_list_can_be_narrowed_to_a_ministry(reader: "Client") -> None:
    chosen = Page(reader.get("/toezeggingen/", {"ministry": "BZK", "op": "2023-11-09"}).content.decode())
    other = Page(reader.get("/toezeggingen/", {"ministry": "VWS", "op": "2023-11-09"}).content.decode())
    assert "T03535" in chosen.text
    assert "T03535" not in other.text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days(reader: "Client", day: str) -> None:
    for address in ("/toezeggingen/", "/toezeggingen/rappel/"):
        assert reader.get(address, {"op": day}).status_code == 200
