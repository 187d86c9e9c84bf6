"""One sheet of an Excel file, as records: the header row names the columns."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from waarborg.sources.logs.guard import guard_zip
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.log import FileOptions


def read_xlsx(path: Path, options: FileOptions) -> Iterator[Mapping[str, str]]:
    """The rows below the header, wholly empty rows left out.

    Every row names every column: one without a single value is there, and missing throughout, and so is one
    of formulas whose outcomes were never stored. White space in a header counts as one space. A number
    without decimals reads as a whole number, a date in ISO form. A column without a header has no name to
    map and is left aside.

    Raises:
        UnusableInput: ``log_cut``, ``log_unpacks_too_large``, ``sheet_missing`` or ``header_missing``.
    """
    guard_zip(path, options.unpacked_limit)
    with closing(_book(path)) as book:
        yield from _records(_sheet(book, path, options.sheet), path, options)


def _records(sheet: Any, path: Path, options: FileOptions) -> Iterator[Mapping[str, str]]:
    rows = sheet.iter_rows(min_row=options.header_row, values_only=True)
    names = [" ".join(str(cell).split()) if cell is not None else "" for cell in next(rows, ())]
    if not any(names):
        where = Where(file=str(path), row=options.header_row)
        raise UnusableInput("header_missing", where, sheet=sheet.title)
    empty = dict.fromkeys((name for name in names if name), "")
    for row in rows:
        record = {
            name: _text(cell) for name, cell in zip(names, row, strict=False) if name and cell is not None
        }
        if record:
            yield empty | record


def _book(path: Path) -> Any:
    try:
        return openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, OSError):
        raise UnusableInput("log_cut", Where(file=str(path))) from None


def _sheet(book: Any, path: Path, name: str | None) -> Any:
    if name is not None and name not in book.sheetnames:
        where = Where(file=str(path))
        raise UnusableInput("sheet_missing", where, sheet=name, sheets=", ".join(book.sheetnames))
    sheet = book.worksheets[0] if name is None else book[name]
    sheet.reset_dimensions()
    return sheet


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (datetime, date)):
        return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell)
