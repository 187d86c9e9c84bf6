"""Which drawing shows which figures; the same figures always stand in a table below."""

from collections.abc import Sequence
from itertools import groupby

from waarborg.drawing.forest import Bar, forest
from waarborg.drawing.multiples import Dot, Panel, dot_panels
from waarborg.drawing.trend import trend
from waarborg.publication.measurement.words import SHARES, group, step, title
from waarborg.values.indicator import Indicator, Measurement
from waarborg.wording import Language, phrase

_MOST_ROWS_DRAWN = 24
_FUNNEL = "funnel."
_SPREAD = ".handlers.p50"


def marked(figure: Indicator) -> bool:
    """Whether a figure asks for attention; the words of its caveats say why."""
    return bool(
        {"differs_after_correction", "adds_most_disparity", "spread_beyond_chance"} & set(figure.caveats)
    )


def picture(name: str, figures: Sequence[Indicator], language: Language) -> str | None:
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
    percent = kinds[0] in {*SHARES, "difference_of_shares"}
    reference = {"ratio_of_shares": 1.0, "difference_of_shares": 0.0}.get(kinds[0])
    return forest(name, description, bars, percent=percent, reference=reference)


def _bar(figure: Indicator, language: Language, *, short: bool) -> Bar:
    label = (figure.group or "").removeprefix("period=") if short else group(figure, language)
    return Bar(label, figure.value or 0.0, figure.low, figure.high, marked(figure))


def funnel(figures: Sequence[Indicator], report: Measurement, language: Language) -> str | None:
    """The steps of a funnel side by side, a dot for each group, so that the step where they part is seen."""
    steps = [one for one in figures if one.id.startswith(_FUNNEL) and one.id.count(".") == 1]
    names = list(dict.fromkeys(one.id for one in steps))
    groups = list(dict.fromkeys(one.group for one in steps if one.group and " & " not in one.group))
    if not (names and len(groups) > 1):
        return None
    found = {(one.id, one.group): one for one in steps}
    panels = [
        Panel(
            step(report, id_.removeprefix(_FUNNEL), language),
            tuple(_dot(found.get((id_, name))) for name in groups),
            percent=True,
        )
        for id_ in names
    ]
    labels = [group(found[next(key for key in found if key[1] == name)], language) for name in groups]
    heading = phrase("measure.overview.funnel", language)
    return dot_panels(
        labels, panels, title=heading, description=phrase("measure.overview.picture", language, title=heading)
    )


def _dot(figure: Indicator | None) -> Dot | None:
    if figure is None or figure.value is None:
        return None
    low, high = (figure.value if bound is None else bound for bound in (figure.low, figure.high))
    return Dot(figure.value, low, high)


def handlers(figures: Sequence[Indicator], report: Measurement, language: Language) -> str | None:
    """For each rate the middle official, with a line from the one at a tenth to the one at nine tenths."""
    found = {one.id: one for one in figures}
    bars = []
    for id_, middle in found.items():
        if id_.endswith(_SPREAD) and middle.value is not None:
            low, high = (found.get(id_.replace("p50", end)) for end in ("p10", "p90"))
            if low is not None and high is not None:
                name = title(report, id_.removesuffix(_SPREAD), language)
                bars.append(Bar(name, middle.value, low.value, high.value, marked(middle)))
    if not bars:
        return None
    heading = phrase("measure.overview.handlers", language)
    description = phrase("measure.overview.picture", language, title=heading)
    return forest(heading, description, bars)
