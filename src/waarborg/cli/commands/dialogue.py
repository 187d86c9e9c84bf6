"""``waarborg dialogue``: the state of safeguards from a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import click

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
    """One block a case, so that no words are cut off on a narrow screen or in a file."""
    for example, told in found:
        click.echo(example.name)
        for heading, words in _words(told):
            click.echo(f"  {phrase(f'dialogue.heading.{heading}', language())}: {words}")


def _words(told: SafeguardState) -> Iterator[tuple[str, str]]:
    tongue = language()
    yield "evidence", phrase(f"evidence.{told.evidence}", tongue)
    yield "best_grade", phrase(f"grade.{told.best_grade}", tongue)
    yield "covered", told.covered
    yield "questions", phrase(f"questions.{told.questions}", tongue)
    yield "agreement", phrase(f"agreement.{told.agreement}", tongue)
    yield "attention", "; ".join(_attention(str(item)) for item in told.attention) or "-"


def _attention(item: str) -> str:
    code, _, parties = item.partition(":")
    words = phrase(f"attention.{code}", language())
    return f"{words} ({parties})" if parties else words
