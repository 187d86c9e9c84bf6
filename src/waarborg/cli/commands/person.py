"""Accounts of the workbench: a password, and the party that a person acts for."""

import datetime as dt
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waarborg.cli.door import tell

if TYPE_CHECKING:
    from waarborg.workbench.services.actor import Actor

_DB = click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="The record; else WAARBORG_DB, else your own data folder.",
)
_FROM = click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="The first day; else today.")


@click.group()
def command() -> None:
    """Keep accounts: who can sign in, and for which party.

    Example: waarborg person password jansen; waarborg person appoint jansen ek clerk
    """


@command.command("list")
@_DB
def show(db: Path | None) -> None:
    """Print the parties by code, each with who acts for it and in which role.

    Example: waarborg person list
    """
    _operator(db)
    from waarborg.workbench.models import Party

    for party in Party.objects.prefetch_related("memberships__person"):
        acts = [f"{one.person.username} ({one.role})" for one in party.memberships.all() if one.until is None]
        click.echo(f"{party.code}\t{party.name}\t{', '.join(acts)}")


@command.command()
@_DB
@click.argument("name")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read the password from the first line of stdin.")
def password(db: Path | None, name: str, *, from_stdin: bool) -> None:
    """Make the account NAME where there is none, and set its password; it is asked, not shown.

    Example: waarborg person password jansen
    """
    actor = _operator(db)
    from waarborg.workbench.services.people import set_password

    given = sys.stdin.readline().rstrip("\n") if from_stdin else getpass.getpass()
    set_password(actor=actor, username=name, password=given, now=dt.datetime.now(dt.UTC))
    tell("person.password_set", person=name)


@command.command()
@_DB
@_FROM
@click.argument("name")
@click.argument("party")
@click.argument("role")
def appoint(db: Path | None, since: dt.datetime | None, name: str, party: str, role: str) -> None:
    """Let NAME act for PARTY (a code of `person list`) in ROLE; what NAME acted for until then ends.

    Example: waarborg person appoint jansen ek clerk --from 2026-09-01
    """
    actor = _operator(db)
    from waarborg.workbench.services.people import appoint as do

    made = do(actor=actor, username=name, party=party, role=role, now=dt.datetime.now(dt.UTC), on=_day(since))
    tell("person.appointed", person=name, party=party, role=role, date=made.since)


@command.command()
@_DB
@_FROM
@click.argument("name")
def dismiss(db: Path | None, since: dt.datetime | None, name: str) -> None:
    """Let NAME act for nobody from a day on.

    Example: waarborg person dismiss jansen
    """
    actor = _operator(db)
    from waarborg.workbench.services.people import dismiss as do

    do(actor=actor, username=name, now=dt.datetime.now(dt.UTC), on=_day(since))
    tell("person.dismissed", person=name, date=_day(since))


def _operator(db: Path | None) -> "Actor":
    """Whoever can run commands on the machine of the record looks after it."""
    from waarborg.workbench.start import prepare, start

    start(db, must_exist=True)
    prepare()
    from waarborg.workbench.services.actor import operator

    return operator(getpass.getuser())


def _day(since: dt.datetime | None) -> dt.date:
    return since.date() if since else dt.datetime.now().astimezone().date()
