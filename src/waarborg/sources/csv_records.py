"""The records of a CSV file, one by one: header and delimiter found, every row held to its header."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import chain, islice
from typing import TextIO

from waarborg.sources.opening import TextFile
from waarborg.sources.stream import RECORD_LIMIT, RawRecord, RawStream
from waarborg.sources.table_header import LOOKED_AT, IsHeader, column_names, delimiter_of, header_place
from waarborg.values.finding import UnusableInput, Where

_SAID = re.compile(r"\"?sep=(.)\"?\r?\n?", re.IGNORECASE)
_LOOKED_AT = 1 << 16

Row = tuple[int, list[str]]


def csv_stream(source: TextFile, is_header: IsHeader | None = None) -> RawStream:
    """Read the header now and the records one by one; ``is_header`` knows the header where it is not first.

    Raises:
        UnusableInput: ``csv_malformed``, ``csv_cut_off``, ``csv_row_short``, ``csv_row_long``, or
            ``file_empty`` when no row holds anything.
    """
    csv.field_size_limit(RECORD_LIMIT)
    rows = _rows(source)
    first = list(islice(rows, LOOKED_AT))
    if not first:
        raise UnusableInput("file_empty", Where(file=str(source.path)))
    at = header_place([cells for _, cells in first], is_header)
    line, header = first[at]
    columns = column_names(header)
    records = _records(chain(first[at + 1 :], rows), columns, source)
    return RawStream("csv", records, columns, header_line=line)


def _delimiter(stream: TextIO) -> tuple[str, int]:
    """The delimiter, and how many lines only say it (``sep=;``, which Excel writes and reads)."""
    said = _SAID.fullmatch(stream.readline(_LOOKED_AT))
    stream.seek(0)
    if said:
        return said[1], 1
    return delimiter_of(StringIO(stream.read(_LOOKED_AT), newline="")), 0


def _rows(source: TextFile) -> Iterator[Row]:
    """Rows that hold something, each with the line it starts on."""
    with source.open() as stream:
        delimiter, above = _delimiter(stream)
        stream.seek(0)
        lines = islice(stream, above, None)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        line = above + 1
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                raise _fault(source, line, str(error)) from None
            if row is None:
                return
            if any(cell.strip() for cell in row):
                yield line, row
            line = above + reader.line_num + 1


def _fault(source: TextFile, line: int, reason: str) -> UnusableInput:
    where = Where(file=str(source.path), line=line)
    if "unexpected end of data" in reason:
        return UnusableInput("csv_cut_off", where)
    return UnusableInput("csv_malformed", where, reason=reason)


def _records(rows: Iterator[Row], columns: Sequence[str], source: TextFile) -> Iterator[RawRecord]:
    for number, (line, cells) in enumerate(rows, 1):
        where = Where(file=str(source.path), line=line, row=number)
        if len(cells) < len(columns):
            missing = columns[len(cells)]
            raise UnusableInput(
                "csv_row_short", where, column=missing, found=len(cells), expected=len(columns)
            )
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise UnusableInput("csv_row_long", where, found=len(cells), expected=len(columns))
        yield RawRecord(dict(zip(columns, cells, strict=False)), number, line)
