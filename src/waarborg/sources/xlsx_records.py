"""The records of a workbook: a row a record, or, with labels in the first column, a column a record."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from waarborg.sources.stream import RawRecord, RawStream
from waarborg.sources.table_header import LOOKED_AT, IsHeader, column_names, header_place
from waarborg.sources.text import SIZE_LIMIT, check_file
from waarborg.values.finding import UnusableInput, Where

UNPACKED_LIMIT = 20
"""How many times the size limit a workbook may unpack to."""

IsLabel = Callable[[str], bool]


Table = list[list[str]]


def xlsx_stream(
    path: Path, is_label: IsLabel, is_header: IsHeader | None = None, *, size_limit: int = SIZE_LIMIT
) -> RawStream:
    """Read the records of every sheet, one sheet at a time; ``is_label`` knows the labels of a field.

    A sheet whose first column holds more labels than its header is read by columns. With ``is_header`` the
    sheets that have such a header are read, by rows or by columns; the others are left out and named. Where
    none has one, the first is read, so that it can be said what it lacks.

    Raises:
        UnusableInput: ``xlsx_unreadable`` or ``xlsx_too_large``, or what ``check_file`` raises.
    """
    check_file(path, size_limit=size_limit)
    _check_archive(path, size_limit)
    left_out: list[str] = []
    records = _records(_sheets(path), is_label, is_header, left_out)
    return RawStream("xlsx", records, left_out=left_out)


def _check_archive(path: Path, size_limit: int) -> None:
    """A workbook is a zip archive; one that would unpack to something enormous is refused unopened."""
    where = Where(file=str(path))
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnusableInput("xlsx_unreadable", where) from None
    if "xl/workbook.xml" not in names:
        raise UnusableInput("file_of_another_kind", where, kind="zip")
    if unpacked > size_limit * UNPACKED_LIMIT:
        raise UnusableInput("xlsx_too_large", where, size=unpacked, limit=size_limit * UNPACKED_LIMIT)


def _records(
    sheets: Iterator[tuple[str, Table]], is_label: IsLabel, is_header: IsHeader | None, left_out: list[str]
) -> Iterator[RawRecord]:
    row = 0
    spare: tuple[str, Table] | None = None
    for title, rows in sheets:
        table = _table(rows, is_label, is_header)
        if table is None:
            spare = spare or (title, rows)
            left_out.append(title)
            continue
        for record in _table_records(table, is_header):
            row += 1
            yield RawRecord(record, row, section=title)
    if spare and not row:
        records = enumerate(_table_records(spare[1], None), 1)
        yield from (RawRecord(record, number, section=spare[0]) for number, record in records)


def _sheets(path: Path) -> Iterator[tuple[str, Table]]:
    try:
        with (
            path.open("rb") as stream,  # by stream: by name, openpyxl goes by the name's ending
            closing(openpyxl.load_workbook(stream, read_only=True, data_only=True)) as workbook,
        ):
            for sheet in workbook.worksheets:
                rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
                if filled := [row for row in rows if any(row)]:
                    yield sheet.title, filled
    except UnusableInput:
        raise
    except Exception as error:
        raise UnusableInput("xlsx_unreadable", Where(file=str(path))) from error


def _table(rows: Table, is_label: IsLabel, is_header: IsHeader | None) -> Table | None:
    """The table of a sheet, a row a record; None where nobody asked for it."""
    width = max(map(len, rows))
    padded = [row + [""] * (width - len(row)) for row in rows]
    turned = [list(cells) for cells in zip(*padded, strict=True)]
    if is_header:
        return next((table for table in (padded, turned) if any(map(is_header, table[:LOOKED_AT]))), None)
    across = sum(map(is_label, padded[header_place(padded)]))
    return turned if sum(is_label(row[0]) for row in padded) > across else padded


def _table_records(rows: Table, is_header: IsHeader | None) -> Iterator[dict[str, object]]:
    at = header_place(rows, is_header)
    columns = column_names(rows[at])
    for cells in rows[at + 1 :]:
        if any(cells):
            yield dict(zip(columns, cells, strict=False))


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
