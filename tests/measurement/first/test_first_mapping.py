"""A first mapping finds kind, roles, patterns and groups by names and values; it can be measured as it is."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from waarborg.jobs.measure import measure
from waarborg.jobs.measure_init import first_mapping
from waarborg.measurement.contract import as_data
from waarborg.measurement.first.words import fit

Guessed = Callable[..., tuple[dict[str, Any], dict[str, Any]]]


@pytest.fixture
def guessed(tmp_path: Path) -> Guessed:
    """The first mapping of a log as data, and what it measures."""

    def run(log: Path | bytes) -> tuple[dict[str, Any], dict[str, Any]]:
        if isinstance(log, bytes):
            (tmp_path / "log.csv").write_bytes(log)
            log = tmp_path / "log.csv"
        text = first_mapping(log)
        (tmp_path / "first.yaml").write_text(text, encoding="utf-8")
        return yaml.safe_load(text), as_data(measure(log, tmp_path / "first.yaml"))

    return run


DUTCH = (
    "Zaaknummer;Datum ontvangst;Datum besluit;Advies algoritme;Besluit;Besluit door;"
    "Risicoscore;Behandelaar;Gehoord;Geslacht\n"
    + "B1;31-12-2020;01-03-2021;Afwijzen;Afwijzen;Medewerker;0,75;Jansen;J;V\n" * 30
    + "B2;01-01-2021;01-02-2021;Toewijzen;Toewijzen;Systeem;0,25;Pietersen;N;M\n" * 20
)


def test_a_dutch_export_is_mapped_by_names_and_values(guessed: Guessed) -> None:
    """30 refused after 60 days, 20 granted after 31; thirty by an official; all as advised."""
    mapping, found = guessed(DUTCH.encode("cp1252"))
    assert mapping["columns"]["received"] == {"source": "Datum ontvangst", "format": "%d-%m-%Y"}
    assert mapping["columns"]["score"] == {"source": "Risicoscore", "format": ","}
    assert mapping["groups"] == ["geslacht"]
    shown = {one["id"]: one for one in found["indicators"] if one["group"] is None}
    counts = {id_: (one["numerator"], one["denominator"]) for id_, one in shown.items()}
    assert counts["adverse_rate"] == counts["human_step_share"] == (30, 50)
    assert counts["heard_before_adverse"] == (30, 30)
    assert counts["override_rate"] == (0, 30)
    assert shown["days_to_decision"]["value"] == 60


def test_no_value_of_the_log_stands_in_it_but_words_of_a_decision(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(DUTCH, encoding="utf-8")
    text = first_mapping(tmp_path / "log.csv")
    assert not any(word in text for word in ("Jansen", "Pietersen", "B1", "0,75", "31-12-2020"))
    assert '"Afwijzen"' in text


def test_rows_that_share_a_case_make_an_event_log(guessed: Guessed) -> None:
    log = "Case ID,Activity,Complete Timestamp,Resource,Sex\n" + "".join(
        f"{n},{what},2021/01/0{day} 10:00,u{n % 3},{'f' if n % 2 else 'm'}\n"
        for n in range(30)
        for day, what in ((1, "ask"), (2, "decide"))
    )
    mapping, found = guessed(log.encode())
    assert (mapping["kind"], mapping["groups"]) == ("events", ["sex"])
    assert mapping["columns"]["time"] == "Complete Timestamp"
    assert found["rows"] == 60


def test_a_table_of_counts_is_seen_with_its_rounding_and_its_marks(guessed: Guessed) -> None:
    log = "Stap;Vrouw;Man;Totaal\nAanvragen;1.205;1.310;2.515\nAfgewezen;25;<5;x\n"
    mapping, found = guessed(log.encode())
    assert (mapping["kind"], mapping["table"]["rounding"], mapping["table"]["marks"]) == (
        "counts",
        5,
        ["<5", "x"],
    )
    assert list(mapping["groups"][0]["columns"]) == ["Vrouw", "Man"]
    (women,) = (
        one for one in found["indicators"] if (one["id"], one["group"]) == ("funnel.step_2", "group=Vrouw")
    )
    assert (women["numerator"], women["denominator"]) == (25, 1205)


def test_the_sheet_with_the_rows_and_the_row_with_the_names_are_found(
    guessed: Guessed, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Read me"])
    sheet = book.create_sheet("Decisions")
    sheet.append(["Decisions of 2021"])
    sheet.append([])
    sheet.append(["case id", "outcome", "region"])
    for number in range(40):
        sheet.append([number, "granted" if number % 2 else "denied", "north"])
    book.save(tmp_path / "log.xlsx")
    mapping, found = guessed(tmp_path / "log.xlsx")
    assert mapping["file"] == {"sheet": "Decisions", "header_row": 3}
    assert found["rows"] == 40


def test_the_largest_table_of_a_database_is_taken_and_named(guessed: Guessed, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "log.db")) as base:
        base.execute("CREATE TABLE codes (a TEXT)")
        base.execute("CREATE TABLE decisions (zaak_id TEXT, afgewezen INT)")
        base.executemany("INSERT INTO decisions VALUES (?, ?)", [(f"z{n}", n % 2) for n in range(50)])
        base.commit()
    mapping, found = guessed(tmp_path / "log.db")
    assert mapping["file"] == {"table": "decisions"}
    (rate,) = (one for one in found["indicators"] if one["id"] == "adverse_rate" and one["group"] is None)
    assert (rate["numerator"], rate["denominator"]) == (25, 50)


@pytest.mark.parametrize(
    ("name", "line", "fits"),
    [
        ("aanvraagdatum", "aanvraagdatum", True),
        ("DatumAanvraag", "datum aanvraag", True),
        ("case:concept:name", "case concept name", True),
        ("idle", "id", False),
        ("reden_afwijzing", "redenen", False),
    ],
)
def test_a_name_fits_when_each_word_begins_one_of_its_own(name: str, line: str, fits: bool) -> None:  # noqa: FBT001  a case of a table
    assert bool(fit(name, [line])) is fits
