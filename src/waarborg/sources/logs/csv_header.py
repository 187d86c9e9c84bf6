"""The header of a CSV file and the delimiter it shows.

Guessed from the header alone: an engine that guesses from all rows may settle on a delimiter under which
a cut file looks whole.
"""

import csv
import re
from collections import Counter
from itertools import chain
from pathlib import Path

from waarborg.values.finding import UnusableInput, Where

_TOLD = re.compile(r"(?i)\"?sep=(.)\"?")
_DELIMITERS = (",", ";", "\t", "|")


def csv_header(path: Path, delimiter: str | None, header_row: int = 1) -> tuple[str, list[str], int]:
    """The delimiter, the names of the columns and how many lines come before them.

    A name that comes again gets a number. A first line ``sep=;``, as spreadsheets write, tells the delimiter.

    Raises:
        UnusableInput: ``log_not_utf8`` or ``header_blank``.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            before = [stream.readline() for _ in range(header_row - 1)]
            line, place = stream.readline(), header_row - 1
            told = _TOLD.fullmatch(line.strip()) if not before else None
            if told is not None:
                line, place, delimiter = stream.readline(), 1, delimiter or told.group(1)
            found = delimiter or max(
                _DELIMITERS, key=lambda one: len(next(csv.reader([line], delimiter=one), []))
            )
            names = next(csv.reader(chain([line], stream), delimiter=found), [])
    except UnicodeDecodeError:
        raise UnusableInput("log_not_utf8", Where(file=str(path))) from None
    if not any(name.strip() for name in names):
        raise UnusableInput("header_blank", Where(file=str(path)))
    return found, _numbered([name.lstrip("\ufeff").strip() for name in names]), place


def _numbered(names: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for place, name in enumerate(names, start=1):
        known = name or f"column{place}"
        numbered.append(known if not seen[known] else f"{known}_{seen[known]}")
        seen[known] += 1
    return numbered
