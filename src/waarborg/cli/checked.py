"""The agreement with entries coded by hand: as data, and as a table for a person."""

from typing import Any

import attrs
import click

from waarborg.assessment import Comparison, KeyAgreement
from waarborg.cli.door import language
from waarborg.wording import phrase


def check_as_data(compared: Comparison) -> dict[str, Any]:
    """The comparison as plain data."""
    return attrs.asdict(compared)


def show_check(compared: Comparison) -> None:
    """Per key the agreement, kappa and confusion, then the entries that differ."""
    missing = ", ".join(compared.missing) or "-"
    counts = {"entries": compared.entries, "left_out": compared.left_out, "missing": missing}
    click.echo(phrase("assess.check.summary", language(), **counts))
    click.echo(f"\n{phrase('assess.check.head', language())}")
    for key in compared.keys:
        click.echo(f"{key.key:<38} {key.count:>5} {key.agreement:>9.1%} {_figure(key.kappa):>7}")
    for name in ("recall_high", "precision_high", "rare_found"):
        share = _percent(getattr(compared, name))
        click.echo(phrase(f"assess.check.{name}", language(), share=share, count=compared.rare_count))
    for key in compared.keys:
        _show_key(key)


def _show_key(key: KeyAgreement) -> None:
    click.echo(f"\n{key.key}")
    for coded, found in key.confusion.items():
        cells = ", ".join(f"{value} {count}" for value, count in sorted(found.items()))
        click.echo(f"  {phrase('assess.check.row', language(), coded=coded, found=cells)}")
    for pair in key.differ:
        facts = {"sample": pair.sample, "name": pair.name, "coded": pair.coded, "found": pair.found}
        click.echo(f"    {phrase('assess.check.differs', language(), rule=pair.rule or '-', **facts)}")


def _figure(kappa: float | None) -> str:
    return "-" if kappa is None else f"{kappa:.3f}"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"
