"""The report as one HTML page that loads nothing from elsewhere."""

from collections.abc import Iterator, Sequence

from attrs import frozen
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from waarborg.publication.measurement.pictures import funnel, handlers, marked, picture
from waarborg.publication.measurement.words import caveats, coded, group, meaning, number, shown_value, title
from waarborg.values.indicator import Indicator, Measurement
from waarborg.wording import Language, has_phrase, phrase


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
    """One indicator: what it means, its drawing, its figures. A drawing of several has none of its own."""

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
        choices=[
            (phrase(f"measure.choice.{name}", language), _choice(value, language))
            for name, value in report.choices
        ],
        intro=_intro(report, language),
        say=lambda code, **params: phrase(f"measure.{code}", language, **params),
    )


def _intro(report: Measurement, language: Language) -> str:
    code = "measure.intro" if report.suppressed else "measure.intro.nothing_kept_back"
    counts = {"rows": report.rows, "figures": len(report.indicators), "suppressed": report.suppressed}
    return phrase(code, language, **{name: number(count, language, 0) for name, count in counts.items()})


def _choice(value: str, language: Language) -> str:
    code = f"measure.choice.{value}"
    return phrase(code, language) if has_phrase(code) else value


def _chapters(report: Measurement, language: Language) -> Iterator[tuple[str, Sequence[Block]]]:
    """The indicators by safeguard, in the order in which safeguards first appear."""
    order: dict[str, dict[str, list[Indicator]]] = {}
    for figure in report.indicators:
        order.setdefault(figure.safeguard, {}).setdefault(figure.id, []).append(figure)
    for safeguard, blocks in order.items():
        heading = phrase(f"measure.safeguard.{safeguard}", language)
        drawn = _overviews([one for figures in blocks.values() for one in figures], report, language)
        yield heading, [*drawn, *(_block(report, figures, language) for figures in blocks.values())]


def _overviews(figures: Sequence[Indicator], report: Measurement, language: Language) -> Iterator[Block]:
    """Drawings of several indicators together, above the blocks that hold their figures."""
    for name, drawn in (
        ("funnel", funnel(figures, report, language)),
        ("handlers", handlers(figures, report, language)),
    ):
        if drawn is not None:
            title_, meaning_ = (phrase(f"measure.overview.{name}{end}", language) for end in ("", ".meaning"))
            yield Block(title_, meaning_, Markup(drawn), ())  # noqa: S704  our own SVG, escaped as a tree


def _block(report: Measurement, figures: Sequence[Indicator], language: Language) -> Block:
    first = figures[0]
    name = title(report, first.id, language)
    drawn = picture(name, figures, language)
    return Block(
        name, meaning(report, first, language), Markup(drawn) if drawn else None,  # noqa: S704  our own SVG, escaped as a tree
        [_row(figure, language) for figure in figures],
    )  # fmt: skip


def _row(figure: Indicator, language: Language) -> Row:
    low, high = (shown_value(figure, bound, language) for bound in (figure.low, figure.high))
    counts = (
        f"{number(figure.numerator, language, 0)} / {number(figure.denominator, language, 0)}"
        if figure.numerator is not None
        else number(figure.denominator, language, 0)
    )
    return Row(
        group(figure, language),
        shown_value(figure, figure.value, language),
        f"{low} \N{EN DASH} {high}" if figure.low is not None else "\N{EN DASH}",
        counts,
        figure.method,
        caveats(figure, language),
        marked(figure),
    )
