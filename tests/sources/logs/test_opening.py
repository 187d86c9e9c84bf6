"""Logs of every format open as one table; damaged ones say so."""

import gzip
import sqlite3
from pathlib import Path

import duckdb
import openpyxl
import pytest

from waarborg.sources.logs import open_log
from waarborg.values.finding import Finding, UnusableInput
from waarborg.values.log import FileOptions

XES = """<?xml version="1.0"?><log><trace><string key="concept:name" value="c1"/>
<event><string key="concept:name" value="ask"/>
<date key="time:timestamp" value="2024-01-01T00:00:00+01:00"/></event>
<event><string key="concept:name" value="a, b"/></event></trace></log>"""


def table(path: Path, **options: object) -> list[tuple[object, ...]]:
    session = open_log(path, FileOptions(**options))  # type: ignore[arg-type]  the test passes one option
    try:
        return list(session.rows("SELECT * FROM log"))
    finally:
        session.close()


def columns(path: Path) -> list[str]:
    session = open_log(path, FileOptions())
    try:
        return list(session.columns)
    finally:
        session.close()


def refusal(path: Path, **options: object) -> Finding:
    with pytest.raises(UnusableInput) as caught:
        table(path, **options)
    return caught.value.finding


def code(path: Path, **options: object) -> str:
    return refusal(path, **options).code


def test_xes_gives_one_row_an_event_with_the_attributes_of_its_case(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    path.write_text(XES, encoding="utf-8")
    assert table(path) == [("c1", "ask", "2024-01-01T00:00:00+01:00"), ("c1", "a, b", None)]


def test_packed_xes_that_is_cut_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xes.gz"
    path.write_bytes(gzip.compress(XES.encode() * 50)[:-20])
    assert code(path) == "log_cut"


def test_xes_that_ends_within_an_event_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    path.write_text(XES[:200], encoding="utf-8")
    assert code(path) == "log_cut"


def test_xes_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    path.write_text('<!DOCTYPE log [<!ENTITY a "b">]>' + XES.split("?>")[1], encoding="utf-8")
    assert code(path) == "xes_doctype"


def test_a_packed_file_that_grows_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xes.gz"
    path.write_bytes(gzip.compress(b" " * 100_000))
    assert code(path, unpacked_limit=10_000) == "log_unpacks_too_large"


def test_a_sheet_below_its_header_row_is_read_and_a_missing_sheet_named(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "cases"
    for row in (["a title"], ["name", "number\n(all)"], ["x", 3]):
        book.active.append(row)
    book.save(path)
    assert table(path, sheet="cases", header_row=2) == [("x", "3")]
    assert code(path, sheet="other") == "sheet_missing"


def test_a_column_of_a_sheet_without_a_value_and_one_of_formulas_without_outcomes_are_there(
    tmp_path: Path,
) -> None:
    """A workbook written by a program holds formulas without outcomes until a spreadsheet opens it."""
    path = tmp_path / "log.xlsx"
    book = openpyxl.Workbook()
    for row in (["case", "heard", "late"], ["x", None, "=1+1"], [None, None, None], ["y", None, "=1+1"]):
        book.active.append(row)
    book.save(path)
    assert table(path) == [("x", None, None), ("y", None, None)]
    assert columns(path) == ["case", "heard", "late"]


def test_a_column_of_sqlite_without_a_value_is_there(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE decisions AS SELECT 'x' AS a, NULL AS b, 1 AS c")
    connection.close()
    assert table(path) == [("x", None, "1")]
    assert columns(path) == ["a", "b", "c"]


def test_a_file_with_several_tables_names_them_when_none_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE people AS SELECT 'x' AS a")
        connection.execute("CREATE TABLE decisions AS SELECT 'y' AS a")
    connection.close()
    found = refusal(path)
    assert (found.code, found.params) == ("table_not_chosen", {"count": 2, "tables": "decisions, people"})
    assert table(path, table="decisions") == [("y",)]


def test_a_file_without_tables_says_so(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE gone (a)")
        connection.execute("DROP TABLE gone")
    connection.close()
    assert code(path) == "tables_none"


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.xlsx"
    path.write_bytes(b"PK\x03\x04 no zip")
    assert code(path) == "log_cut"


def test_a_table_of_sqlite_and_of_duckdb_is_read(tmp_path: Path) -> None:
    lite, duck = tmp_path / "log.sqlite", tmp_path / "log.duckdb"
    with sqlite3.connect(lite) as connection:
        connection.execute("CREATE TABLE decisions AS SELECT 'x' AS a, 1 AS b")
    connection.close()
    with duckdb.connect(str(duck)) as other:
        other.execute("CREATE TABLE decisions AS SELECT 'x' AS a, 1 AS b")
    assert table(lite) == [("x", "1")]
    assert table(duck, table="decisions") == [("x", 1)]
    assert code(lite, table="none") == "table_missing"


def test_a_cut_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    duckdb.sql(f"COPY (SELECT range AS a FROM range(1000)) TO '{path}' (FORMAT parquet)")  # noqa: S608  a path of the test's own
    path.write_bytes(path.read_bytes()[:-50])
    assert code(path) == "log_cut"


def test_a_windows_1252_csv_is_read(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes("naam;plaats\nReneé;Súdwest\n".encode("cp1252"))
    assert table(path) == [("Reneé", "Súdwest")]


def test_a_csv_whose_last_row_is_cut_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text('a,b,c\n1,2,3\n1,2,3\n1,2,3\n1,2,3\n1,"2', encoding="utf-8")
    assert code(path) == "log_cut"


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("a;b;c\n1;2;3\n1;2;3;4\n1;2;3\n", 3, 4),
        ("a;b;c\n1;2;3\n1;2\n1;2;3\n", 3, 2),
        ("a;b;c\n1;2;3\n\nBron: CBS\n", 4, 1),
        ("a;b;c\n1;2;3\nBron: CBS", 3, 1),
        ('a;b;c\n1;"2\n2\n2";3\nBron: CBS\n', 5, 1),
        ("a;b;c\n1;2;3\nBron: tekst in UTF-8\n", 3, 1),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_row_with_too_many_or_too_few_fields_is_named_by_its_line(
    tmp_path: Path, text: str, line: int, found: int, encoding: str
) -> None:
    """Line and number of fields counted by hand; the value with line breaks stands on lines 2 to 4."""
    path = tmp_path / "utf8.csv"
    path.write_bytes(text.replace("1;", "é;").encode(encoding))
    refused = refusal(path)
    assert (refused.code, refused.where.line) == ("log_fields_differ", line)
    assert refused.params == {"found": found, "expected": 3}


def test_a_row_that_does_not_fit_is_named_below_a_title_and_in_a_packed_file(tmp_path: Path) -> None:
    """The title is line 1, the header line 2, the footer line 4."""
    path = tmp_path / "log.csv.gz"
    path.write_bytes(gzip.compress(b"Cases of 2024\na;b\n1;2\nBron: CBS\n"))
    refused = refusal(path, header_row=2)
    assert (refused.where.line, refused.params) == (4, {"found": 1, "expected": 2})


def test_a_csv_that_breaks_off_within_its_last_row_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("a,b,c\n1,2,3\n1,2", encoding="utf-8")
    assert code(path) == "log_cut"


def test_an_unknown_ending_names_the_known_ones(tmp_path: Path) -> None:
    path = tmp_path / "log.docx"
    path.write_text("x", encoding="utf-8")
    assert code(path) == "log_format_unknown"


def test_a_long_query_draws_no_progress_on_the_output_where_json_stands(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text("a\n1\n", encoding="utf-8")
    session = open_log(path, FileOptions())
    try:
        assert session.rows("SELECT current_setting('enable_progress_bar')") == [(False,)]
    finally:
        session.close()
