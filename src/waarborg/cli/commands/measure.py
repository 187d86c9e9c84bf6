"""``waarborg measure``: what a decision log says about the safeguards."""

from pathlib import Path
from typing import Any, cast

import click

from waarborg.cli.door import context_settings, emit_json, language, progress, tell

_PARTS = 8


class MeasureGroup(click.Group):
    """``measure init LOG`` is a command; anything else after ``measure`` is a log."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read ``measure LOG ...`` as ``measure log LOG ...``."""
        known = {*self.commands, *(option for one in self.params for option in one.opts)}
        helped = set(args) & set(ctx.help_option_names)
        if args and args[0] not in known and not (helped and len(args) == 1):
            args = ["log", *args]
        return super().parse_args(ctx, args)


@click.group(name="measure", cls=MeasureGroup, context_settings=context_settings())
def command() -> None:
    r"""Measure a decision log: figures per safeguard, with counts and intervals. Only aggregates leave.

    LOG is XES, CSV, JSON, XLSX, Parquet, SQLite or DuckDB; the mapping says what its columns mean
    (`waarborg measure init LOG` writes a first one).

    \b
    Example: waarborg measure decisions.csv --mapping mapping.yaml --html report.html
    """


@command.command(name="log")
@click.argument("log", type=click.Path(path_type=Path))
@click.option(
    "--mapping", "mapping", required=True, type=click.Path(path_type=Path), help="The mapping (YAML)."
)
@click.option(
    "--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", help="What counts the rows."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--html", "html", type=click.Path(path_type=Path), help="Write a report of one file.")
def measure_command(log: Path, mapping: Path, engine: str, as_json: bool, html: Path | None) -> None:
    r"""Measure LOG by its mapping.

    \b
    Example: waarborg measure decisions.csv --mapping mapping.yaml --json
    """
    from waarborg.jobs.measure import measure
    from waarborg.jobs.measure_report import as_data, write_html

    with progress("measure.progress", _PARTS) as done:
        found = measure(log, mapping, engine=cast("Any", engine), progress=done)
    if html is not None:
        write_html(found, html, language())
        tell("measure.written", path=html)
    if as_json:
        emit_json(as_data(found))
    elif html is None:
        _print(found)


def _print(found: Any) -> None:
    """The figures as lines for people."""
    from waarborg.publication.measurement.lines import lines

    for line in lines(found, language()):
        click.echo(line)


@command.command(name="init")
@click.argument("log", type=click.Path(path_type=Path))
@click.option("--out", "out", type=click.Path(path_type=Path), help="Write here instead of to stdout.")
def init_command(log: Path, out: Path | None) -> None:
    r"""Write a first mapping from what LOG holds, for a person to finish.

    \b
    Example: waarborg measure init decisions.csv --out mapping.yaml
    """
    from waarborg.jobs.measure_init import first_mapping

    text = first_mapping(log)
    if out is None:
        click.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8")
    tell("measure.init_written", path=out)
