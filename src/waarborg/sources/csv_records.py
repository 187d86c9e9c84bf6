"""The records of a CSV file, one by one: delimiter found in the header, every row held to its header."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence

from waarborg.sources.opening import TextFile
from waarborg.sources.stream import RECORD_LIMIT, RawRecord, RawStream
from waarborg.values.finding import UnusableInput, Where

_DELIMITERS = ",;\t|"


def csv_stream(source: TextFile) -> RawStream:
    """Read the header now and the records one by one.

    Raises:
        UnusableInput: ``csv_malformed``, ``csv_cut_off``, ``csv_row_short``, ``csv_row_long``, or
            ``file_empty`` when no row holds anything.
    """
    csv.field_size_limit(RECORD_LIMIT)
    with source.open() as stream:
        delimiter = _delimiter(stream.readline(RECORD_LIMIT))
    rows = _rows(source, delimiter)
    first = next(rows, None)
    if first is None:
        raise UnusableInput("file_empty", Where(file=str(source.path)))
    columns = column_names(first[1])
    return RawStream("csv", _records(rows, columns, source), columns)


def column_names(header: Sequence[object]) -> tuple[str, ...]:
    """A name for every column: one without is numbered, a repeated one gets its number behind it."""
    names = ["" if name is None else " ".join(str(name).split()) for name in header]
    seen: Counter[str] = Counter()
    for index, name in enumerate(names):
        names[index] = name or f"column {index + 1}"
        seen[names[index]] += 1
        if seen[names[index]] > 1:
            names[index] = f"{names[index]} ({seen[names[index]]})"
    return tuple(names)


def _delimiter(first: str) -> str:
    counts = {mark: len(next(csv.reader([first], delimiter=mark), [])) for mark in _DELIMITERS}
    return max(counts, key=lambda mark: counts[mark])


def _rows(source: TextFile, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold something, each with the line it starts on."""
    with source.open() as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        line = 1
        while True:
            try:
                row = next(reader, None)
            except csv.Error as error:
                raise _fault(source, line, str(error)) from None
            if row is None:
                return
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1


def _fault(source: TextFile, line: int, reason: str) -> UnusableInput:
    where = Where(file=str(source.path), line=line)
    if "unexpected end of data" in reason:
        return UnusableInput("csv_cut_off", where)
    return UnusableInput("csv_malformed", where, reason=reason)


def _records(
    rows: Iterator[tuple[int, list[str]]], columns: tuple[str, ...], source: TextFile
) -> Iterator[RawRecord]:
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
