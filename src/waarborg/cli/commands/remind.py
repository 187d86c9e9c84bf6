"""``waarborg remind``: mail on terms that run out or are overdue, and who gets it."""

import datetime as dt
import getpass
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from waarborg.cli.door import ERRORS_FOUND, emit_json, language, tell

if TYPE_CHECKING:
    from waarborg.workbench.reminders import Mail
    from waarborg.workbench.services.actor import Actor

_PATH = click.Path(path_type=Path)
_DB = click.option("--db", type=_PATH, help="The record; else WAARBORG_DB, else your own data folder.")
_PERSON = click.option("--person", "of_person", is_flag=True, help="NAME is an account, not a party.")


@click.group(invoke_without_command=True)
@_DB
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="As known on this day; else today.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent; send and record nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout; printed mail on stderr.")
@click.pass_context
def command(
    context: click.Context, db: Path | None, on: dt.datetime | None, *, dry_run: bool, as_json: bool
) -> None:
    """Mail each party the terms that run out soon or are overdue: once a day, from cron.

    No reminder is ever sent twice. Without WAARBORG_MAIL_HOST mail is printed. Exit code 1 when a mail
    could not be sent.

    Example: waarborg remind --dry-run; waarborg remind address ek griffie@example.nl
    """
    if context.invoked_subcommand is None:
        _remind(db, on, dry_run=dry_run, as_json=as_json)


@command.command()
@_DB
@_PERSON
@click.argument("name")
@click.argument("address")
def address(db: Path | None, name: str, address: str, *, of_person: bool) -> None:
    """Send reminders for party NAME (a code of `person list`) to ADDRESS; '' takes the address away.

    Example: waarborg remind address fin toezeggingen@example.nl
    """
    actor = _operator(db or _named_before())
    from waarborg.workbench.services.addresses import set_address

    set_address(actor=actor, name=name, address=address, now=dt.datetime.now(dt.UTC), of_person=of_person)
    tell("remind.address_set" if address else "remind.address_gone", name=name)


@command.command()
@_DB
@_PERSON
@click.argument("name")
@click.option("--off", is_flag=True, help="Let reminders come again.")
def quiet(db: Path | None, name: str, *, of_person: bool, off: bool) -> None:
    """Send no reminders to party NAME, or with --person to that person.

    Example: waarborg remind quiet jansen --person
    """
    actor = _operator(db or _named_before())
    from waarborg.workbench.services.addresses import set_quiet

    set_quiet(actor=actor, name=name, quiet=not off, now=dt.datetime.now(dt.UTC), of_person=of_person)
    tell("remind.not_quiet" if off else "remind.quiet", name=name)


def _named_before() -> Path | None:
    """The record, where ``--db`` stands before the name of the subcommand."""
    above = click.get_current_context().parent
    return above.params["db"] if above else None


def _operator(db: Path | None) -> "Actor":
    """Whoever can run commands on the machine of the record looks after it."""
    from waarborg.workbench.start import prepare, start

    start(db, must_exist=True)
    prepare()
    from waarborg.workbench.services.actor import operator

    return operator(getpass.getuser())


def _remind(db: Path | None, on: dt.datetime | None, *, dry_run: bool, as_json: bool) -> None:
    actor = _operator(db)
    from waarborg.workbench.reminders import mails_due, uncertain

    now = dt.datetime.now(dt.UTC)
    today = now.astimezone().date()
    day = on.date() if on else today
    doubtful = uncertain()
    if doubtful:
        parties = ", ".join(sorted({row.party.code for row in doubtful}))
        tell("remind.uncertain", count=len(doubtful), parties=parties)
    if dry_run:
        told = [(mail, "would_send") for mail in mails_due(on=day, today=today)]
    else:
        told = _sent(actor, day, now, as_json=as_json)
    _say(told, day, doubtful=len(doubtful), dry_run=dry_run, as_json=as_json)


def _sent(actor: "Actor", on: dt.date, now: dt.datetime, *, as_json: bool) -> "list[tuple[Mail, str]]":
    """Send; mail that is printed goes where it does not spoil the JSON."""
    from django.conf import settings
    from django.core.mail import get_connection

    from waarborg.workbench.services.reminders import send_reminders

    printed = settings.EMAIL_BACKEND.endswith("console.EmailBackend")
    aside: dict[str, Any] = {"stream": sys.stderr} if printed and as_json else {}
    posted = send_reminders(actor=actor, on=on, now=now, language=language(), through=get_connection(**aside))
    return [(one.mail, one.outcome.value) for one in posted if one.outcome != "taken"]


def _say(
    told: "Iterable[tuple[Mail, str]]", on: dt.date, *, doubtful: int, dry_run: bool, as_json: bool
) -> None:
    found = list(told)
    if as_json:
        mails = [_plain(mail, outcome, on) for mail, outcome in found]
        emit_json({"on": on, "dry_run": dry_run, "uncertain": doubtful, "mails": mails})
    elif not found:
        tell("remind.nothing", on=on)
    for mail, outcome in found:
        to, count = ", ".join(mail.to), len(mail.terms)
        tell(f"remind.{outcome}", party=mail.party.code, to=to, count=count)
    if {outcome for _, outcome in found} & {"refused", "broken_off"}:
        click.get_current_context().exit(ERRORS_FOUND)


def _plain(mail: "Mail", outcome: str, on: dt.date) -> dict[str, Any]:
    terms = [
        {
            "kind": term.kind,
            "id": term.name,
            "about": term.about,
            "title": term.title,
            "due": term.last,
            "certainty": term.certainty,
            "days_late": term.days_late(on),
            "days_late_by": term.late_by[1] if term.late_by else None,
            "owes": term.owes,
            "reminder_of": moment,
        }
        for term, moment in mail.reminders
    ]
    return {"party": mail.party.code, "to": list(mail.to), "outcome": outcome, "terms": terms}
