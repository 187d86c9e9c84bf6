"""The header of a CSV file and the delimiter it shows.

Guessed from the header alone: an engine that guesses from all rows may settle on a delimiter under which
a cut file looks whole.
"""

import csv
from collections import Counter
from pathlib import Path

from waarborg.values.finding import UnusableInput, Where

_DELIMITERS = (",", ";", "\t", "|")


def csv_header(path: Path, delimiter: str | None) -> tuple[str, list[str]]:
    """The delimiter and the names of the columns; a name that comes again gets a number.

    Raises:
        UnusableInput: ``log_not_utf8`` or ``header_blank``.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            line = stream.readline()
            found = delimiter or max(
                _DELIMITERS, key=lambda one: len(next(csv.reader([line], delimiter=one), []))
            )
            stream.seek(0)
            names = next(csv.reader(stream, delimiter=found), [])
    except UnicodeDecodeError:
        raise UnusableInput("log_not_utf8", Where(file=str(path))) from None
    if not any(name.strip() for name in names):
        raise UnusableInput("header_blank", Where(file=str(path)))
    return found, _numbered([name.lstrip("\ufeff").strip() for name in names])


def _numbered(names: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for place, name in enumerate(names, start=1):
        known = name or f"column{place}"
        numbered.append(known if not seen[known] else f"{known}_{seen[known]}")
        seen[known] += 1
    return numbered
