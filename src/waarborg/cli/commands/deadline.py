"""``waarborg deadline``: a term in words to a day, or to what would settle it."""

from datetime import date, datetime
from pathlib import Path

import attrs
import click

from waarborg.cli.door import emit_json, language, plain
from waarborg.law.calendars import Calendars, known_calendars, read_calendars
from waarborg.procedure.terms import resolve
from waarborg.values.deadline import Deadline
from waarborg.wording import has_phrase, phrase


@click.command(name="deadline")
@click.argument("text")
@click.option("--said", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day it was said.")
@click.option(
    "--chamber", type=click.Choice(["EK", "TK", "council"]), required=True, help="To which body it was said."
)
@click.option("--calendar", type=click.Path(path_type=Path), help="A calendar file to add (YAML).")
@click.option("--statutory", is_flag=True, help="An act sets this term: apply the Algemene termijnenwet.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(
    text: str, said: datetime, chamber: str, calendar: Path | None, *, statutory: bool, as_json: bool
) -> None:
    """Resolve the term in TEXT to the last day on which the promise is kept.

    Example: waarborg deadline "voor het zomerreces" --said 2024-04-24 --chamber TK
    """
    found = resolve(text, said.date(), chamber, calendars_with(calendar), statutory=statutory)
    if as_json:
        emit_json(attrs.asdict(found))
    else:
        _tell(found)


def calendars_with(path: Path | None) -> Calendars:
    """The known calendars, with those of a file laid over them."""
    return known_calendars().with_added(read_calendars(path) if path else ())


def _tell(found: Deadline) -> None:
    tongue = language()
    click.echo(phrase(f"deadline.{found.certainty}", tongue, due=_day(found.due)))
    if found.earliest or found.latest:
        click.echo(phrase("deadline.range", tongue, earliest=_day(found.earliest), latest=_day(found.latest)))
    click.echo(
        phrase("deadline.basis", tongue, basis="; ".join(_said(code, "basis") for code in found.basis))
    )
    if found.settles:
        settles = "; ".join(_said(code, "settles") for code in found.settles)
        click.echo(phrase("deadline.settles", tongue, settles=settles))


def _day(day: date | None) -> str:
    return str(plain(day)) if day else phrase("deadline.not_known", language())


def _said(code: str, kind: str) -> str:
    """A code in words; its parts after the colon follow as they are."""
    head, _, rest = code.partition(":")
    name = f"{kind}.{head}"
    return (phrase(name, language()) + (f" ({rest})" if rest else "")) if has_phrase(name) else code
