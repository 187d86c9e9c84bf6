"""Opening the record for a command: only a record of ours is touched, and only by who means to make one."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from waarborg.values.finding import UnusableInput, Where
from waarborg.workbench.environment import database_path

_MAGIC = b"SQLite format 3\x00"


def check_file(path: Path, *, must_exist: bool) -> None:
    """Refuse a file that is not a record of ours.

    Raises:
        UnusableInput: ``file_is_a_folder``, ``record_not_there``, ``database_not_sqlite``,
            ``database_of_another_program`` or ``database_not_writable``.
    """
    where = Where(file=str(path))
    if path.is_dir():
        raise UnusableInput("file_is_a_folder", where)
    if not path.exists() or not path.stat().st_size:
        if must_exist:
            raise UnusableInput("record_not_there", where)
        return
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
    except OSError as error:
        raise UnusableInput("database_not_writable", where, reason=error.strerror or "") from None
    if magic != _MAGIC:
        raise UnusableInput("database_not_sqlite", where)
    tables = _tables(path)
    if tables and "workbench_auditevent" not in tables:
        raise UnusableInput("database_of_another_program", where)
    if must_exist and not tables:
        raise UnusableInput("record_not_there", where)


def sqlite_path(db: Path | None) -> Path:
    """The SQLite file that ``db`` or the environment names.

    Raises:
        UnusableInput: ``only_for_sqlite``.
    """
    if db is None and os.environ.get("DATABASE_URL"):
        raise UnusableInput("only_for_sqlite")
    return db or database_path()


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


def _tables(path: Path) -> set[str]:
    try:
        with reading(path) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.DatabaseError as error:
        raise UnusableInput("database_not_writable", Where(file=str(path)), reason=str(error)) from None
    return {name for (name,) in found}
