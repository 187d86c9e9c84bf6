"""Vandaag: what asks attention on a day, as the public reads it."""

import datetime as dt
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
def november_2023(demo: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001  loaded on its own day
    """The day of the decision note: the promise is overdue, T03535 was answered six days late in March."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: dt.date(2023, 11, 9))


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
