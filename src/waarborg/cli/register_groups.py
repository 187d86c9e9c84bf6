"""`waarborg register groups`: systems and registrations counted apart."""

from pathlib import Path

import click

from waarborg.cli.door import emit_json, language, progress
from waarborg.register import SystemGroup, same_system, stream_register
from waarborg.sources.text import SIZE_LIMIT
from waarborg.wording import phrase


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", help="Code of the form; without it the form is recognised by content.")
@click.option("--mapping", type=click.Path(path_type=Path), help="Mapping file of a register of your own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--size-limit", type=int, default=SIZE_LIMIT, show_default=True, help="Largest file, in bytes.")
def groups(file: Path, form: str | None, mapping: Path | None, *, as_json: bool, size_limit: int) -> None:
    """Say which registrations are about one system, so that systems and registrations are counted apart.

    Example: waarborg register groups listing.json --json
    """
    with progress("register.reading") as done:
        stream = stream_register(file, format=form, mapping=mapping, size_limit=size_limit, progress=done)
        found = same_system(entry for entry, _ in stream)
    largest_first = sorted(found.groups, key=lambda group: -len(group.ids))
    if as_json:
        counts = {"registrations": found.registrations, "systems": found.systems}
        emit_json({"format": stream.format, **counts, "groups": largest_first})
        return
    params = {"registrations": found.registrations, "systems": found.systems, "groups": len(found.groups)}
    click.echo(f"{file}: {phrase('register.systems', language(), **params)}")
    for group in largest_first:
        click.echo(_line(group))


def _line(group: SystemGroup) -> str:
    grounds = ", ".join(phrase(f"register.same.{rule}", language()) for rule in group.rules)
    params = {"name": group.name, "count": len(group.ids), "organisations": len(group.organisations)}
    return phrase("register.system_group", language(), grounds=grounds, **params)
