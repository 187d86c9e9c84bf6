"""Figures in words: titles, values, intervals, methods and caveats, in the reader's language."""

import math
import re
from collections.abc import Sequence

from waarborg.values.indicator import Indicator, Measurement
from waarborg.wording import Language, has_phrase, phrase

_NOTHING = 1e-9
"""What the arithmetic of a bound leaves of none."""

SHARES = frozenset({"decisions", "cases", "events", "persons", "handlers", "share_per_handler"})
"""Units of a share: it is written as a percentage."""
_SMALL = 0.1
"""Below it, two decimals are too few to tell a number."""


def number(value: float | None, language: Language, digits: int = 1) -> str:
    """A number as the language writes it."""
    if value is None:
        return "\N{EN DASH}"
    text = f"{value:,.{digits}f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text


def percent(share: float, language: Language) -> str:
    """A share as a percentage; one that is not quite none or all never reads as if it were."""
    shown = round(100 * share, 1)
    if share > _NOTHING and shown == 0:
        return f"< {number(0.1, language)} %"
    if share < 1 - _NOTHING and shown == 100:  # noqa: PLR2004  per cent
        return f"> {number(99.9, language)} %"
    return f"{number(shown, language)} %"


def shown_value(figure: Indicator, value: float | None, language: Language) -> str:
    """A value or bound of a figure, in its own unit."""
    if value is None:
        return "\N{EN DASH}"
    if figure.unit in SHARES:
        return percent(value, language)
    if figure.unit == "difference_of_shares":
        return phrase("measure.points", language, value=number(100 * value, language))
    return number(value, language, _digits(figure.unit, value))


def _digits(unit: str, value: float) -> int:
    """Decimals: none for a time, two for most; as many as show three digits of a small number of any unit."""
    if unit in {"days", "seconds"}:
        return 0
    if unit in {"ratio_of_shares", "population_stability_index"} or not 0 < abs(value) < _SMALL:
        return 2
    return min(2 - math.floor(math.log10(abs(value))), 9)


def title(report: Measurement, id_: str, language: Language) -> str:
    """The title of an indicator: the mapping's, the catalogue's, else its id in plain words.

    What follows from an indicator of the mapping (``late.ratio``) is named after it; a figure about a step of
    the funnel (``composition.visited``) after the step.
    """
    parts = id_.split(".")
    for length in range(len(parts), 0, -1):
        if own := _own(report, ".".join(parts[:length]), language):
            return ", ".join([own, *_named(parts[length:], language)])
    stem, _, rest = id_.partition(".")
    for code, tail in ((id_, ""), (stem, rest)):
        if has_phrase(f"measure.title.{code}"):
            said = phrase(f"measure.title.{code}", language)
            return f"{said}: {step(report, tail, language)}" if tail else said
    return _plain(id_, language)


def step(report: Measurement, id_: str, language: Language) -> str:
    """The name of a step as the mapping gives it, and what is said of it; else the id in plain words."""
    name, *rest = id_.split(".")
    own = report.steps.get(name, {}).get(language)
    return ", ".join([own, *_named(rest, language)]) if own else _plain(id_, language)


def _own(report: Measurement, id_: str, language: Language) -> str | None:
    text = report.texts.get(id_)
    return text.title.get(language) if text is not None else None


def _plain(id_: str, language: Language) -> str:
    return ", ".join(_named(id_.split("."), language))


def _named(parts: Sequence[str], language: Language) -> Sequence[str]:
    return [
        phrase(f"measure.part.{part}", language)
        if has_phrase(f"measure.part.{part}")
        else part.replace("_", " ")
        for part in parts
    ]


def meaning(report: Measurement, figure: Indicator, language: Language) -> str:
    """One sentence: what this figure means for the person concerned."""
    own = report.texts.get(figure.id)
    if own is not None and language in own.meaning:
        return own.meaning[language]
    stem, *parts = figure.id.split(".")
    narrower = [f"measure.meaning.part.{part}" for part in (".".join(parts), *parts)]
    for code in (f"measure.meaning.{figure.id}", *narrower, f"measure.meaning.{stem}"):
        if has_phrase(code):
            return phrase(code, language)
    return phrase(f"measure.meaning.safeguard.{figure.safeguard}", language)


def coded(prefix: str, code: str, language: Language) -> str:
    """A caveat or a reason with its parameter, as a sentence; one we have no words for stands as it is."""
    name, _, value = code.partition(":")
    key = f"measure.{prefix}.{name}"
    if has_phrase(f"{key}.{value}"):
        return phrase(f"{key}.{value}", language)
    return phrase(key, language, value=value) if has_phrase(key) else code


def caveats(figure: Indicator, language: Language) -> Sequence[str]:
    """All caveats of a figure as sentences."""
    return [coded("caveat", code, language) for code in figure.caveats]


def group(figure: Indicator, language: Language) -> str:
    """The group a figure is about."""
    if figure.group is None:
        return phrase("measure.all", language)
    return re.sub(r"\b([a-z_]+)=", lambda found: f"{_plain(found.group(1), language)}: ", figure.group)
