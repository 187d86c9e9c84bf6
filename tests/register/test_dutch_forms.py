import json
from pathlib import Path

import openpyxl
import pytest

from waarborg.register import read
from waarborg.values.entry import SystemStatus
from waarborg.values.finding import UnusableInput

EXAMPLES = Path(__file__).parents[2] / "examples" / "register"


def workbook(path: Path, **sheets: list[list[str]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        sheet = made.create_sheet(title.replace("v", "").replace("_", "."))
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def test_the_official_excel_has_a_column_an_algorithm_and_a_sheet_a_version(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "x",
        v1_0=[
            ["Naam", "Parkeerscan", "Toezicht"],
            ["Organisatienaam", "Gemeente Noorderhaaks", "Gemeente Zuiderhaaks"],
            ["Status", "In gebruik", "Buiten gebruik"],
            ["Doel en impact", "Leest kentekens.", ""],
            ["Algoritme-ID", "1", "2"],
        ],
        v0_4=[
            ["Naam", "Loting"],
            ["Organisatienaam", "Gemeente Noorderhaaks"],
            ["Status", "In ontwikkeling"],
            ["Algoritme-ID", "3"],
        ],
    )
    reading = read(path)
    assert reading.format == "nl-excel"
    assert [(entry.source_id, entry.name, entry.standard_version) for entry in reading.entries] == [
        ("1", "Parkeerscan", "1.0"),
        ("2", "Toezicht", "1.0"),
        ("3", "Loting", "0.4"),
    ]
    assert reading.entries[0].texts["goal"] == "Leest kentekens."
    assert reading.entries[1].status is SystemStatus.OUT_OF_USE
    assert "publication_category" in reading.entries[2].absent_fields


def test_a_workbook_of_ones_own_is_read_by_rows_through_a_mapping(tmp_path: Path) -> None:
    rows = [line.split(";") for line in (EXAMPLES / "raad.csv").read_text(encoding="utf-8").splitlines()]
    by_rows = read(workbook(tmp_path / "x", v1=rows), mapping=EXAMPLES / "raad.yaml")
    as_table = read(EXAMPLES / "raad.csv", mapping=EXAMPLES / "raad.yaml")
    assert by_rows.entries == as_table.entries


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x", v1=[["Naam"], ["a"]])
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(UnusableInput) as caught:
        read(path)
    assert caught.value.finding.code == "xlsx_unreadable"


def test_the_json_of_one_algorithm_keeps_paragraphs_apart_and_joins_lists(tmp_path: Path) -> None:
    path = tmp_path / "one"
    record = {
        "lars": "12345678",
        "name": "Parkeerscan",
        "organization": "Gemeente Noorderhaaks",
        "status": "In gebruik",
        "goal": "<p>Leest kentekens.</p><ul><li>overdag</li><li>&lt; 5 km</li></ul>",
        "category": ["Verkeer", "Recht"],
        "impacttoetsen_grouping": [
            {"title": "DPIA", "link": "https://voorbeeld.invalid/dpia"},
            {"title": "IAMA", "link": None},
        ],
        "standard_version": "1.0",
    }
    path.write_text(json.dumps(record), encoding="utf-8")
    reading = read(path)
    (entry,) = reading.entries
    assert (reading.format, entry.source_id) == ("nl-json", "12345678")
    assert entry.texts["goal"] == "Leest kentekens.\noverdag\n< 5 km"
    assert entry.texts["category"] == "Verkeer, Recht"
    assert entry.texts["impacttoetsen_grouping"] == "1: DPIA, https://voorbeeld.invalid/dpia. 2: IAMA"
    assert entry.raw["goal"] == record["goal"]


def test_a_page_of_the_live_register_is_read_like_one_algorithm(tmp_path: Path) -> None:
    path = tmp_path / "page"
    record = {
        "lars": "1",
        "name": "a",
        "organization": "b",
        "status": "In gebruik",
        "standard_version": "1.0",
    }
    path.write_text(
        json.dumps({"results": [record, record | {"lars": "2"}], "total_count": 2}), encoding="utf-8"
    )
    reading = read(path)
    assert [entry.source_id for entry in reading.entries] == ["1", "2"]
    assert reading.findings == ()
