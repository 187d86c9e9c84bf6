"""Where the header of a table stands and how its cells are parted; titles and notes may stand above it."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

LOOKED_AT = 20
"""How many rows are looked at for the header: a title and a few notes stand above it, not a page."""

IsHeader = Callable[[Sequence[str]], bool]
"""Whether a row holds the columns that somebody asked for."""

_DELIMITERS = ",;\t|"


def header_place(rows: Sequence[Sequence[str]], is_header: IsHeader | None = None) -> int:
    """The place of the header among the first rows of a table, from 0.

    It is the first row that ``is_header`` knows; else the first that is filled for two thirds of what the
    fullest row is, so that a title in one cell is passed over.
    """
    first = rows[:LOOKED_AT]
    known = (place for place, row in enumerate(first) if is_header and is_header(row))
    filled = [sum(bool(cell.strip()) for cell in row) for row in first]
    full = (place for place, cells in enumerate(filled) if cells * 3 >= max(filled) * 2)
    return next(known, next(full, 0))


def delimiter_of(lines: Iterable[str]) -> str:
    """The mark by which most rows fall into as many cells, two or more; of equals the one that gives most."""
    read = list(lines)
    return max(_DELIMITERS, key=lambda mark: _evenness(read, mark))


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


def plain_header(name: str) -> str:
    """A column's name as it is compared: without case, white space made one."""
    return " ".join(name.split()).casefold()


def _evenness(lines: Sequence[str], mark: str) -> tuple[int, int]:
    """How many of the first rows have the usual number of cells, and how many that is."""
    try:
        widths = Counter(len(row) for row in islice(csv.reader(lines, delimiter=mark), LOOKED_AT) if row)
    except csv.Error:
        return 0, 0
    width, rows = max(widths.items(), key=lambda found: (found[0] > 1, found[1], found[0]), default=(0, 0))
    return (rows, width) if width > 1 else (0, 0)
