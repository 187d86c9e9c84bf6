"""`waarborg register organisations`: what kind of body each one is, and which names are not known."""

from collections import Counter
from pathlib import Path

import click

from waarborg.cli.door import emit_json, language, progress
from waarborg.register import stream_register
from waarborg.register.organisations import UNKNOWN, organisation_code, organisation_kind, read_table
from waarborg.wording import phrase


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--table", "tables", type=click.Path(path_type=Path), multiple=True,
              help="Table of organisations of your own; goes before the built-in one.")  # fmt: skip
@click.option("--mapping", type=click.Path(path_type=Path), help="Mapping file of a register of your own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def organisations(file: Path, tables: tuple[Path, ...], mapping: Path | None, *, as_json: bool) -> None:
    """Say of every organisation what kind of body it is, by which rule, and its code where that is certain.

    Names that no rule knows are listed.

    Example: waarborg register organisations listing.json --table own.yaml
    """
    own = [read_table(path) for path in tables]
    with progress("register.reading") as done:
        stream = stream_register(file, mapping=mapping, progress=done)
        counts = Counter(entry.organisation for entry, _ in stream if entry.organisation)
    found = []
    for name in sorted(counts):
        kind, rule = organisation_kind(name, *own)
        code = organisation_code(name, *own)
        known = {"code": code} if code else {}
        found.append({"name": name, "kind": kind, "rule": rule, "registrations": counts[name], **known})
    unmatched = [name for name in sorted(counts) if organisation_kind(name, *own)[0] == UNKNOWN]
    if as_json:
        emit_json({"organisations": found, "unmatched": unmatched})
        return
    for kind, number in Counter(organisation_kind(name, *own)[0] for name in counts).most_common():
        click.echo(phrase("register.kind_count", language(), kind=kind, count=number))
    coded = sum("code" in row for row in found)
    click.echo(phrase("register.code_count", language(), coded=coded, count=len(found)))
    for name in unmatched:
        click.echo(phrase("register.kind_unknown", language(), name=name, registrations=counts[name]))
