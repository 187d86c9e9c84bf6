"""Django's own management commands on the record."""

from pathlib import Path

import click


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]})
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    help="The record; else WAARBORG_DB, else your own data folder.",
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(db: Path | None, arguments: tuple[str, ...]) -> None:
    """Run a management command of Django, for who looks after a workbench; `help` lists them.

    Example: waarborg manage renew_states
    """
    from waarborg.workbench.start import start

    start(db)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["waarborg manage", *(arguments or ("help",))])
