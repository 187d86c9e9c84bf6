"""What an engine must do: open one table, run plain SQL, and spell the few things SQL engines spell apart.

All SQL above this file is written once: ``SELECT``, ``CASE``, ``COUNT``, ``SUM``, ``MIN``, ``MAX``,
``MIN_BY``, ``MAX_BY``, ``GROUP BY``, comparison. Time is an integer: microseconds since 1970 in UTC
(an *instant*) or on the wall clock of a zone (a *local* time); so both engines count the same days.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from waarborg.sources.logs.spool import Spool
from waarborg.values.log import FileOptions

TABLE = "log"
"""The name under which an opened log stands in its session."""


class Dialect(Protocol):
    """The few expressions that engines spell in their own way; every method takes and gives SQL."""

    def parse_instant(self, text: str, zone: str, pattern: str | None) -> str:
        """Microseconds UTC of a text, NULL where it is no time; one without offset is read in ``zone``."""

    def instant_of(self, column: str) -> str:
        """Microseconds UTC of a time stamp that knows its zone."""

    def wall_of(self, column: str) -> str:
        """Microseconds on the wall clock of a date, or of a time stamp without a zone."""

    def to_local(self, instant: str, zone: str) -> str:
        """From an instant to the wall clock of ``zone``."""

    def to_instant(self, local: str, zone: str) -> str:
        """From the wall clock of ``zone`` to an instant."""

    def part(self, name: str, local: str) -> str:
        """``year``, ``quarter``, ``month`` or ``dow`` of a wall-clock time."""

    def as_number(self, text: str) -> str:
        """A text as a number, NULL where it is none."""

    def as_text(self, value: str) -> str:
        """Any value as a text."""

    def position(self) -> str:
        """The number of a row in the order of the file."""


class LogSession(Protocol):
    """An opened log. ``columns`` maps each column's name to its type as the engine names it."""

    columns: Mapping[str, str]
    dialect: Dialect

    def view(self, name: str, query: str) -> None:
        """Give ``query`` a name."""

    def table(self, name: str, query: str) -> None:
        """Run ``query`` once and keep its rows under a name, inside the engine."""

    def rows(self, query: str) -> Sequence[tuple[Any, ...]]:
        """The rows of ``query``."""

    def close(self) -> None:
        """Let go of files and memory."""


class LoadingSession(LogSession, Protocol):
    """A session while its log is being opened."""

    def load_csv(self, path: Path, options: FileOptions) -> None:
        """Open a CSV file with a header; every column is text."""

    def load_spool(self, spool: Spool) -> None:
        """Open what was spooled; every column is text."""

    def load_parquet(self, path: Path) -> None:
        """Open a Parquet file, or a folder of them, with its own types."""

    def load_database(self, path: Path, table: str | None) -> None:
        """Open a table of a database file that belongs to the engine."""


def quoted(name: str) -> str:
    """A name as plain SQL writes it, whatever letters it holds."""
    return '"' + name.replace('"', '""') + '"'


def text_literal(text: str) -> str:
    """A text as plain SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
