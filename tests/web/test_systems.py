"""Systemen: the list with its filters, and the same list as data."""

import csv
import io
from typing import TYPE_CHECKING

import pytest

from .pages import Page

if TYPE_CHECKING:
    from django.test import Client


def systems(reader: "Client", query: str = "") -> list[dict[str, object]]:
    found: list[dict[str, object]] = reader.get(f"/systemen.json{query}").json()["systems"]
    return found


def test_the_page_and_the_data_hold_the_same_systems(reader: "Client") -> None:
    page = Page(reader.get("/systemen/").content.decode())
    found = systems(reader)
    assert len(found) == 14  # the demo register describes fourteen systems (docs/demo.md)
    for one in found:
        assert f"/systemen/{one['id']}/" in page.links


@pytest.mark.parametrize(
    ("query", "column", "value"),
    [
        ("?impact=high", "impact", "high"),
        ("?status=out_of_use", "status", "out_of_use"),
        ("?kind=municipality", "organisation_kind", "municipality"),
        ("?role=selects", "role", "selects"),
    ],
)
def test_a_filter_keeps_what_fits_and_all_that_fits(
    reader: "Client", query: str, column: str, value: str
) -> None:
    kept = {one["id"] for one in systems(reader, query)}
    assert kept
    assert kept == {one["id"] for one in systems(reader) if one[column] == value}


def test_a_filter_on_a_body_keeps_the_systems_of_its_line(reader: "Client") -> None:
    kept = {one["id"] for one in systems(reader, "?body=gemeenteraad")}
    assert kept
    assert kept == {one["id"] for one in systems(reader) if "gemeenteraad" in one["bodies"]}  # type: ignore[operator]


def test_the_count_beside_a_filter_is_what_it_leaves(reader: "Client") -> None:
    from waarborg.workbench.queries.systems_list import facet_counts

    for facet, counts in facet_counts({"impact": "high"}).items():
        for value, count in counts:
            chosen = {"impact": "high"} | {facet: value}
            query = "&".join(f"{key}={told}" for key, told in chosen.items())
            assert len(systems(reader, f"?{query}")) == count, (facet, value)


def test_search_needs_every_word_and_ignores_case_and_accents(reader: "Client") -> None:
    both = systems(reader, "?q=UITWONENDENBEURS+onderwijs")
    assert [one["source_id"] for one in both] == ["duo-uitwonendenbeurs"]
    assert systems(reader, "?q=uitwonendenbéurs") == both
    assert systems(reader, "?q=uitwonendenbeurs+rotterdam") == []


def test_a_search_word_is_text_and_no_pattern(reader: "Client") -> None:
    assert systems(reader, "?q=%25") == []
    assert systems(reader, "?q=_______") == []
    page = reader.get('/systemen/?q="><script>').content.decode()
    assert "<script>" not in page


@pytest.mark.parametrize("choice", ["q", "impact", "register"])
def test_a_sign_that_no_text_can_hold_is_never_put_to_the_database(demo: None, choice: str) -> None:  # noqa: ARG001
    from waarborg.workbench.queries.systems_list import systems_list

    assert systems_list({choice: "a\0b"}).query.is_empty()


def test_the_order_is_by_impact_unless_another_is_asked(reader: "Client") -> None:
    gravity = ["high", "unknown", "not_high"]
    by_impact = [gravity.index(str(one["impact"])) for one in systems(reader)]
    assert by_impact == sorted(by_impact)
    names = [str(one["organisation"]) for one in systems(reader, "?sort=organisation")]
    assert names == sorted(names)
    assert systems(reader, "?sort=nonsense") == systems(reader)


def test_a_page_beyond_the_last_shows_the_last(reader: "Client") -> None:
    assert reader.get("/systemen/?page=999").status_code == 200
    assert reader.get("/systemen/?page=two").status_code == 200


def test_the_csv_has_a_row_for_every_system_and_a_mark_for_excel(reader: "Client") -> None:
    written = reader.get("/systemen.csv?impact=high").content.decode()
    assert written.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"))))
    found = systems(reader, "?impact=high")
    assert [row["id"] for row in rows] == [one["id"] for one in found]
    assert rows[0].keys() == found[0].keys()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(start: str) -> None:
    from waarborg.publication.spreadsheet import cell

    assert cell(f"{start}1+1") == f"'{start}1+1"
    assert cell("1+1") == "1+1"
    assert cell(["tk", "ek"]) == "tk; ek"


def test_demo_systems_are_marked_as_demo(reader: "Client") -> None:
    page = Page(reader.get("/systemen/").content.decode())
    badges = [found for found in page.all("span") if "nl-data-badge--demo" in found.get("class", "")]
    assert len(badges) == sum(bool(one["is_demo"]) for one in systems(reader)) == 14
