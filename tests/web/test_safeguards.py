"""Waarborgen: the agreement map over many systems, and one safeguard system by system."""

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from .pages import SYSTEM, Page

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

HIGH = 13
"""Of the fourteen systems of the demo, by the code book: all but the search for earlier registrations."""


def mapped(reader: "Client", query: str = "") -> dict[str, dict[str, dict[str, int]]]:
    found = reader.get(f"/waarborgen.json{query}").json()["safeguards"]
    return {row["safeguard"]: row for row in found}


def test_the_map_counts_the_states_of_the_systems_it_is_made_of(reader: "Client") -> None:
    """DESIGN 4: a map equals the states it is made of; here over all systems, one by one."""
    from waarborg.workbench.models import StoredState

    found = mapped(reader, "?impact=+")
    assert len(found) == 20
    for name, row in found.items():
        states = list(StoredState.objects.filter(reader="public", safeguard=name))
        assert row["systems"] == len(states) == 14
        for column in ("evidence", "agreement", "questions"):
            assert row[column] == Counter(getattr(state, column) for state in states)
        stances = Counter(
            (party, stance) for state in states for party, stance in state.state["stances"].items()
        )
        assert stances == {(p, s): n for p, counts in row["stances"].items() for s, n in counts.items()}


def test_high_impact_is_shown_unless_another_or_all_was_asked(reader: "Client") -> None:
    counts = [
        mapped(reader, query)["dpia"]["systems"]
        for query in ("", "?impact=high", "?impact=not_high", "?impact=+")
    ]
    assert counts[0] == counts[1] == HIGH
    assert counts[0] + counts[2] == counts[3] == 14  # type: ignore[operator]


def test_only_the_line_of_the_chosen_body_is_counted(reader: "Client") -> None:
    council, chamber = (
        mapped(reader, f"?impact=+&body={body}")["dpia"]["systems"] for body in ("gemeenteraad", "tk")
    )
    assert 0 < council < 14  # type: ignore[operator]
    assert council + chamber <= 14  # type: ignore[operator]


def test_the_page_draws_the_positions_and_the_table_has_all_twenty(reader: "Client") -> None:
    page = Page(reader.get("/waarborgen/").content.decode())
    assert "<svg" in reader.get("/waarborgen/").content.decode()
    assert len([link for link in page.links if link.startswith("/waarborgen/")]) >= 20


def test_what_would_settle_it_is_said_with_the_systems_it_is_about(reader: "Client") -> None:
    text = Page(reader.get("/waarborgen/").content.decode()).text
    asks = mapped(reader)["dpia"]["asks"]
    assert (
        f"bij {asks['settle_applicability']} systemen: vaststellen of de waarborg van toepassing is" in text
    )
    assert mapped(reader)["human_intervention"]["asks"]["discuss"] == 1
    assert "bij 1 systeem: bespreken" in text


def test_the_page_says_what_no_position_undecided_and_a_dash_stand_for(reader: "Client") -> None:
    text = Page(reader.get("/waarborgen/").content.decode()).text
    assert "geen standpunt deze partij heeft zich hierover niet uitgesproken" in text
    assert "geen oordeel deze partij heeft gezegd dat zij nog geen oordeel heeft" in text
    assert "bij geen enkel gekozen systeem iets te tellen" in text


def test_one_safeguard_lists_its_systems_with_what_would_settle_it(reader: "Client") -> None:
    page = Page(reader.get("/waarborgen/human_intervention/").content.decode())
    assert SYSTEM in page.links
    assert "oordeel over het antwoord" in page.text


def test_no_question_is_proposed_where_the_register_has_no_field(reader: "Client") -> None:
    """DESIGN 2: ``not_in_source`` means that this format has no field: no question is proposed."""
    from waarborg.workbench.models import Assessment, System

    system = System.objects.get(slug=SYSTEM.split("/")[2])
    assessment = Assessment.objects.get(system=system, is_current=True)
    assessment.result["statements"]["fallback"] = {"value": "not_in_source", "rule": None, "quotes": []}
    Assessment.objects.filter(pk=assessment.pk).update(result=assessment.result)
    page = Page(reader.get("/waarborgen/fallback/").content.decode())
    assert page.text.count("dit register heeft hiervoor geen veld") == 1


def test_the_csv_adds_up_to_the_map(reader: "Client") -> None:
    rows = list(csv.DictReader(io.StringIO(reader.get("/waarborgen.csv").content.decode("utf-8-sig"))))
    evidence = [
        int(row["systems"]) for row in rows if (row["safeguard"], row["counts"]) == ("dpia", "evidence")
    ]
    assert sum(evidence) == HIGH


@pytest.mark.parametrize("address", ["/waarborgen/no_such_safeguard/", "/waarborgen/DROP%20TABLE/"])
def test_a_safeguard_that_does_not_exist_is_not_found(reader: "Client", address: str) -> None:
    assert reader.get(address).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_systems(
    reader: "Client", django_assert_max_num_queries: "DjangoAssertNumQueries"
) -> None:
    """Two for the map, one for parties, and two a filter at most."""
    with django_assert_max_num_queries(12):
        reader.get("/waarborgen/?impact=+")


def test_a_party_maps_what_it_may_see_and_the_public_what_is_public(reader: "Client") -> None:
    """A claim that the ministry keeps to itself is declared support on its own map, and on no other."""
    from .test_acts import as_one, told

    claim = told(safeguard="fallback", says="present") | {"visibility": "own"}
    before = mapped(reader)
    assert as_one("ocw").post(f"{SYSTEM}doen/stelling/", claim).status_code == 302
    own = mapped(as_one("ocw"))["fallback"]["evidence"]
    assert own.get("none", 0) == before["fallback"]["evidence"]["none"] - 1
    assert sum(own.values()) == sum(before["fallback"]["evidence"].values())
    assert mapped(reader) == mapped(as_one("duo")) == before


def test_a_council_sees_its_own_line_and_not_that_of_other_councils(reader: "Client") -> None:
    """Rotterdam's clerk opens on the systems of Rotterdam; every municipality is one click away."""
    from waarborg.workbench.models import System

    from .test_acts import as_one

    own = System.objects.filter(organisation__name="Gemeente Rotterdam", impact="high").count()
    every = mapped(reader, "?body=gemeenteraad")["dpia"]["systems"]
    assert 0 < own < every
    assert mapped(as_one("rotterdam"))["dpia"]["systems"] == own
    page = Page(as_one("rotterdam").get("/waarborgen/").content.decode())
    assert any("body=gemeenteraad" in link for link in page.links)
    assert mapped(as_one("ek"))["dpia"]["systems"] == mapped(reader, "?body=ek")["dpia"]["systems"]
