"""``waarborg rappel``: the half-yearly lists of what is late, with a draft of the letter."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import click

from waarborg.cli.commands.deadline import calendars_with
from waarborg.cli.door import emit_json, language, tell
from waarborg.procedure.case import read_case
from waarborg.procedure.rappel import rappel
from waarborg.procedure.timeline import Item
from waarborg.values.case import Case
from waarborg.wording.rappel_letter import rappel_letter


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
        click.echo(rappel_letter(made, ministry, language(), name=_titles(cases)))


def _titles(cases: Iterable[Case]) -> Callable[[Item], str]:
    """How an item is called in the letter: its id, with its title where it has one."""
    titles = {one.id: one.title for case in cases for one in case.instruments if one.title}
    return lambda item: f"{item.id} ({titles[item.id]})" if item.id in titles else item.id
