"""The figures of a measurement that stands as evidence, as lines for people."""

from cattrs import Converter

from waarborg.publication.measurement.lines import figure_lines
from waarborg.values.indicator import Indicator, Measurement
from waarborg.web.words import language
from waarborg.workbench.models import Evidence

_CONVERTER = Converter()


def figures_of(evidence: Evidence) -> list[str]:
    """Each figure with its interval and its counts; nothing where the evidence is no measurement."""
    figures = _CONVERTER.structure(evidence.figures, tuple[Indicator, ...])
    return list(figure_lines(Measurement(rows=0, indicators=figures), language()))
