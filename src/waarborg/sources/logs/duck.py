"""DuckDB, embedded: the engine for a log on one machine."""

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from waarborg.sources.logs.csv_header import csv_header
from waarborg.sources.logs.csv_rows import ragged_row
from waarborg.sources.logs.guard import unpacked
from waarborg.sources.logs.session import TABLE, Dialect, quoted, text_literal
from waarborg.sources.logs.spool import Spool
from waarborg.sources.logs.sqlite import chosen_table
from waarborg.sources.text import decode
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.log import FileOptions

MEMORY_LIMIT = "256MB"
"""What DuckDB may hold; beyond it, it spills to the session's temporary folder."""

_PARTS = {"year": "year", "quarter": "quarter", "month": "month", "dow": "isodow"}


class DuckDialect:
    """The time functions of DuckDB; its calendar is that of the ICU library, compiled in."""

    def parse_instant(self, text: str, zone: str, pattern: str | None) -> str:
        """See ``Dialect``; the session's zone is the log's, so a plain cast reads wall-clock text in it."""
        if pattern and "%z" in pattern:
            return f"EPOCH_US(TRY_STRPTIME({text}, {text_literal(pattern)}))"
        if pattern:
            return self.to_instant(f"EPOCH_US(TRY_STRPTIME({text}, {text_literal(pattern)}))", zone)
        return f"EPOCH_US(TRY_CAST({text} AS TIMESTAMPTZ))"

    def instant_of(self, column: str) -> str:
        """See ``Dialect``."""
        return f"EPOCH_US({column})"

    def wall_of(self, column: str) -> str:
        """See ``Dialect``."""
        return f"EPOCH_US(CAST({column} AS TIMESTAMP))"

    def to_local(self, instant: str, zone: str) -> str:
        """See ``Dialect``."""
        if zone == "UTC":
            return instant
        return f"EPOCH_US(TIMEZONE({text_literal(zone)}, MAKE_TIMESTAMPTZ({instant})))"

    def to_instant(self, local: str, zone: str) -> str:
        """See ``Dialect``."""
        if zone == "UTC":
            return local
        return f"EPOCH_US(TIMEZONE({text_literal(zone)}, MAKE_TIMESTAMP({local})))"

    def part(self, name: str, local: str) -> str:
        """See ``Dialect``."""
        return f"{_PARTS[name].upper()}(MAKE_TIMESTAMP({local}))"

    def as_number(self, text: str) -> str:
        """See ``Dialect``."""
        return f"TRY_CAST({text} AS DOUBLE)"

    def as_text(self, value: str) -> str:
        """See ``Dialect``."""
        return f"CAST({value} AS VARCHAR)"

    def position(self) -> str:
        """See ``Dialect``."""
        return "ROW_NUMBER() OVER ()"


class DuckSession:
    """One embedded database in memory, with network and further extensions switched off."""

    dialect: Dialect = DuckDialect()

    def __init__(self, zone: str, folder: "TemporaryDirectory[str]") -> None:
        self.columns: Mapping[str, str] = {}
        self._folder = folder
        self._connection = duckdb.connect(
            config={
                "memory_limit": MEMORY_LIMIT,
                "temp_directory": folder.name,
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            }
        )
        self._connection.execute("SET enable_progress_bar = false")  # it would stand on stdout, in the JSON
        self._connection.execute(f"SET TimeZone = {text_literal(zone)}")

    def load_csv(self, path: Path, options: FileOptions) -> None:
        """Open a CSV file; one that is not UTF-8 is rewritten first, a packed one is unpacked under guard."""
        plain = Path(self._folder.name) / "log.csv"
        if path.name.endswith(".gz"):
            with plain.open("wb") as stream:
                for piece in unpacked(path, options.unpacked_limit):
                    stream.write(piece)
        try:
            self._csv(plain if plain.exists() else path, path, options)
        except UnusableInput as error:
            if error.finding.code != "log_not_utf8":
                raise
            recoded = Path(self._folder.name) / "recoded.csv"
            recoded.write_text(decode((plain if plain.exists() else path).read_bytes())[0], encoding="utf-8")
            self._csv(recoded, path, options)

    def _csv(self, path: Path, source: Path, options: FileOptions) -> None:
        delimiter, names, before = csv_header(path, options.delimiter, options.header_row)
        columns = ", ".join(f"{text_literal(name)}: 'VARCHAR'" for name in names)
        read = (
            f"read_csv({text_literal(str(path))}, header = true, skip = {before}, auto_detect = false, "
            f"quote = '\"', escape = '\"', "
            f"delim = {text_literal(delimiter)}, columns = {{{columns}}})"
        )
        try:
            self._open(f"SELECT * FROM {read}", source)
            self._guarded(f"SELECT COUNT(COLUMNS(*)) FROM {TABLE}", source)
        except UnusableInput as error:
            if error.finding.code != "log_fields_differ":
                raise
            raise ragged_row(path, source, delimiter, before) or error from None

    def load_spool(self, spool: Spool) -> None:
        """Open a spooled log."""
        columns = ", ".join(f"{text_literal(name)}: 'VARCHAR'" for name in spool.columns)
        read = (
            f"read_csv({text_literal(str(spool.path))}, header = false, auto_detect = false, delim = ',', "
            f"quote = '\"', escape = '\"', null_padding = true, columns = {{{columns}}})"
        )
        self._open(f"SELECT * FROM {read}", spool.source)

    def load_parquet(self, path: Path) -> None:
        """Open a Parquet file or a folder of them."""
        pattern = str(path / "*.parquet") if path.is_dir() else str(path)
        self._open(f"SELECT * FROM read_parquet({text_literal(pattern)})", path)

    def load_database(self, path: Path, table: str | None) -> None:
        """Open a table of a DuckDB file, read-only."""
        self._guarded(f"ATTACH {text_literal(str(path))} AS source (READ_ONLY)", path)
        query = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'source' ORDER BY 1"
        names = [name for (name,) in self.rows(query)]
        name = chosen_table(names, table, Where(file=str(path)))
        self._open(f"SELECT * FROM source.{quoted(name)}", path)

    def _open(self, query: str, source: Path) -> None:
        self._guarded(f"CREATE VIEW {TABLE} AS {query}", source)
        described = self._guarded(f"DESCRIBE {TABLE}", source)
        self.columns = {row[0]: str(row[1]) for row in described}
        if not self._guarded(f"SELECT 1 FROM {TABLE} LIMIT 1", source):
            raise UnusableInput("log_without_rows", Where(file=str(source)))

    def _guarded(self, statement: str, source: Path) -> Sequence[tuple[Any, ...]]:
        """Run a statement on a file not yet trusted; what DuckDB says of it becomes a finding."""
        try:
            return self._connection.execute(statement).fetchall()
        except duckdb.Error as error:
            raise _refused(str(error), source) from None

    def view(self, name: str, query: str) -> None:
        """Give a query a name."""
        self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")

    def table(self, name: str, query: str) -> None:
        """Run a query once and keep its rows inside the engine."""
        self._connection.execute(f"CREATE OR REPLACE TABLE {name} AS {query}")

    def rows(self, query: str) -> Sequence[tuple[Any, ...]]:
        """The rows of a query."""
        return self._connection.execute(query).fetchall()

    def close(self) -> None:
        """Close the database and remove what was unpacked."""
        self._connection.close()
        shutil.rmtree(self._folder.name, ignore_errors=True)
        self._folder.cleanup()


def _refused(message: str, source: Path) -> UnusableInput:
    """The finding that a message of DuckDB comes to.

    What names its cause goes first: the message also holds a row and paths, which may say "utf-8" themselves.
    """
    found = re.search(r"(?i)\bline:? (\d+)", message)
    where = Where(file=str(source), line=int(found.group(1)) if found else None)
    fields = re.search(r"(?i)expected number of columns: (\d+) found: (\d+)", message)
    if fields:
        expected, there = map(int, fields.groups())
        return UnusableInput("log_fields_differ", where, found=there, expected=expected)
    if re.search(r"(?i)unterminated quote", message):
        return UnusableInput("log_cut", where)
    if re.search(r"(?i)utf-?8|unicode|encoded", message):
        return UnusableInput("log_not_utf8", where)
    if re.search(r"(?i)expected number of columns|no magic bytes|too small|csv", message):
        return UnusableInput("log_cut", where)
    return UnusableInput("log_unreadable", where, reason=message.splitlines()[0][:160])
