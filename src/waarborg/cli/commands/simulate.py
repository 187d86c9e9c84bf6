"""``waarborg simulate``: what ways of involving the bodies cost and catch, side by side."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from waarborg.cli.door import context_settings, emit_json, language, progress, tell

_COUNT = click.IntRange(min=1, max=100_000)
_YEARS = click.IntRange(min=1, max=50)


@click.command(name="simulate", context_settings=context_settings())
@click.option(
    "--register", required=True, type=click.Path(path_type=Path), help="The register to simulate on."
)
@click.option("--mapping", type=click.Path(path_type=Path), help="What the columns of the register mean.")
@click.option(
    "--regime",
    "regimes",
    multiple=True,
    help="A built-in regime or a YAML file; all built-in ones if left out.",
)
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Set one assumption.")
@click.option(
    "--seed", type=click.IntRange(min=0), default=1, show_default=True, help="The same seed, the same result."
)
@click.option(
    "--replications", type=_COUNT, default=1000, show_default=True, help="How many futures to draw."
)
@click.option("--years", type=_YEARS, default=10, show_default=True, help="How long each future is.")
@click.option(
    "--sensitivity", is_flag=True, help="Say which assumption drives the differences (always with --html)."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
@click.option("--html", "html", type=click.Path(path_type=Path), help="Write a page of one file.")
def command(register: Path, html: Path | None, as_json: bool, sensitivity: bool, **asked: Any) -> None:
    r"""Simulate what ways of involving the bodies would cost and catch, on the systems of a register.

    Regimes stand in the order of their file; none is recommended. Every assumption has a name, a range and a
    source, and can be set.

    \b
    Example: waarborg simulate --register register.csv --set hours_a_week.ek=80 --html regimes.html
    """
    from waarborg.involvement import Run
    from waarborg.jobs.compare_regimes import compare_on, read_systems, request, with_swings
    from waarborg.publication.involvement import as_data, lines, write_html

    run = Run(seed=asked["seed"], replications=asked["replications"], years=asked["years"])
    today = dt.datetime.now().astimezone().date()
    wanted = request(asked["regimes"], asked["settings"], run, today)
    with progress("simulate.reading") as reading:
        systems = read_systems(register, mapping=asked["mapping"], progress=reading)
    with progress("simulate.running", run.replications) as running:
        found = compare_on(systems, wanted, source=register.name, progress=running)
    if sensitivity or html is not None:
        with progress("simulate.moving", len(found.assumptions)) as moving:
            found = with_swings(found, wanted, moving)
    if html is not None:
        write_html(found, html, language(), never=register)
        tell("simulate.written", path=html)
    if as_json:
        emit_json(as_data(found))
    elif html is None:
        for line in lines(found, language()):
            click.echo(line)
