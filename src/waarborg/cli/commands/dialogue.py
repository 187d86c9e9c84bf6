"""``waarborg dialogue``: the state of safeguards from a file."""

from pathlib import Path
from typing import Any

import attrs
import click
from rich.console import Console
from rich.table import Table

from waarborg.cli.door import emit_json, language, tell
from waarborg.dialogue import state
from waarborg.dialogue.file import Example, read_examples
from waarborg.values.dialogue import SafeguardState
from waarborg.wording import phrase


@click.group(name="dialogue")
def command() -> None:
    """The dialogue on safeguards: where they stand, and what would settle them."""


@command.command(name="state")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def show_state(file: Path, as_json: bool) -> None:
    """Show the state of every safeguard in FILE.

    Example: waarborg dialogue state examples/dialogue/state.yaml --json
    """
    examples = read_examples(file)
    found = [(example, state(example.given.record(), example.given.view())) for example in examples]
    if as_json:
        emit_json([{"name": example.name, "state": as_data(told)} for example, told in found])
    else:
        _print(found)
    differing = [
        example.name
        for example, told in found
        if example.expect is not None and example.expect != as_data(told)
    ]
    if differing:
        tell("dialogue.expectation_differs", n=len(differing), names="; ".join(differing))


def as_data(told: SafeguardState) -> dict[str, Any]:
    """A state in the form of the examples: attention as ``code`` or ``code:party,party``."""
    return {**attrs.asdict(told, recurse=False), "attention": [str(item) for item in told.attention]}


def _print(found: list[tuple[Example, SafeguardState]]) -> None:
    tongue = language()
    headings = ("name", "evidence", "best_grade", "covered", "questions", "agreement", "attention")
    table = Table(*(phrase(f"dialogue.heading.{heading}", tongue) for heading in headings))
    for example, told in found:
        asked = ", ".join(_attention(str(item)) for item in told.attention)
        words = (
            phrase(f"evidence.{told.evidence}", tongue),
            phrase(f"grade.{told.best_grade}", tongue),
            told.covered,
            phrase(f"questions.{told.questions}", tongue),
            phrase(f"agreement.{told.agreement}", tongue),
        )
        table.add_row(example.name, *words, asked)
    Console(soft_wrap=False, width=None).print(table)


def _attention(item: str) -> str:
    code, _, parties = item.partition(":")
    words = phrase(f"attention.{code}", language())
    return f"{words} ({parties})" if parties else words
