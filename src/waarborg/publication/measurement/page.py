"""The report as one HTML page that loads nothing from elsewhere."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from waarborg.drawing.forest import Bar, forest
from waarborg.drawing.trend import trend
from waarborg.publication.measurement.words import caveats, coded, group, meaning, shown_value, title
from waarborg.values.indicator import Indicator, Measurement
from waarborg.wording import Language, phrase

_MOST_ROWS_DRAWN = 24


@frozen
class Row:
    """A line of a table."""

    group: str
    value: str
    interval: str
    counts: str
    method: str
    caveats: Sequence[str]
    marked: bool


@frozen
class Block:
    """One indicator: what it means, its drawing, its figures."""

    title: str
    meaning: str
    picture: Markup | None
    rows: Sequence[Row]


def page(report: Measurement, language: Language) -> str:
    """The whole page."""
    environment = Environment(
        loader=PackageLoader("waarborg.publication.measurement", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(
        report=report,
        language=language,
        title=report.title.get(language) or phrase("measure.page_title", language),
        chapters=list(_chapters(report, language)),
        refused=[
            (title(report, one.id, language), one.group, coded("reason", one.reason, language))
            for one in report.refused
        ],
        choices=[(phrase(f"measure.choice.{name}", language), value) for name, value in report.choices],
        say=lambda code, **params: phrase(f"measure.{code}", language, **params),
    )


def _chapters(report: Measurement, language: Language) -> Iterator[tuple[str, Sequence[Block]]]:
    """The indicators by safeguard, in the order in which safeguards first appear."""
    order: dict[str, dict[str, list[Indicator]]] = {}
    for figure in report.indicators:
        order.setdefault(figure.safeguard, {}).setdefault(figure.id, []).append(figure)
    for safeguard, blocks in order.items():
        heading = phrase(f"measure.safeguard.{safeguard}", language)
        yield heading, [_block(report, figures, language) for figures in blocks.values()]


def _block(report: Measurement, figures: Sequence[Indicator], language: Language) -> Block:
    first = figures[0]
    name = title(report, first.id, language)
    picture = _picture(name, figures, language)
    return Block(
        name, meaning(report, first, language), Markup(picture) if picture else None,  # noqa: S704  our own SVG, escaped as a tree
        [_row(figure, language) for figure in figures],
    )  # fmt: skip


def _row(figure: Indicator, language: Language) -> Row:
    low, high = (shown_value(figure, bound, language) for bound in (figure.low, figure.high))
    counts = (
        f"{figure.numerator} / {figure.denominator}"
        if figure.numerator is not None
        else f"{figure.denominator}"
    )
    return Row(
        group(figure, language),
        shown_value(figure, figure.value, language),
        f"{low} \N{EN DASH} {high}" if figure.low is not None else "\N{EN DASH}",
        counts,
        figure.method,
        caveats(figure, language),
        _marked(figure),
    )


def _marked(figure: Indicator) -> bool:
    return bool(
        {"differs_after_correction", "adds_most_disparity", "spread_beyond_chance"} & set(figure.caveats)
    )


def _picture(name: str, figures: Sequence[Indicator], language: Language) -> str | None:
    """Periods as a trend, all else as a forest; one figure alone is read faster than drawn."""
    periods = [figure for figure in figures if (figure.group or "").startswith("period=")]
    drawn = periods or [figure for figure in figures if figure.value is not None][:_MOST_ROWS_DRAWN]
    if len(drawn) < 2:  # noqa: PLR2004  a picture compares
        return None
    bars = [_bar(figure, language, short=bool(periods)) for figure in drawn]
    description = phrase("measure.picture", language, title=name)
    if periods and drawn[0].unit != "population_stability_index":
        return trend(name, description, bars)
    kinds = [unit for unit, _ in groupby(figure.unit for figure in drawn)]
    percent = kinds[0] not in {"ratio_of_shares", "days", "seconds", "population_stability_index"}
    reference = {"ratio_of_shares": 1.0, "difference_of_shares": 0.0}.get(kinds[0])
    return forest(name, description, bars, percent=percent, reference=reference)


def _bar(figure: Indicator, language: Language, *, short: bool) -> Bar:
    label = (figure.group or "").removeprefix("period=") if short else group(figure, language)
    return Bar(label, figure.value or 0.0, figure.low, figure.high, _marked(figure))
