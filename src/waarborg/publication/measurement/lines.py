"""The figures as lines of text, for a terminal."""

from collections.abc import Iterator

from waarborg.publication.measurement.words import coded, group, shown_value, title
from waarborg.values.indicator import Measurement
from waarborg.wording import Language, phrase


def lines(report: Measurement, language: Language) -> Iterator[str]:
    """One line a figure, then what was refused and how much was kept back."""
    if report.synthetic:
        yield phrase("measure.synthetic", language)
    yield from figure_lines(report, language)
    for one in report.refused:
        reason = coded("reason", one.reason, language)
        name = " · ".join(part for part in (title(report, one.id, language), one.group) if part)
        yield phrase("measure.refused_line", language, id=name, reason=reason)
    yield phrase("measure.summary", language, rows=report.rows, suppressed=report.suppressed)


def figure_lines(report: Measurement, language: Language) -> Iterator[str]:
    """One line a figure: what it is, of which group, its value with its interval, and its counts."""
    for figure in report.indicators:
        counts = (
            f" ({figure.numerator}/{figure.denominator})"
            if figure.numerator is not None
            else f" (n {figure.denominator})"
        )
        low, high = (shown_value(figure, bound, language) for bound in (figure.low, figure.high))
        value = shown_value(figure, figure.value, language)
        name = f"{title(report, figure.id, language)} · {group(figure, language)}"
        yield f"{name}: {value} [{low}; {high}]{counts}"
