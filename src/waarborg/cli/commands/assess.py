"""Assess a register: what every entry says about people, decisions and safeguards, in cited words."""

import csv
from collections import Counter
from pathlib import Path
from typing import TextIO

import click

from waarborg.cli.assessed import as_data, as_row, columns, safeguard_columns
from waarborg.cli.checked import check_as_data, show_check
from waarborg.cli.declared import declared_as_data, show_declared
from waarborg.cli.door import emit_json, language, progress, tell
from waarborg.jobs.assess import AssessedRegister, assess_register
from waarborg.jobs.coded import check, read_coded
from waarborg.jobs.declared import declared_against_found
from waarborg.sources.text import SIZE_LIMIT
from waarborg.sources.writing import write_whole
from waarborg.wording import phrase

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("file", type=_PATH)
@click.option("--mapping", type=_PATH, help="Mapping file of a register of your own.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--csv", "csv_out", type=_PATH, help="Write one row an entry to this file.")
@click.option("--check", "coded", type=_PATH, help="Entries coded by hand (JSON lines) to compare with.")
@click.option(
    "--declared", "as_declared", is_flag=True, help="Declared impact against what the text supports."
)
@click.option("--size-limit", type=int, default=SIZE_LIMIT, show_default=True, help="Largest file, in bytes.")
def command(  # noqa: PLR0913  one parameter an option
    file: Path,
    mapping: Path | None,
    *,
    as_json: bool,
    csv_out: Path | None,
    coded: Path | None,
    as_declared: bool,
    size_limit: int,
) -> None:
    """Say of every entry whom it is about, what it does, its impact, and what it states on each safeguard.

    Example: waarborg assess listing.json --csv assessed.csv
    """
    answers = read_coded(coded) if coded else None
    with progress("assess.assessing") as done:
        assessed = assess_register(file, mapping=mapping, size_limit=size_limit, progress=done)
    compared = check(assessed.entries, file.stem, answers) if answers is not None else None
    held = declared_against_found(assessed) if as_declared else None
    if csv_out:
        with write_whole(csv_out, never=file) as stream:
            _write_rows(stream, assessed)
        tell("assess.written", path=csv_out)
    if as_json:
        more = {"check": compared and check_as_data(compared), "declared": held and declared_as_data(held)}
        emit_json({**as_data(assessed), **{name: found for name, found in more.items() if found}})
        return
    if compared:
        show_check(compared)
    if held:
        show_declared(held)
    if not compared and not held:
        _show(assessed)


def _write_rows(stream: TextIO, assessed: AssessedRegister) -> None:
    writer = csv.writer(stream)
    writer.writerow([*columns(), *safeguard_columns()])
    writer.writerows(as_row(entry, assessment) for entry, assessment in assessed.entries)


def _show(assessed: AssessedRegister) -> None:
    """The counts a reader wants first: levels, whom it is about, what it does, who answers for it."""
    total = len(assessed.entries)
    click.echo(phrase("assess.summary", language(), entries=total, catalogue=assessed.catalogue))
    judged = [assessment for _, assessment in assessed.entries]
    _counts("impact", Counter(str(each.impact.level) for each in judged), total)
    _counts("subject", Counter(each.subject.value for each in judged), total)
    _counts("role", Counter(each.role.value for each in judged), total)
    automated = Counter(each.automated_individual_decision.value for each in judged)
    _counts("automated_individual_decision", automated, total)
    _counts("body", Counter(each.body for each in judged), total)
    click.echo(phrase("assess.more", language()))


def _counts(key: str, counts: Counter[str], total: int) -> None:
    click.echo(f"\n{phrase(f'assess.key.{key}', language())}")
    for value, count in counts.most_common():
        click.echo(f"  {_label(key, value):<46} {count:>6}  {count / total:>6.1%}")


def _label(key: str, value: str) -> str:
    names = (phrase(f"assess.{key}.{each}", language()) for each in value.split(","))
    return ", ".join(names)
