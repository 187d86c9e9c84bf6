"""``waarborg case``: is a case file right, and where does everything in it stand on a day?"""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from waarborg.cli.case_fetching import fetch
from waarborg.cli.case_gathering import gather
from waarborg.cli.case_loading import load
from waarborg.cli.commands.deadline import calendars_with
from waarborg.cli.door import ERRORS_FOUND, emit_json, language
from waarborg.procedure.case import check_case, read_case_file
from waarborg.procedure.timeline import Timeline, timeline
from waarborg.values.finding import Finding, Severity
from waarborg.wording import phrase, say
from waarborg.wording.standing import standing


@click.group(name="case")
def command() -> None:
    """Read a case file: a dossier as facts with source and certainty; make one from open data.

    Example: waarborg case timeline cxlvii.yaml --on 2023-11-09
    """


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def check(file: Path, *, as_json: bool) -> None:
    """Say what is wrong in a case FILE, with its line.

    Example: waarborg case check cxlvii.yaml
    """
    reading = read_case_file(file)
    lives = timeline(reading.case, date.max, calendars_with(None)).findings
    found = (*reading.findings, *check_case(reading.case, str(file)), *lives)
    if as_json:
        emit_json({"findings": [_plain(finding) for finding in found]})
    else:
        _say(found)
        click.echo(phrase("case.checked", language(), count=len(found)))
    _leave(found)


@command.command(name="timeline")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--on", "on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="As known on this day.")
@click.option("--calendar", type=click.Path(path_type=Path), help="A calendar file to add (YAML).")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def timeline_command(file: Path, on: datetime, calendar: Path | None, *, as_json: bool) -> None:
    """Show where everything in a case FILE stands on a day.

    Example: waarborg case timeline cxlvii.yaml --on 2023-11-09
    """
    reading = read_case_file(file)
    made = timeline(reading.case, on.date(), calendars_with(calendar))
    found = (*reading.findings, *check_case(reading.case, str(file)), *made.findings)
    _say(found, err=True)
    if as_json:
        emit_json({"on": made.on, "items": made.items, "watch": made.watch})
    else:
        _show(made)
    _leave(found)


command.add_command(fetch)
command.add_command(gather)
command.add_command(load)


def _plain(finding: Finding) -> dict[str, object]:
    where = finding.where
    params = {key: str(value) for key, value in finding.params.items()}
    return {
        "code": finding.code,
        "severity": finding.severity,
        "line": where.line,
        "field": where.field,
        "params": params,
    }


def _say(found: Iterable[Finding], *, err: bool = False) -> None:
    for finding in found:
        click.echo(say(finding, language()), err=err)


def _leave(found: Iterable[Finding]) -> None:
    if any(finding.severity is Severity.ERROR for finding in found):
        click.get_current_context().exit(ERRORS_FOUND)


def _show(made: Timeline) -> None:
    tongue = language()
    for item in made.items:
        click.echo(f"{item.id}: {phrase(f'kind.{item.kind}', tongue)}, {standing(item, tongue)}")
        for one in item.derived:
            click.echo("  " + phrase("case.derived", tongue, rule=one.rule, day=one.day or "?"))
    for watch in made.watch:
        click.echo(f"! {phrase(f'watch.{watch.code}', tongue)}: {', '.join(watch.items)}")
