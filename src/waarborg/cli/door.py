"""What every command shares: how it is found, how it answers, how it fails, how it shows progress."""

import json
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import Enum
from importlib import import_module
from typing import Any, cast

import attrs
import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from waarborg.cli import commands
from waarborg.values.finding import UnusableInput
from waarborg.wording import Language, phrase, say

ERRORS_FOUND = 1
"""Exit code of a check, read, verify or timeline that found errors in the data."""
UNUSABLE = 2
"""Exit code of unusable input or wrong usage."""


def context_settings() -> dict[str, Any]:
    """Settings that all commands share."""
    return {"help_option_names": ["-h", "--help"], "max_content_width": 110}


class WaarborgGroup(click.Group):
    """Finds a command by the name of its module and turns unusable input into a sentence and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The commands, one per module."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{commands.__name__}.{cmd_name}")
        return cast("click.Command", module.command)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; unusable input ends with its sentence on stderr."""
        try:
            return super().invoke(ctx)
        except UnusableInput as error:
            click.echo(say(error.finding, language(ctx)), err=True)
            ctx.exit(UNUSABLE)


def language(context: click.Context | None = None) -> Language:
    """The language the user asked for."""
    found = (context or click.get_current_context()).find_root().obj
    return cast("Language", found or "nl")


def tell(code: str, **params: object) -> None:
    """Say a sentence on stderr, so that stdout stays data."""
    click.echo(phrase(code, language(), **params), err=True)


def emit_json(data: object) -> None:
    """Print one JSON document on stdout: values as attrs classes, dates as ISO, enums as their codes."""
    click.echo(json.dumps(data, default=plain, ensure_ascii=False, indent=1))


def plain(value: object) -> Any:
    """One value of the house as plain data."""
    if attrs.has(type(value)):
        return attrs.asdict(cast("attrs.AttrsInstance", value), recurse=False)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    message = f"no plain form for {type(value).__name__}"
    raise TypeError(message)


@contextmanager
def progress(code: str, total: int | None = None) -> Iterator[Any]:
    """Show progress on stderr while the block runs; yields a callback that takes the number done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(phrase(code, language()), total=total)
        yield lambda done: bar.update(task, completed=done)
