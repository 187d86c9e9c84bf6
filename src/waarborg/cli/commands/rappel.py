"""``waarborg rappel``: the half-yearly lists of what is late, with a draft of the letter."""

from datetime import datetime
from pathlib import Path

import click

from waarborg.cli.commands.deadline import calendars_with
from waarborg.cli.door import emit_json, language, tell
from waarborg.procedure.case import read_case
from waarborg.procedure.rappel import Rappel, rappel
from waarborg.procedure.timeline import Item
from waarborg.wording import phrase


@click.command(name="rappel")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--chamber", type=click.Choice(["EK", "TK", "council"]), required=True, help="Whose lists.")
@click.option("--ministry", required=True, help="The ministry, such as BZK.")
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The reference day.")
@click.option("--calendar", type=click.Path(path_type=Path), help="A calendar file to add (YAML).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(
    files: tuple[Path, ...],
    chamber: str,
    ministry: str,
    on: datetime,
    calendar: Path | None,
    *,
    as_json: bool,
) -> None:
    """List what has expired by a reference day and what expires by the next, from case FILES.

    Example: waarborg rappel cxlvii.yaml --chamber EK --ministry BZK --on 2023-07-01
    """
    cases = [read_case(path) for path in files]
    made = rappel(cases, chamber=chamber, ministry=ministry, on=on.date(), calendars=calendars_with(calendar))
    if made.next_day is None:
        tell("rappel.no_next_day")
    if as_json:
        emit_json({"list1": made.list1, "list2": made.list2})
    else:
        click.echo(_letter(made, ministry))


def _letter(made: Rappel, ministry: str) -> str:
    tongue = language()
    parts = [phrase("rappel.opening", tongue, ministry=ministry, on=made.on), ""]
    parts += [phrase("rappel.list1", tongue, on=made.on), *_rows(made.list1), ""]
    if made.next_day:
        parts += [phrase("rappel.list2", tongue, on=made.next_day), *_rows(made.list2), ""]
    if made.no_term:
        rows = [f"- {item.id}: {phrase(f'status.{item.status}', tongue)}" for item in made.no_term]
        parts += [phrase("rappel.no_term", tongue), *rows, ""]
    return "\n".join((*parts, phrase("rappel.closing", tongue)))


def _rows(items: tuple[Item, ...]) -> list[str]:
    tongue = language()
    rows = [f"- {item.id}: {phrase(f'status.{item.status}', tongue)}, {_term(item)}" for item in items]
    return rows or [phrase("rappel.nothing", tongue)]


def _term(item: Item) -> str:
    return str(item.due) if item.due else f"{item.earliest} - {item.latest}"
