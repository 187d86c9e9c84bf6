"""Prepare the demo, or a whole register, and serve it."""

import datetime as dt
import os
import sys
from pathlib import Path

import click

from waarborg.cli.door import language, progress, tell
from waarborg.wording import phrase

_PATH = click.Path(path_type=Path)


@click.command()
@click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for a free one."
)
@click.option("--register", type=_PATH, help="Load this register instead of the demo's own systems.")
@click.option("--no-serve", is_flag=True, help="Only prepare; serve nothing.")
def command(db: Path | None, port: int, register: Path | None, *, no_serve: bool) -> None:
    """Prepare the demo, serve it and print the address. A second time changes nothing.

    Example: waarborg demo --port 8080
    """
    from waarborg.workbench.serving import serve, take_port
    from waarborg.workbench.start import start

    os.environ.setdefault("WAARBORG_DEMO_CAST", "" if no_serve else "yes")
    start(db)
    if no_serve:
        _load(register)
        return
    with take_port(port) as taken:
        _load(register)
        serve(taken, _tell_address)


def _load(register: Path | None) -> None:
    """Read everything before anything is written."""
    from waarborg.jobs.assess import assess_register
    from waarborg.workbench.demo import load_demo, load_demo_case
    from waarborg.workbench.environment import database_name
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.registers import load_register
    from waarborg.workbench.start import prepare
    from waarborg.workbench.states.renewal import renew_stale

    now, actor = dt.datetime.now(dt.UTC), operator("demo")
    if register is None:
        prepare()
        demo = load_demo(actor=actor, now=now)
        wrote, systems = demo.wrote, demo.systems
    else:
        with progress("demo.reading") as done:
            assessed = assess_register(register, progress=done)
        prepare()
        dossier = load_demo_case(actor=actor, now=now)
        with progress("demo.storing", total=len(assessed.entries)) as done:
            systems = load_register(
                actor=actor, entries=assessed.entries, now=now, read_on=now.date(), progress=done
            )
        wrote = dossier or systems.wrote
    renew_stale(on=now.date())
    if not wrote:
        tell("demo.nothing_new", db=database_name())
        return
    tell(
        "demo.loaded",
        added=systems.added,
        changed=systems.changed,
        unchanged=systems.unchanged,
        db=database_name(),
    )


def _tell_address(url: str) -> None:
    """On stdout at once: who started us reads it from there."""
    click.echo(phrase("demo.address", language(), url=url))
    sys.stdout.flush()
