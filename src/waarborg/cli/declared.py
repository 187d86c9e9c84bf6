"""Declared against found: as data, and as a list for a person."""

from typing import Any

import click

from waarborg.cli.assessed import quotes_as_data
from waarborg.cli.door import language
from waarborg.jobs.declared import DeclaredAgainstFound, Held
from waarborg.wording import phrase

_WORDS_SHOWN = 3


def declared_as_data(held: DeclaredAgainstFound) -> dict[str, Any]:
    """The counts, what differs and what was rebutted, each with both reasons."""
    return {
        "entries": held.entries,
        "declaring": held.declaring,
        "differ": [_as_data(each) for each in held.differ],
        "rebutted": [_as_data(each) for each in held.rebutted],
    }


def show_declared(held: DeclaredAgainstFound) -> None:
    """The counts, then each entry with what was declared and why, and what the text supports and why."""
    counts = {"entries": held.entries, "declaring": held.declaring}
    differ, rebutted = len(held.differ), len(held.rebutted)
    click.echo(phrase("assess.declared.summary", language(), differ=differ, rebutted=rebutted, **counts))
    for heading, listed in (("differ", held.differ), ("rebutted", held.rebutted)):
        if listed:
            click.echo(f"\n{phrase(f'assess.declared.{heading}', language())}")
        for each in listed:
            _show(each)


def _show(held: Held) -> None:
    entry, said = held
    click.echo(f"\n{entry.source_id}  {entry.name} ({entry.organisation})")
    facts = {
        "declared": _level(said.level),
        "category": said.category,
        "reason": said.reason or phrase("assess.declared.no_reason", language()),
        "found": _level(said.found.level),
        "rules": ", ".join(said.found.rules) or "-",
    }
    click.echo(f"  {phrase('assess.declared.said', language(), **facts)}")
    click.echo(f"  {phrase('assess.declared.found', language(), **facts)}")
    for quote in quotes_as_data(entry, said.found.quotes[:_WORDS_SHOWN]):
        click.echo(f"    {quote['field']}: “{quote['text']}”")


def _as_data(held: Held) -> dict[str, Any]:
    entry, said = held
    return {
        "id": entry.source_id,
        "name": entry.name,
        "organisation": entry.organisation,
        "declared": {"category": said.category, "level": said.level, "reason": said.reason},
        "found": {
            "level": said.found.level,
            "rules": list(said.found.rules),
            "quotes": quotes_as_data(entry, said.found.quotes),
        },
    }


def _level(level: str) -> str:
    return phrase(f"assess.impact.{level}", language())
