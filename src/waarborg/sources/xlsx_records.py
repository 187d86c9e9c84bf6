"""The records of a workbook: a row a record, or, with labels in the first column, a column a record."""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from waarborg.sources.csv_records import column_names
from waarborg.sources.stream import RawRecord, RawStream
from waarborg.sources.text import SIZE_LIMIT, check_file
from waarborg.values.finding import UnusableInput, Where

UNPACKED_LIMIT = 20
"""How many times the size limit a workbook may unpack to."""

IsLabel = Callable[[str], bool]


def xlsx_stream(path: Path, is_label: IsLabel, *, size_limit: int = SIZE_LIMIT) -> RawStream:
    """Read the records of every sheet, one sheet at a time; ``is_label`` knows the labels of a field.

    A sheet whose first column holds more labels than its first row is read by columns.

    Raises:
        UnusableInput: ``xlsx_unreadable`` or ``xlsx_too_large``, or what ``check_file`` raises.
    """
    check_file(path, size_limit=size_limit)
    _check_archive(path, size_limit)
    return RawStream("xlsx", _records(path, is_label))


def _check_archive(path: Path, size_limit: int) -> None:
    """A workbook is a zip archive; one that would unpack to something enormous is refused unopened."""
    where = Where(file=str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        raise UnusableInput("xlsx_unreadable", where) from None
    if "xl/workbook.xml" not in names:
        raise UnusableInput("file_of_another_kind", where, kind="zip")
    if unpacked > size_limit * UNPACKED_LIMIT:
        raise UnusableInput("xlsx_too_large", where, size=unpacked, limit=size_limit * UNPACKED_LIMIT)


def _records(path: Path, is_label: IsLabel) -> Iterator[RawRecord]:
    row = 0
    for title, rows in _sheets(path):
        for record in _sheet_records(rows, is_label):
            row += 1
            yield RawRecord(record, row, section=title)


def _sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    try:
        with (
            path.open("rb") as stream,  # by stream: by name, openpyxl goes by the name's ending
            closing(openpyxl.load_workbook(stream, read_only=True, data_only=True)) as workbook,
        ):
            for sheet in workbook.worksheets:
                rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
                yield sheet.title, [row for row in rows if any(row)]
    except UnusableInput:
        raise
    except Exception as error:
        raise UnusableInput("xlsx_unreadable", Where(file=str(path))) from error


def _sheet_records(rows: list[list[str]], is_label: IsLabel) -> Iterator[dict[str, object]]:
    if not rows:
        return
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    down = sum(is_label(row[0]) for row in padded)
    table: Sequence[Sequence[str]] = padded
    if down > sum(map(is_label, padded[0])):
        table = list(zip(*padded, strict=True))
    columns = column_names(table[0])
    for cells in table[1:]:
        if any(cells):
            yield dict(zip(columns, cells, strict=True))


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
