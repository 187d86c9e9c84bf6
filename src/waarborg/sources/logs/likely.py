"""How a log is likely to be opened: the sheet, the row of its header, the table; found by looking."""

import csv
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

import duckdb
import openpyxl

from waarborg.sources.logs.guard import guard_zip, require_file
from waarborg.sources.logs.opening import format_of
from waarborg.sources.logs.session import quoted
from waarborg.sources.text import decode
from waarborg.values.log import FileOptions

_LOOKED_AT = 40
_HEAD = 200_000
"""Rows and bytes that are looked at for a header."""


def likely_options(path: Path) -> FileOptions:
    """The options under which a file of several sheets or tables, or with a preamble, opens best.

    What cannot be told is left as it is: opening the file then says what is wrong with it.

    Raises:
        UnusableInput: the file is not there, or its format is unknown.
    """
    if path.is_dir():
        return FileOptions()
    require_file(path)
    kind = format_of(path)
    try:
        if kind == "xlsx":
            return _of_workbook(path)
        if kind == "csv" and not path.name.endswith(".gz"):
            return FileOptions(header_row=_header_of_csv(path))
        if kind in {"sqlite", "duckdb"}:
            return FileOptions(table=_largest_table(path, kind))
    except (OSError, ValueError, KeyError, sqlite3.Error, duckdb.Error):
        return FileOptions()
    return FileOptions()


def _of_workbook(path: Path) -> FileOptions:
    """The sheet with the most rows, and the first row that is as wide as those below it."""
    plain = FileOptions()
    guard_zip(path, plain.unpacked_limit)
    with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as book:
        sheets = {one.title: list(islice(one.iter_rows(values_only=True), 5_000)) for one in book.worksheets}
    name = max(sheets, key=lambda one: sum(any(cell is not None for cell in row) for row in sheets[one]))
    widths = [sum(cell is not None for cell in row) for row in sheets[name]]
    return FileOptions(sheet=name if len(sheets) > 1 else None, header_row=_first_wide(widths))


def _header_of_csv(path: Path) -> int:
    with path.open("rb") as stream:
        text, _ = decode(stream.read(_HEAD).rpartition(b"\n")[0])
    lines = text.splitlines()[:_LOOKED_AT]
    if lines and lines[0].lower().strip('"').startswith("sep="):
        return 1
    return _first_wide(max((_widths(lines, one) for one in (",", ";", "\t", "|")), key=sum, default=[]))


def _widths(lines: Iterable[str], delimiter: str) -> Sequence[int]:
    return [len(row) for row in csv.reader(lines, delimiter=delimiter)]


def _first_wide(widths: Sequence[int]) -> int:
    """The number, from 1, of the first row that is as wide as most rows below it."""
    near = [width for width in widths[:_LOOKED_AT] if width]
    if not near:
        return 1
    usual = sorted(near)[len(near) // 2]
    return next((place for place, width in enumerate(widths, start=1) if width >= max(usual, 2)), 1)


def _largest_table(path: Path, kind: str) -> str | None:
    """The table with the most rows, where there are several."""
    listed = "sqlite_master WHERE type IN ('table', 'view')"
    uri = f"{path.resolve().as_uri()}?mode=ro"
    if kind == "sqlite":
        with closing(sqlite3.connect(uri, uri=True)) as base:
            names = [name for (name,) in base.execute(f"SELECT name FROM {listed} ORDER BY name")]
            sizes = {
                name: base.execute(f"SELECT COUNT(*) FROM {quoted(name)}").fetchone()[0] for name in names
            }
    else:
        with duckdb.connect(str(path), read_only=True) as found:
            names = [
                name
                for (name,) in found.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
            ]
            counted = {
                name: found.execute(f"SELECT COUNT(*) FROM {quoted(name)}").fetchone() for name in names
            }
            sizes = {name: number[0] if number else 0 for name, number in counted.items()}
    return max(sizes, key=lambda name: sizes[name]) if len(sizes) > 1 else None
