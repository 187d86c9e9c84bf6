"""Registers: read one, in whatever form it was published."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from waarborg.cli.door import ERRORS_FOUND, emit_json, language, plain, progress, tell
from waarborg.cli.register_fetching import fetch
from waarborg.cli.register_groups import groups
from waarborg.cli.register_loading import load
from waarborg.cli.register_organisations import organisations
from waarborg.register import Difference, RegisterStream, difference, stream_register
from waarborg.register import read as read_register
from waarborg.register.reading import sample_file
from waarborg.sources.text import SIZE_LIMIT
from waarborg.sources.writing import write_whole
from waarborg.values.entry import Entry
from waarborg.values.finding import Finding, Severity, Where
from waarborg.wording import phrase, say

SHOWN = 5
"""Findings of one kind shown on a terminal; ``--json`` gives them all."""


@click.group()
def command() -> None:
    """Registers of algorithms: read, compare, map and fetch them.

    Example: waarborg register read register.csv
    """


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", help="Code of the form; without it the form is recognised by content.")
@click.option("--mapping", type=click.Path(path_type=Path), help="Mapping file of a register of your own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--out", type=click.Path(path_type=Path), help="Write every entry as a line of JSON.")
@click.option("--size-limit", type=int, default=SIZE_LIMIT, show_default=True, help="Largest file, in bytes.")
def read(
    file: Path, form: str | None, mapping: Path | None, *, as_json: bool, out: Path | None, size_limit: int
) -> None:
    """Read a register and say what is in it and what is wrong with it.

    Exit code 1 when errors were found in the data.

    Example: waarborg register read listing.json --out entries.jsonl
    """
    with progress("register.reading") as done, _lines(out, file) as write:
        stream = stream_register(file, format=form, mapping=mapping, size_limit=size_limit, progress=done)
        summary = _summary(stream, write)
    emit_json(summary) if as_json else _show(summary, file)
    if out:
        tell("register.written", path=out)
    if any(finding["severity"] == Severity.ERROR for finding in summary["findings"]):
        click.get_current_context().exit(ERRORS_FOUND)


@contextmanager
def _lines(out: Path | None, source: Path) -> Iterator[Any]:
    """A function that writes one entry as a line, or nothing when no file is asked for."""
    if out is None:
        yield lambda _entry: None
        return
    with write_whole(out, never=source) as stream:
        yield lambda entry: stream.write(json.dumps(entry, default=plain, ensure_ascii=False) + "\n")


def _summary(stream: RegisterStream, write: Any) -> dict[str, Any]:
    organisations: set[str] = set()
    findings: list[dict[str, Any]] = []
    entries = 0
    for entry, found in stream:
        write(entry)
        entries += 1
        organisations.update(_organisation(entry))
        findings.extend(map(_finding, found))
    findings.extend(map(_finding, stream.closing()))
    return {
        "format": stream.format,
        "entries": entries,
        "organisations": len(organisations),
        "findings": findings,
    }


def _organisation(entry: Entry) -> Iterable[str]:
    return (entry.organisation,) if entry.organisation else ()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "row": finding.where.row,
        "field": finding.where.field,
        "params": dict(finding.params),
    }


def _show(summary: dict[str, Any], file: Path) -> None:
    """The summary for a person: counts, then the findings, gravest first, a few of each kind."""
    click.echo(f"{file}: {phrase('register.read', language(), **summary)}")
    groups: dict[tuple[Severity, str], list[dict[str, Any]]] = defaultdict(list)
    for finding in summary["findings"]:
        groups[finding["severity"], finding["code"]].append(finding)
    if not groups:
        click.echo(phrase("register.no_findings", language()))
    for (severity, _), found in sorted(groups.items(), key=lambda item: list(Severity).index(item[0][0])):
        _show_kind(severity, found)


def _show_kind(severity: Severity, found: list[dict[str, Any]]) -> None:
    label = phrase(f"severity.{severity}", language())
    for one in found[:SHOWN]:
        finding = Finding(one["code"], one["params"], Where(row=one["row"], field=one["field"]), severity)
        click.echo(f"{label}: {say(finding, language())}")
    if len(found) > SHOWN:
        click.echo(phrase("register.finding_more", language(), count=len(found) - SHOWN))


@command.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--mapping", "mappings", type=click.Path(path_type=Path), multiple=True,
              help="Mapping file of a register of your own; two for OLD and NEW apart.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def diff(old: Path, new: Path, mappings: tuple[Path, ...], *, as_json: bool) -> None:
    """Say what changed between two readings of a register; changes of format are told apart.

    Example: waarborg register diff listing-may.json listing-august.json
    """
    with progress("register.reading") as done:
        chosen = (mappings or (None,)) * 2
        readings = [
            read_register(path, mapping=mapping, progress=done)
            for path, mapping in zip((old, new), (chosen[0], chosen[1]), strict=True)
        ]
    found = difference(*readings)
    if as_json:
        emit_json(found)
        return
    names = {entry.source_id: entry for reading in readings for entry in reading.entries}
    _show_difference(found, names)


def _show_difference(found: Difference, entries: Mapping[str, Entry]) -> None:
    """The difference for a person: counts first, then each entry with its organisation and what changed."""
    counts = {name: len(getattr(found, name)) for name in ("added", "removed", "changed", "new_versions")}
    click.echo(phrase("register.difference", language(), **counts))
    for code in ("added", "removed", "new_versions"):
        for one in getattr(found, code):
            _show_entry(code, entries[one], "")
    for change in found.changed:
        _show_entry("changed", entries[change.id], ", ".join(change.fields))
    for form in found.format_changes:
        params = {"field": form.field, "to": form.to, "entries": form.entries}
        click.echo(phrase(f"register.format_change.{form.code}", language(), **params))


def _show_entry(code: str, entry: Entry, fields: str) -> None:
    label = phrase(f"register.{code}", language())
    tail = f" ({fields})" if fields else ""
    click.echo(f"{label}: {entry.source_id} {entry.organisation}: {entry.name}{tail}")


@command.command("map")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Write the mapping here instead of on stdout.")
@click.option("--name", "register", help="Name of the register; without it, the name of the file.")
def map_columns(file: Path, out: Path | None, register: str | None) -> None:
    """Write a first mapping from the headers of a register of your own, for you to finish.

    Example: waarborg register map council.csv --out council.yaml
    """
    from waarborg.register.first_mapping import first_mapping

    text = first_mapping(sample_file(file), register or file.stem)
    if out is None:
        click.echo(text, nl=False)
        return
    with write_whole(out, never=file) as stream:
        stream.write(text)
    tell("register.mapping_written", path=out, file=file)


command.add_command(fetch)
command.add_command(groups)
command.add_command(load)
command.add_command(organisations)
