"""Registers never seen before, as people keep them: they come in through a mapping file alone."""

import datetime as dt
import json
from pathlib import Path

import openpyxl
import pytest

from waarborg.register import Reading, read
from waarborg.register.first_mapping import first_mapping
from waarborg.register.reading import sample_file
from waarborg.values.entry import SystemStatus
from waarborg.values.finding import UnusableInput

PLAIN = "register: own\ncolumns: {Ref: id, System: name, Owner: organization, Purpose: goal}\n"
ROWS = "Ref;System;Owner;Purpose\n1;Parking;City of Springfield;Reads plates, at night\n"


def come_in(folder: Path, content: bytes | str, mapping: str) -> Reading:
    """Read a file of this content through this mapping."""
    content = content.encode() if isinstance(content, str) else content
    (folder / "file").write_bytes(content)
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    return read(folder / "file", mapping=folder / "mapping.yaml")


def test_a_french_table_in_windows_1252_with_its_own_words_and_lists(tmp_path: Path) -> None:
    table = (
        "Identifiant;Système;Administration;Statut;Thèmes;Intervention humaine\n"
        "A-1;Détection de fraude;Ville de Liège;En service;Social|Emploi;Un agent décide\n"
        ";Scoring;Région wallonne;Abandonné;Logement;néant\n"
    )
    mapping = (
        "register: wallonie\nlanguage: fr\nlist_separator: '|'\nempty: [néant]\ncolumns:\n"
        "  {Identifiant: id, Système: name, Administration: organization, Statut: status,"
        " Thèmes: category, Intervention humaine: human_intervention}\n"
        "values: {status: {En service: in_use, Abandonné: out_of_use},"
        " category: {Social: Protection sociale}}\n"
    )
    reading = come_in(tmp_path, table.encode("cp1252"), mapping)
    first, second = reading.entries
    assert (first.source_id, first.name, first.status) == ("A-1", "Détection de fraude", SystemStatus.IN_USE)
    assert first.texts["category"] == "Protection sociale, Emploi"
    assert first.raw["Thèmes"] == "Social|Emploi"
    assert second.source_id.startswith("derived-")
    assert second.status is SystemStatus.OUT_OF_USE
    assert "human_intervention" not in second.texts
    assert [(one.code, one.where.row) for one in reading.findings] == [("id_missing", 2)]


@pytest.mark.parametrize(
    "above",
    [
        "Register of algorithms of Springfield;;;\nAs of 1 May 2026;;;\n;;;\n",
        "Register of algorithms\n\n",
        "sep=;\n",
        '"Register, as of 1 May, 2026";;;\n',
    ],
)
def test_a_title_above_the_header_is_passed_over(tmp_path: Path, above: str) -> None:
    (entry,) = come_in(tmp_path, above + ROWS, PLAIN).entries
    assert (entry.source_id, entry.texts["goal"], entry.row) == ("1", "Reads plates, at night", 1)


def test_the_line_of_a_fault_counts_what_stands_above_the_header(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        come_in(tmp_path, f"sep=;\nA title\n{ROWS}2;Loans\n", PLAIN)
    where = caught.value.finding.where
    assert (caught.value.finding.code, where.line, where.row) == ("csv_row_short", 5, 2)


def test_a_header_is_known_whatever_its_case_and_white_space(tmp_path: Path) -> None:
    (entry,) = come_in(tmp_path, ROWS.replace("System;Owner", " SYSTEM ;owner"), PLAIN).entries
    assert (entry.name, entry.organisation) == ("Parking", "City of Springfield")


def test_a_workbook_with_a_title_and_a_legend_is_read_and_the_legend_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Register"], [None, "May 2026"], ["Naam", "Owner", "Since"]):
        sheet.append(row)
    sheet.append(["Parking", "City", dt.date(2024, 3, 1)])
    book.create_sheet("Legend").append(["Word", "Meaning"])
    book.create_sheet("Empty")
    book.save(tmp_path / "book")
    mapping = "register: own\ncolumns: {Naam: name, Owner: organization, Since: begin_date}\n"
    reading = come_in(tmp_path, (tmp_path / "book").read_bytes(), mapping)
    (entry,) = reading.entries
    assert (entry.name, entry.dates["begin_date"]) == ("Parking", "2024-03-01")
    left_out = [one.params["sheet"] for one in reading.findings if one.code == "sheet_left_out"]
    assert left_out == ["Legend"]


def test_a_workbook_with_a_system_a_column_is_turned(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Ref", 1, 2],
        ["System", "Parking", "Loans"],
        ["Owner", "City", "City"],
        ["Purpose", "a", "b"],
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "book")
    reading = come_in(tmp_path, (tmp_path / "book").read_bytes(), PLAIN)
    assert [(entry.source_id, entry.name) for entry in reading.entries] == [("1", "Parking"), ("2", "Loans")]


def test_a_workbook_without_the_columns_is_told_what_it_lacks(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Word", "Meaning"])
    book.worksheets[0].append(["a", "b"])
    book.save(tmp_path / "book")
    with pytest.raises(UnusableInput) as caught:
        come_in(tmp_path, (tmp_path / "book").read_bytes(), PLAIN)
    assert caught.value.finding.params["columns"] == "Owner, Purpose, Ref, System"


DEEP = {
    "meta": {"version": 1},
    "register": {
        "systems": [
            {"ref": "x1", "general": {"title": "Parking", "owner": {"name": "City"}}, "live": True},
            {"ref": "x2", "general": {"title": "Loans", "owner": {"name": "City"}}, "live": False,
             "guards": [{"what": "A clerk decides"}, {"what": "Log kept"}]},
        ]
    },
}  # fmt: skip
DEEP_MAPPING = (
    "register: own\nlanguage: en\nrecords: register.systems\ncolumns: {ref: id, general.title: name,"
    " general.owner.name: organization, live: status, guards.what: human_intervention}\n"
    "values: {status: {yes: in_use, ja: in_use, nee: out_of_use}}\n"
)


def test_values_and_records_deep_in_json_are_reached_by_their_paths(tmp_path: Path) -> None:
    one, two = come_in(tmp_path, json.dumps(DEEP), DEEP_MAPPING).entries
    assert (one.source_id, one.name, one.organisation) == ("x1", "Parking", "City")
    assert (one.status, two.status) == (SystemStatus.IN_USE, SystemStatus.OUT_OF_USE)
    assert two.texts["human_intervention"] == "A clerk decides, Log kept"


def test_records_under_a_name_each_have_that_name_as_key(tmp_path: Path) -> None:
    document = {"systems": {"x1": {"title": "Parking", "owner": "City"}}}
    mapping = "register: own\nrecords: systems\ncolumns: {key: id, title: name, owner: organization}\n"
    (entry,) = come_in(tmp_path, json.dumps(document), mapping).entries
    assert (entry.source_id, entry.name) == ("x1", "Parking")


def test_a_path_at_which_nothing_stands_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        come_in(tmp_path, json.dumps(DEEP), DEEP_MAPPING.replace("register.systems", "register.items"))
    assert caught.value.finding.code == "records_not_found"
    assert caught.value.finding.params["path"] == "register.items"


def test_a_register_of_one_organisation_names_it_once(tmp_path: Path) -> None:
    mapping = "register: own\nconstants: {organization: Gemeente Zuid}\ncolumns: {Naam: name, Doel: goal}\n"
    (entry,) = come_in(tmp_path, "Naam,Doel\nLoting,Loot\n", mapping).entries
    assert (entry.organisation, entry.name) == ("Gemeente Zuid", "Loting")


def test_a_word_of_the_register_is_never_read_as_yaml_reads_it(tmp_path: Path) -> None:
    mapping = (
        "register: own\ncolumns: {Nr: id, Naam: name, Wie: organization, Aan: status, DPIA: dpia}\n"
        "values: {status: {Yes: in_use, No: out_of_use}, dpia: {TRUE: uitgevoerd, 0: niet uitgevoerd}}\n"
    )
    rows = "Nr,Naam,Wie,Aan,DPIA\n1,a,b,yes,true\n2,c,d,NO,0\n"
    one, two = come_in(tmp_path, rows, mapping).entries
    assert (one.status, one.texts["dpia"]) == (SystemStatus.IN_USE, "uitgevoerd")
    assert (two.status, two.texts["dpia"]) == (SystemStatus.OUT_OF_USE, "niet uitgevoerd")


def test_a_first_mapping_finds_title_rows_language_and_paths(tmp_path: Path) -> None:
    (tmp_path / "deep").write_text(json.dumps(DEEP), encoding="utf-8")
    deep = first_mapping(sample_file(tmp_path / "deep"), "deep")
    assert 'records: "register.systems"' in deep
    assert '  "general.title": name' in deep
    assert '  "general.owner.name": organization' in deep
    table = "Registre;;\nNom;Administration;Finalité\nTri;Ville de Liège;Tri du courrier par la poste\n"
    (tmp_path / "table").write_bytes(table.encode("cp1252"))
    french = first_mapping(sample_file(tmp_path / "table"), "table")
    assert "language: fr" in french
    assert '  "Finalité": goal' in french


def test_a_document_that_is_very_deep_is_refused_and_a_deep_one_is_not(tmp_path: Path) -> None:
    for depth in (30, 900):
        text = '{"a":' * depth + '[{"b": 1}]' + "}" * depth
        (tmp_path / str(depth)).write_text(text, encoding="utf-8")
    assert first_mapping(sample_file(tmp_path / "30"), "deep")
    with pytest.raises(UnusableInput) as caught:
        sample_file(tmp_path / "900")
    assert caught.value.finding.code == "json_too_deep"
