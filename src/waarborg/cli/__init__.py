"""The command line: one module per command in ``commands``, found by its name, imported when it runs."""

import sys

import click

from waarborg.cli.door import WaarborgGroup, context_settings

__all__ = ["main", "waarborg"]


@click.group(cls=WaarborgGroup, context_settings=context_settings())
@click.version_option(package_name="waarborg")
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default="nl",
    envvar="WAARBORG_LANG",
    help="Language of sentences.",
)
@click.pass_context
def waarborg(context: click.Context, lang: str) -> None:
    """Waarborg: the workbench for the dialogue on the safeguards around automated decision-making.

    Example: waarborg --lang en law list
    """
    context.obj = lang


def main() -> None:
    """Run the command line; the exit codes are those of the documentation (0, 1 and 2)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    waarborg()
