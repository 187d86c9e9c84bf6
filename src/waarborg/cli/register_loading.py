"""`waarborg register load`: a register brought into the record, every version of its entries kept."""

import datetime as dt
import getpass
from pathlib import Path

import click

from waarborg.cli.door import emit_json, language, progress
from waarborg.wording import phrase

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("file", type=_PATH)
@click.option("--format", "form", help="Code of the form; without it the form is recognised by content.")
@click.option("--mapping", type=_PATH, help="Mapping file of a register of your own.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it stood so; else today.")
@click.option("--whole", is_flag=True, help="FILE is the whole register: what is not in it has gone from it.")
@click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
@click.option("--as", "person", help="Who the trail says did this; else your name on this machine.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def load(  # noqa: PLR0913  one parameter an option
    file: Path,
    form: str | None,
    mapping: Path | None,
    on: dt.datetime | None,
    db: Path | None,
    person: str | None,
    *,
    whole: bool,
    as_json: bool,
) -> None:
    """Bring a register into the record: what is new, what changed, what has gone. All of it, or nothing.

    Example: waarborg register load listing-august.json --on 2026-08-08 --whole
    """
    from waarborg.jobs.assess import stream_assessed
    from waarborg.workbench.start import prepare, start

    judged = stream_assessed(file, format=form, mapping=mapping)
    start(db)
    prepare()
    from waarborg.workbench.environment import database_name
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.registers import load_register

    now = dt.datetime.now(dt.UTC)
    with progress("demo.storing") as done:
        loaded = load_register(
            actor=operator(person or getpass.getuser()),
            entries=judged,
            now=now,
            read_on=on.date() if on else now.astimezone().date(),
            whole=whole,
            progress=done,
        )
    if as_json:
        emit_json(loaded)
    else:
        counts = {
            name: getattr(loaded, name) for name in ("added", "changed", "gone", "reformed", "unchanged")
        }
        click.echo(phrase("register.loaded", language(), db=database_name(), **counts))
