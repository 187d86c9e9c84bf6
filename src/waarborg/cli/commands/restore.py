"""A copy of the record put back, proved first."""

import datetime as dt
import shutil
from pathlib import Path

import click

from waarborg.cli.door import emit_json, tell
from waarborg.values.finding import UnusableInput, Where

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("file", type=_PATH)
@click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
@click.option("--as", "person", default="operator", show_default=True, help="Who the trail says did this.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(file: Path, db: Path | None, person: str, *, as_json: bool) -> None:
    """Make the record what FILE holds. FILE is proved first: undamaged, and its audit trail whole.

    The state before it is kept beside the record. Stop the pages first: whoever is at work loses that work.

    Example: waarborg restore record-2026-11-23.sqlite3
    """
    from waarborg.workbench.copies import check_copy, put_back, work_copy
    from waarborg.workbench.opening import check_file, sqlite_path

    record, now = sqlite_path(db), dt.datetime.now(dt.UTC)
    check_file(record, must_exist=False)
    check_copy(file)
    copy = work_copy(file)
    try:
        events = _prove(copy, file, person, now)
        kept = put_back(copy, record, now)
    finally:
        shutil.rmtree(copy.parent, ignore_errors=True)
    if as_json:
        emit_json({"ok": True, "file": str(file), "events": events, "kept": str(kept) if kept else None})
    else:
        tell("restore.done", file=file, events=events, kept=kept or "-")


def _prove(copy: Path, file: Path, person: str, now: dt.datetime) -> int:
    """Bring the copy's tables up to date, prove its trail, and add the event of this restore to it."""
    from waarborg.workbench.start import prepare, start

    start(copy, must_exist=True)
    prepare()
    from django.db import connection

    from waarborg.workbench.audit import record_event, verify

    proof = verify()
    if not proof.ok:
        broken = proof.broken[0]
        raise UnusableInput(
            "backup_damaged", Where(file=str(file)), reason=f"audit {broken.number}: {broken.reason}"
        )
    record_event(
        actor=person,
        party="",
        verb="restore",
        kind="record",
        object_id=file.name[:200],
        payload={"head": proof.head},
        at=now,
    )
    connection.close()
    return proof.events + 1
