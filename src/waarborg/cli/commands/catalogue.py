"""``waarborg catalogue``: which results the installed rules would change, and adopting them."""

import datetime as dt
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waarborg.cli.door import emit_json, language, progress
from waarborg.wording import phrase

if TYPE_CHECKING:
    from waarborg.workbench.queries.newer_catalogue import NewReading

_PATH = click.Path(path_type=Path)
_DB = click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


@click.group(invoke_without_command=True)
@_DB
@_JSON
@click.pass_context
def command(context: click.Context, db: Path | None, *, as_json: bool) -> None:
    """Show which results of the record the installed rules would change. Nothing is written.

    A record keeps the results of the rules that read it until somebody adopts newer ones.

    Example: waarborg catalogue; waarborg catalogue adopt --as analist
    """
    if context.invoked_subcommand is None:
        _show(db, as_json=as_json)


@command.command()
@_DB
@_JSON
@click.option("--as", "person", help="Who the trail says did this; else your name on this machine.")
def adopt(db: Path | None, person: str | None, *, as_json: bool) -> None:
    """Read anew, by the installed rules, what other rules read. The old results stay in the record.

    Example: waarborg catalogue adopt --db waarborg.db --as analist
    """
    _open(db)
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.catalogue import adopt_catalogue

    actor, now = operator(person or getpass.getuser()), dt.datetime.now(dt.UTC)
    with progress("assess.assessing") as done:
        adopted = adopt_catalogue(actor=actor, now=now, progress=done)
    if as_json:
        emit_json(adopted)
    else:
        facts = {"catalogue": adopted.catalogue, "read": adopted.read, "changed": adopted.changed}
        click.echo(phrase("catalogue.adopted", language(), **facts))


def _show(db: Path | None, *, as_json: bool) -> None:
    _open(db)
    from waarborg.assessment import rule_book
    from waarborg.workbench.queries.newer_catalogue import new_readings

    with progress("assess.assessing") as done:
        found = list(new_readings(done))
    changing = [new for new in found if new.changes]
    if as_json:
        told = [_as_data(new) for new in changing]
        emit_json({"catalogue": rule_book().version, "read_by_others": len(found), "changes": told})
        return
    facts = {"catalogue": rule_book().version, "read": len(found), "changed": len(changing)}
    click.echo(phrase("catalogue.summary", language(), **facts))
    for new in changing:
        click.echo(f"\n{new.system.slug}  {new.system.name} ({new.system.organisation.name})")
        for one in new.changes:
            click.echo(f"  {one.answer}: {one.was or '-'} -> {one.becomes}")


def _as_data(new: "NewReading") -> dict[str, object]:
    return {
        "id": new.system.source_id,
        "name": new.system.name,
        "organisation": new.system.organisation.name,
        "changes": [{"answer": one.answer, "was": one.was, "becomes": one.becomes} for one in new.changes],
    }


def _open(db: Path | None) -> None:
    from waarborg.workbench.start import prepare, start

    start(db)
    prepare()
