"""Keeping the record safe: a copy while others work on it, and putting a proved copy back."""

import datetime as dt
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from waarborg.values.finding import UnusableInput, Where
from waarborg.workbench.opening import check_file, reading


def copy_record(source: Path, target: Path) -> None:
    """Copy a record whole, also while it is written to; the copy appears under its name when it is complete.

    Raises:
        UnusableInput: ``backup_exists``, ``output_not_writable``, or what ``check_file`` raises.
    """
    check_file(source, must_exist=True)
    where = Where(file=str(target))
    if target.exists():
        raise UnusableInput("backup_exists", where)
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with reading(source) as from_, closing(sqlite3.connect(part)) as to:
            from_.backup(to)
            to.execute("PRAGMA journal_mode=DELETE")
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise UnusableInput("output_not_writable", where, reason=str(error)) from None


def check_copy(path: Path) -> None:
    """Refuse a damaged copy.

    Raises:
        UnusableInput: ``backup_damaged``, or what ``check_file`` raises.
    """
    check_file(path, must_exist=True)
    try:
        with reading(path) as connection:
            (told,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        told = str(error)
    if told != "ok":
        raise UnusableInput("backup_damaged", Where(file=str(path)), reason=told)


def work_copy(path: Path) -> Path:
    """A copy in a temporary folder to prove and prepare; the folder is the caller's to remove."""
    folder = Path(tempfile.mkdtemp(prefix="waarborg-"))
    return Path(shutil.copy2(path, folder / "record.sqlite3"))


def put_back(proved: Path, record: Path, now: dt.datetime) -> Path | None:
    """Make the record what the proved copy holds; the state before it is kept beside it."""
    kept = record.with_name(f"{record.name}.before-{now:%Y%m%d-%H%M%S}") if record.exists() else None
    if kept:
        copy_record(record, kept)
    record.parent.mkdir(parents=True, exist_ok=True)
    with reading(proved) as from_, closing(sqlite3.connect(record, timeout=20)) as to:
        from_.backup(to)
    return kept
