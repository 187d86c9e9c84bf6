"""A copy of the record, also while others work on it."""

from pathlib import Path

import click

from waarborg.cli.door import emit_json, tell

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("file", type=_PATH)
@click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(file: Path, db: Path | None, *, as_json: bool) -> None:
    """Copy the record to FILE, which must not exist; the copy is checked. Pages may go on being served.

    Example: waarborg backup record-2026-11-23.sqlite3
    """
    from waarborg.workbench.copies import check_copy, copy_record
    from waarborg.workbench.opening import sqlite_path
    from waarborg.workbench.start import start

    copy_record(sqlite_path(db), file)
    check_copy(file)
    start(file, must_exist=True)
    from waarborg.workbench.audit import verify

    proof = verify()
    if as_json:
        emit_json({"ok": proof.ok, "file": str(file), "events": proof.events, "head": proof.head})
    else:
        tell("backup.made", file=file, events=proof.events, head=proof.head)
