"""A dossier's systems on its page, on theirs, and the agreement map narrowed to them, by HTTP."""

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from .pages import DOSSIER, SYSTEM, Page
from .test_acts import as_one, page_of, told

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

OTHER = "Rijksdienst voor Ondernemend Nederland"
MAP = "?dossier=ek-cxlvii"
NAME, BACK = f"{DOSSIER}doen/onderwerp/", f"{DOSSIER}doen/onderwerp-terug/"


def key_of(**known: str) -> str:
    from waarborg.workbench.models import System

    return str(System.objects.get(**known).pk)


def name(who: str, **known: str) -> None:
    assert as_one(who).post(NAME, told(system=key_of(**known), text="Zie brief.")).status_code == 302


@pytest.fixture
def named(demo: None) -> None:  # noqa: ARG001  the demo's systems are named
    """Two systems: one named by the Senate's clerk, one without high impact by the ministry."""
    from waarborg.workbench.models import System

    name("ek", slug=SYSTEM.split("/")[2])
    name("bzk", organisation__name=OTHER)
    System.objects.filter(organisation__name=OTHER).update(impact="not_high")


def test_a_dossier_without_systems_says_so_and_its_map_is_empty(reader: "Client") -> None:
    page = page_of(reader, DOSSIER)
    assert "Bij dit dossier is geen systeem als onderwerp genoemd." in page.text
    assert not any("dossier=" in link for link in page.links)
    assert reader.get(f"/waarborgen.json{MAP}").json()["systems"] == 0
    assert "geen systeem dat onderwerp van dit dossier is" in page_of(reader, f"/waarborgen/{MAP}").text


@pytest.mark.parametrize(
    ("who", "offered"), [("ek", 1), ("bzk", 1), ("tk", 0), ("ocw", 0), ("ek-member", 0), ("rotterdam", 0)]
)
def test_the_dossier_offers_naming_to_who_may_and_refuses_the_others(
    demo: None,  # noqa: ARG001  the cast is the demo's
    who: str,
    offered: int,
) -> None:
    assert page_of(as_one(who), DOSSIER).links.count(NAME) == offered
    assert as_one(who).get(NAME).status_code == (200 if offered else 403)
    assert as_one(who).get(BACK).status_code == 403  # nothing of its own to take back yet


def test_the_form_offers_the_systems_of_the_line_and_no_municipal_one(demo: None) -> None:  # noqa: ARG001
    form = page_of(as_one("ek"), NAME)
    offered = {found["value"] for found in form.all("option")}
    municipal = key_of(organisation__name="Gemeente Rotterdam")
    assert key_of(slug=SYSTEM.split("/")[2]) in offered
    assert municipal not in offered
    for wrong in (municipal, ""):
        assert as_one("ek").post(NAME, told(system=wrong)).status_code == 422


@pytest.mark.usefixtures("named")
def test_everyone_finds_the_systems_on_the_dossier_and_the_dossier_on_the_system(visitor: "Client") -> None:
    page = page_of(visitor, DOSSIER)
    assert SYSTEM in page.links
    assert f"/waarborgen/{MAP}" in page.links
    assert "genoemd door Ministerie van Binnenlandse Zaken en Koninkrijksrelaties, 3 juni 2026" in page.text
    assert f"{DOSSIER}#subjects" in page_of(visitor, SYSTEM).links
    assert "system named as a subject of a dossier" in page_of(visitor, "/en/meldingen/").text


@pytest.mark.usefixtures("named")
def test_the_map_of_the_dossier_equals_the_states_it_is_made_of(visitor: "Client") -> None:
    """DESIGN 4; of all its systems, whatever their impact: page, CSV and JSON alike."""
    from waarborg.workbench.models import DossierSubject, StoredState

    body = visitor.get(f"/waarborgen.json{MAP}").json()
    systems = DossierSubject.objects.values("system")
    assert body["systems"] == 2
    for row in body["safeguards"]:
        states = StoredState.objects.filter(reader="public", safeguard=row["safeguard"], system__in=systems)
        for column in ("evidence", "agreement", "questions"):
            assert row[column] == Counter(getattr(state, column) for state in states)
    answer = visitor.get(f"/waarborgen.csv{MAP}").content.decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(answer)) if row["counts"] == "evidence"]
    assert sum(int(row["systems"]) for row in rows) == 2 * len(body["safeguards"])


@pytest.mark.usefixtures("named")
def test_the_map_of_the_dossier_is_drawn_filtered_and_opened_per_safeguard(visitor: "Client") -> None:
    answer = visitor.get(f"/waarborgen/{MAP}").content.decode()
    page = Page(answer)
    assert "<svg" in answer
    assert f"{DOSSIER}#subjects" in page.links
    assert all(
        "dossier=ek-cxlvii" in link for link in page.links if link.startswith("?") and "impact" in link
    )
    assert SYSTEM in page_of(visitor, f"/waarborgen/human_intervention/{MAP}").links
    high = visitor.get(f"/waarborgen.json{MAP}&impact=high").json()["systems"]
    assert high == 1


@pytest.mark.usefixtures("named")
def test_what_is_taken_back_leaves_the_map_and_stays_on_the_page_with_its_reason(visitor: "Client") -> None:
    from waarborg.workbench.models import DossierSubject

    own = str(DossierSubject.objects.get(party__code="ek").pk)
    other = str(DossierSubject.objects.get(party__code="bzk").pk)
    assert as_one("ek").post(BACK, told(named=other, reason="Niet van ons.")).status_code == 422
    assert as_one("ek").post(BACK, told(named=own, reason="Een vergissing.")).status_code == 302
    assert visitor.get(f"/waarborgen.json{MAP}").json()["systems"] == 1
    assert "teruggenomen op 3 juni 2026: Een vergissing." in page_of(visitor, DOSSIER).text
    assert f"{DOSSIER}#subjects" not in page_of(visitor, SYSTEM).links


@pytest.mark.parametrize("slug", ["bestaat-niet", "%00", "%3Cb%3E"])
def test_a_dossier_that_does_not_exist_finds_nothing_and_breaks_nothing(reader: "Client", slug: str) -> None:
    assert reader.get(f"/waarborgen.json?dossier={slug}").json()["systems"] == 0
    assert "Er is geen dossier" in page_of(reader, f"/waarborgen/?dossier={slug}").text


def test_the_number_of_queries_does_not_grow_with_the_systems_named(
    demo: None,  # noqa: ARG001  the demo's systems are named
    visitor: "Client",
    django_assert_num_queries: "DjangoAssertNumQueries",
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    name("ek", slug=SYSTEM.split("/")[2])
    counts = {}
    for address in (DOSSIER, f"/waarborgen/{MAP}"):
        with CaptureQueriesContext(connection) as found:
            visitor.get(address)
        counts[address] = len(found)
    name("ek", organisation__name=OTHER)
    name("bzk", organisation__name="Sociale Verzekeringsbank")
    for address, number in counts.items():
        with django_assert_num_queries(number):
            visitor.get(address)
