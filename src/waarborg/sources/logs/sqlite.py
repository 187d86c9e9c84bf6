"""A table of an SQLite database, as records."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from waarborg.sources.logs.session import quoted
from waarborg.values.finding import UnusableInput, Where


def read_sqlite(path: Path, table: str | None) -> Iterator[Mapping[str, str]]:
    """The rows of ``table``, or of the only table there is; the file is opened read-only.

    Raises:
        UnusableInput: what ``chosen_table`` raises, or ``log_cut`` when the file is no whole database.
    """
    where = Where(file=str(path))
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            name = chosen_table(_tables(connection), table, where)
            cursor = connection.execute(f"SELECT * FROM {quoted(name)}")
            columns = [column[0] for column in cursor.description]
            for row in cursor:
                pairs = zip(columns, row, strict=True)
                yield {column: "" if value is None else str(value) for column, value in pairs}
    except sqlite3.DatabaseError:
        raise UnusableInput("log_cut", where) from None


def _tables(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
    return [name for (name,) in connection.execute(query)]


def chosen_table(tables: list[str], asked: str | None, where: Where) -> str:
    """The table asked for, or the only one there is.

    Raises:
        UnusableInput: ``table_missing`` or ``table_not_chosen``, which name the tables there are, or
            ``tables_none``.
    """
    if not tables:
        raise UnusableInput("tables_none", where)
    if asked is None and len(tables) > 1:
        raise UnusableInput("table_not_chosen", where, count=len(tables), tables=", ".join(tables))
    name = asked or tables[0]
    if name not in tables:
        raise UnusableInput("table_missing", where, table=name, tables=", ".join(tables))
    return name
