"""`waarborg case load`: a case file into the record, as a dossier on the pages."""

import datetime as dt
import getpass
from pathlib import Path

import click

from waarborg.cli.door import ERRORS_FOUND, language, tell
from waarborg.procedure.case import check_case, read_case_file
from waarborg.values.finding import Severity
from waarborg.wording import say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="The record; else WAARBORG_DB, else your own data folder.",
)
@click.option("--as", "person", help="The account that loads it; else who looks after the machine.")
def load(file: Path, db: Path | None, person: str | None) -> None:
    """Bring a dossier of the record up to date with a case FILE; a second time changes nothing.

    What was entered on the pages stays. A file with errors is not loaded (exit code 1).

    Example: waarborg case load cxlvii.yaml
    """
    reading = read_case_file(file)
    found = (*reading.findings, *check_case(reading.case, str(file)))
    for finding in found:
        click.echo(say(finding, language()), err=True)
    if any(finding.severity is Severity.ERROR for finding in found):
        tell("case.not_loaded")
        click.get_current_context().exit(ERRORS_FOUND)
    from waarborg.workbench.start import prepare, start

    start(db, must_exist=True)
    prepare()
    from waarborg.workbench.services.actor import named_actor, operator
    from waarborg.workbench.services.cases import load_case

    now = dt.datetime.now(dt.UTC)
    actor = named_actor(person, on=now.astimezone().date()) if person else operator(getpass.getuser())
    written = load_case(actor=actor, case=reading.case, now=now)
    tell("case.loaded" if written else "case.unchanged", number=reading.case.dossier.number)
