"""Vandaag: what asks attention on a day, as the public reads it."""

import datetime as dt
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client


def section(reader: "Client", name: str) -> str:
    """The words of one section of the page."""
    html = reader.get("/").content.decode()
    start = html.index(f'aria-labelledby="{name}"')
    return Page(html[start : html.index("</section>", start)]).text


@pytest.fixture
def november_2023(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the decision note: the promise is overdue, T03535 was answered six days late in March."""
    day = SimpleNamespace(localdate=lambda: dt.date(2023, 11, 9))
    monkeypatch.setattr("waarborg.web.views.home.timezone", day)


@pytest.mark.usefixtures("november_2023")
def test_late_is_what_is_still_to_come_and_not_what_was_answered_late(reader: "Client") -> None:
    late = section(reader, "late")
    assert "Voorstel voor de vorm van een dialoog" in late
    assert "126 dagen te laat volgens de kalender van de Tweede Kamer" in late
    assert "T03535" not in late


def test_what_was_answered_late_is_watched_and_leads_to_the_commitments(reader: "Client") -> None:
    assert "geen termijn verlopen" in section(reader, "late")
    assert "/toezeggingen/?status=answered" in Page(reader.get("/").content.decode()).links
    assert "na de termijn beantwoord" in section(reader, "watch").lower()


def test_what_is_to_be_watched_names_its_item(reader: "Client") -> None:
    watch = section(reader, "watch")
    assert "Motie G (Motie-Prins (CDA) c.s. over geautomatiseerde besluitvorming" in watch
    assert "Belofte (Voorstel voor de vorm van een dialoog met beide Kamers): belofte die in geen" in watch
    assert "letter N, letter O, letter P, letter Q: stukken waarvan niets bekend is" in watch
    assert "commissie voor Justitie en Veiligheid (J&V), " in watch
    assert "/dossiers/ek-cxlvii/#motie-G" in Page(reader.get("/").content.decode()).links


def test_a_question_that_awaits_a_verdict_says_whose(reader: "Client") -> None:
    """The question of the demo was put by the Eerste Kamer and answered by the ministry."""
    assert "wacht op het oordeel van Eerste Kamer" in section(reader, "questions")
