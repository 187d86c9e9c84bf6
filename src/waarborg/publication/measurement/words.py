"""Figures in words: titles, values, intervals, methods and caveats, in the reader's language."""

import re
from collections.abc import Sequence

from waarborg.values.indicator import Indicator, Measurement
from waarborg.wording import Language, has_phrase, phrase

_SHARES = frozenset({"decisions", "cases", "events", "persons", "handlers", "share_per_handler"})


def number(value: float | None, language: Language, digits: int = 1) -> str:
    """A number as the language writes it."""
    if value is None:
        return "\N{EN DASH}"
    text = f"{value:,.{digits}f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text


def shown_value(figure: Indicator, value: float | None, language: Language) -> str:
    """A value or bound of a figure, in its own unit."""
    if value is None:
        return "\N{EN DASH}"
    if figure.unit in _SHARES:
        return f"{number(100 * value, language)} %"
    if figure.unit == "difference_of_shares":
        return phrase("measure.points", language, value=number(100 * value, language))
    digits = 0 if figure.unit in {"days", "seconds"} else 2
    return number(value, language, digits)


def title(report: Measurement, id_: str, language: Language) -> str:
    """The title of an indicator: the mapping's, the catalogue's, else its id in plain words."""
    own = report.texts.get(id_)
    if own is not None and language in own.title:
        return own.title[language]
    stem, _, rest = id_.partition(".")
    for code, tail in ((id_, ""), (stem, rest)):
        if has_phrase(f"measure.title.{code}"):
            return phrase(f"measure.title.{code}", language) + (f": {_plain(tail, language)}" if tail else "")
    return _plain(id_, language)


def _plain(id_: str, language: Language) -> str:
    parts = id_.split(".")
    named = [
        phrase(f"measure.part.{part}", language)
        if has_phrase(f"measure.part.{part}")
        else part.replace("_", " ")
        for part in parts
    ]
    return ", ".join(named)


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
