"""The audit trail: proved, and given out."""

import csv
import sys
from pathlib import Path

import attrs
import click

from waarborg.cli.door import ERRORS_FOUND, emit_json, tell

_PATH = click.Path(path_type=Path)
_DB = click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


@click.group()
def command() -> None:
    """Prove the audit trail, or give it out.

    Example: waarborg audit verify
    """


@command.command()
@_DB
@_JSON
@click.option("--head", default="", help="A last digest you noted earlier: it must still stand in the trail.")
@click.pass_context
def verify(context: click.Context, db: Path | None, head: str, *, as_json: bool) -> None:
    """Recompute the chain of events; exit code 1 when it is broken.

    Example: waarborg audit verify --json
    """
    _open(db)
    from waarborg.workbench.audit import verify as prove

    proof = prove(head=head)
    if as_json:
        broken = [attrs.asdict(link) for link in proof.broken]
        emit_json({"ok": proof.ok, "events": proof.events, "broken": broken, "head": proof.head})
    elif proof.ok:
        tell("audit.ok", events=proof.events, head=proof.head)
    else:
        tell("audit.broken", count=len(proof.broken), events=proof.events)
        for link in proof.broken:
            tell(f"audit.{link.reason}", number=link.number)
    if not proof.ok:
        context.exit(ERRORS_FOUND)


@command.command()
@_DB
@_JSON
def export(db: Path | None, *, as_json: bool) -> None:
    """Give out every event, as CSV, or with --json as one list.

    Example: waarborg audit export > trail.csv
    """
    _open(db)
    from waarborg.workbench.audit import exported
    from waarborg.workbench.audit.proof import COLUMNS

    if as_json:
        emit_json(list(exported()))
        return
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for event in exported():
        writer.writerow(event)


def _open(db: Path | None) -> None:
    from waarborg.workbench.start import start

    start(db, must_exist=True)
