"""Every command stands in the documentation, and its help has an example."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from waarborg.cli import waarborg

WITHOUT_VERB = {"waarborg measure log": "waarborg measure", "waarborg publish dossier": "waarborg publish"}
"""Commands whose verb nobody types."""
ROOT = Path(__file__).parent.parent.parent
WRITTEN = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
)


def _commands(group: click.Group, name: str = "waarborg") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for part in group.list_commands(context):
        command = group.get_command(context, part)
        assert command is not None
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield f"{name} {part}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{name} {part}")


COMMANDS = dict(_commands(waarborg))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"{WITHOUT_VERB.get(name, name)}\b", WRITTEN)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_has_an_example(name: str) -> None:
    assert "Example:" in (COMMANDS[name].help or "")
