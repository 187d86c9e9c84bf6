"""Where a CSV file has a row with another number of fields than its header."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from waarborg.values.finding import UnusableInput, Where


def ragged_row(path: Path, source: Path, delimiter: str, before: int) -> UnusableInput | None:
    """What is wrong with the first row that does not fit the header, by the line it starts on.

    The engine counts rows where a reader counts lines, so a line break inside a value would put it off; the
    file is gone through once more, and only when it was refused. ``before``: the lines before the header.
    None when every row fits: then it was something else.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        rows = _rows(stream, delimiter, before)
        try:
            _, header = next(rows, (0, []))
            line, row = next(((line, row) for line, row in rows if row and len(row) != len(header)), (0, []))
            last = next(rows, None) is None
        except csv.Error:
            return None
    if not row:
        return None
    where = Where(file=str(source), line=line)
    if last and 1 < len(row) < len(header) and not _ends_on_a_line(path):
        return UnusableInput("log_cut", where)
    return UnusableInput("log_fields_differ", where, found=len(row), expected=len(header))


def _rows(stream: Iterator[str], delimiter: str, before: int) -> Iterator[tuple[int, list[str]]]:
    """Each row and the line it starts on."""
    reader, line = csv.reader(islice(stream, before, None), delimiter=delimiter), before + 1
    for row in reader:
        yield line, row
        line = before + reader.line_num + 1


def _ends_on_a_line(path: Path) -> bool:
    """Whether the last line is whole; a file that breaks off within a row has no line end there."""
    with path.open("rb") as stream:
        stream.seek(-1, 2)
        return stream.read(1) in b"\r\n"
