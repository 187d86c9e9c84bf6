"""The dossier page tells the story of the decision note without another source."""

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import waarborg.workbench.demo

from .pages import DOSSIER, Page

if TYPE_CHECKING:
    from django.test import Client

CASE = Path(waarborg.workbench.demo.__file__).with_name("cxlvii.yaml")
DAYS = [
    dt.date(2023, 3, 22),
    dt.date(2023, 8, 1),
    dt.date(2023, 11, 9),
    dt.date(2024, 1, 1),
    dt.date(2026, 11, 23),
]


@pytest.fixture
def told(reader: "Client") -> str:
    """All words of the page."""
    return Page(reader.get(DOSSIER).content.decode()).text


STORY = (
    "Motie G: ingediend",
    "houdt motie G aan",
    "Motie G vervalt",
    "letter K en biedt een dialoog aan",
    "neemt het aanbod van een dialoog aan",
    "11 april 2023",
    "voor het zomerreces",
    "herinnering (rappel)",
    "tussen 11 juli 2023 en 9 november 2023",
    "beslisnota ligt ter ondertekening",
    "9 november 2023",
    "Letter M",
    "wijzen twee leden aan",
    "19 december 2023",
    "De dialoog zelf. Of, wanneer en met welke uitkomst zij is gehouden, is niet gevonden.",
)


def test_the_story_of_the_note_is_on_the_page(told: str) -> None:
    assert [part for part in STORY if part not in told] == []


def test_promised_stands_beside_delivered(told: str) -> None:
    promised = told.index("dialoog met beide Kamers: zijn de waarborgen afdoende")
    delivered = told.index("Een aanbod aan één commissie van de Eerste Kamer")
    assert told.index("Beloofd en geleverd") < promised < delivered < told.index("Tijdlijn")


def test_what_is_not_known_is_shown_as_not_known(told: str) -> None:
    gaps = told[told.index("Dit is gezocht en niet gevonden.") :]
    assert "Is de dialoog gehouden, wanneer, en met welke uitkomst?" in gaps


@pytest.mark.usefixtures("demo")
def test_every_number_in_the_drawing_is_a_row_of_the_table() -> None:
    from waarborg.web.case_timeline import draw, timeline_rows
    from waarborg.workbench.models import Dossier
    from waarborg.workbench.queries.dossier_page import dossier_record

    rows = timeline_rows(dossier_record(Dossier.objects.get()))
    picture = draw(rows, title="x")
    drawn = [row for row in rows if row.first or row.last]
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    for row in drawn:
        assert picture.count(f">{row.number}</text>") == 1
    assert picture.count("d-number") == len(drawn)


@pytest.mark.usefixtures("demo")
def test_a_fact_that_stands_only_in_the_decision_note_is_not_called_sure() -> None:
    from waarborg.web.case_timeline import timeline_rows
    from waarborg.workbench.models import Dossier
    from waarborg.workbench.queries.dossier_page import dossier_record

    rows = timeline_rows(dossier_record(Dossier.objects.get()))
    (letter,) = [row for row in rows if row.date == dt.date(2023, 3, 30) and row.instrument is None]
    assert (letter.certainty, letter.is_sure) == ("seed", False)  # S0 alone is cited for the day of letter K
    (accepted,) = [row for row in rows if row.date == dt.date(2023, 4, 11)]
    assert (accepted.certainty, accepted.is_sure) == ("sourced", True)  # S1, the page of the motion, too


@pytest.mark.usefixtures("demo")
def test_the_record_gives_the_same_timeline_as_the_case_file() -> None:
    from waarborg.law.calendars import known_calendars
    from waarborg.procedure.case import read_case
    from waarborg.procedure.timeline import timeline
    from waarborg.workbench.models import Dossier
    from waarborg.workbench.queries.case_of import timeline_of

    case, dossier = read_case(CASE), Dossier.objects.get()
    for on in DAYS:
        by_file, by_record = timeline(case, on, known_calendars()), timeline_of(dossier, on)
        assert by_record.items == by_file.items, on
        assert by_record.watch == by_file.watch, on


def test_the_broken_promise_stands_one_click_from_home_with_its_days_and_calendar(
    reader: "Client",
) -> None:
    # 6 July 2023, the last day before the recess of the Tweede Kamer, to 9 November 2023 is 126 days
    # (derived check d4 of the case file); the recess of the Eerste Kamer of 2023 is not known. It was
    # answered then, so it is no longer to be met.
    home = Page(reader.get("/").content.decode())
    assert "/toezeggingen/?status=answered" in home.links
    answered = Page(reader.get("/toezeggingen/?status=answered").content.decode())
    assert "126 dagen te laat volgens de kalender van de Tweede Kamer" in answered.text
    assert f"{DOSSIER}#belofte-zomerreces" in answered.links


def test_home_shows_the_question_that_waits_and_for_whom(reader: "Client") -> None:
    home = Page(reader.get("/").content.decode())
    assert "Controle op de uitwonendenbeurs" in home.text
    assert "wacht op het oordeel van Eerste Kamer" in home.text


def test_the_dossier_of_an_earlier_day_tells_of_nothing_later(reader: "Client") -> None:
    """On 1 April 2023 letter K had gone out; the motion had not lapsed and no note was there (DESIGN 1)."""
    page = Page(reader.get(f"{DOSSIER}?op=2023-04-01").content.decode()).text
    assert "zoals het stond op 1 april 2023" in page
    assert "letter K en biedt een dialoog aan" in page
    later = (
        "Motie G vervalt",
        "De beslisnota ligt",
        "19 december 2023",
        "2024",
        "herinnering (rappel)",
        "Letter M",
    )
    assert not [words for words in later if words in page]
    assert "aangehouden" in page


@pytest.mark.parametrize("day", ["2199-01-01", "gisteren", "2023-13-01"])
def test_a_day_that_is_none_or_not_yet_is_told(reader: "Client", day: str) -> None:
    answer = reader.get(DOSSIER, {"op": day})
    assert answer.status_code == 400
    assert f"{day} is geen dag tot en met vandaag" in answer.content.decode()
    assert reader.get(f"{DOSSIER}facts.csv", {"op": day}).status_code == 400


def test_every_table_of_the_dossier_is_data_as_it_stood_on_the_day(reader: "Client") -> None:
    for name in ("facts", "instruments", "papers", "questions", "positions", "sources"):
        head = reader.get(f"{DOSSIER}{name}.csv").content.decode("utf-8-sig").splitlines()[0]
        rows = json.loads(reader.get(f"{DOSSIER}{name}.json").content)
        assert not rows or list(rows[0]) == head.split(",")
    then = json.loads(reader.get(f"{DOSSIER}papers.json?op=2023-04-01").content)
    assert [row["id"] for row in then] == list("BCDEFGHIJK")
    assert reader.get(f"{DOSSIER}secrets.csv").status_code == 404
    assert reader.get(f"{DOSSIER}facts.xml").status_code == 404
    assert "ek-cxlvii,CXLVII,ek," in reader.get("/dossiers.csv").content.decode()
