"""A log that is no table yet, written row by row to a CSV file that every engine reads the same way.

Memory stays flat however large a case is. A line break inside a value becomes a space.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import define, field

from waarborg.values.finding import UnusableInput, Where

COLUMN_LIMIT = 2_000
"""More columns than this is no log that a mapping could speak about."""


@define
class Spool:
    """The CSV file and the columns it turned out to have; a row may end early, the rest is missing."""

    path: Path
    source: Path
    columns: dict[str, int] = field(factory=dict)
    rows: int = 0

    def write(self, records: Iterable[Mapping[str, str]]) -> "Spool":
        """Write all records, each a mapping from column to value; a missing value is left out.

        Raises:
            UnusableInput: ``log_too_many_columns`` or ``log_without_rows``.
        """
        with self.path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            for record in records:
                writer.writerow(self._row(record))
                self.rows += 1
        if not self.rows:
            raise UnusableInput("log_without_rows", Where(file=str(self.source)))
        return self

    def _row(self, record: Mapping[str, str]) -> list[str]:
        cells = [""] * len(self.columns)
        for name, value in record.items():
            index = self.columns.get(name)
            if index is None:
                index = self._new_column(name)
                cells.append("")
            cells[index] = " ".join(value.splitlines()) if "\n" in value or "\r" in value else value
        return cells

    def _new_column(self, name: str) -> int:
        if len(self.columns) >= COLUMN_LIMIT:
            raise UnusableInput("log_too_many_columns", Where(file=str(self.source)), limit=COLUMN_LIMIT)
        self.columns[name] = len(self.columns)
        return self.columns[name]
