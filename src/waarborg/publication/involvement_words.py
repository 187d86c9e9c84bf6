"""Figures, measures and sources of a comparison in words."""

import datetime as dt

from waarborg.values.finding import Finding
from waarborg.values.regime import Assumption
from waarborg.wording import Language, has_phrase, phrase
from waarborg.wording.dates import long_date

TEN = 10
"""From here on a figure is shown whole."""


def measure_name(name: str, language: Language) -> str:
    """A measure in words; one of a body carries the name of the body."""
    code, _, rest = name.partition(".")
    if has_phrase(f"simulate.measure.{name}"):
        return phrase(f"simulate.measure.{name}", language)
    return phrase(f"simulate.measure.{code}", language, body=phrase(f"simulate.body.{rest}", language))


def shown(value: float, unit: str, language: Language) -> str:
    """A value in its unit: shares in percent, all else as a number of sensible length."""
    return f"{number(100 * value, language, 0)} %" if unit == "share" else number(value, language)


def number(value: float, language: Language, digits: int | None = None) -> str:
    """A number as the language writes it; without ``digits`` one decimal below ten, none above."""
    if digits is None:
        small = 2 if abs(value) < 1 else 1
        digits = 0 if abs(value) >= TEN or float(value).is_integer() else small
    text = f"{value:,.{digits}f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text


def span(low: str, high: str) -> str:
    """Two ends with a dash between."""
    return f"{low} \N{EN DASH} {high}"


def source_words(one: Assumption, language: Language) -> str:
    """What an assumption rests on, with what was counted where it was counted."""
    known = f"simulate.source.{one.source}"
    if one.source.startswith("calendar:"):
        known = "simulate.source.calendar"
    words = (
        phrase(known, language)
        if has_phrase(known)
        else phrase("simulate.source.rule", language, id=one.source)
    )
    return f"{words}: {told(one.basis, language)}" if one.basis else words


def told(finding: Finding, language: Language) -> str:
    """A finding as a sentence, its days, numbers, fields and bodies as the language writes them."""
    words = {name: _param(name, value, language) for name, value in finding.params.items()}
    return phrase(f"finding.{finding.code}", language, **words)


def _param(name: str, value: object, language: Language) -> str:
    if name == "field":
        return phrase(f"simulate.field.{value}", language)
    if isinstance(value, tuple):
        return ", ".join(phrase(f"simulate.body.{body}", language) for body in value)
    if isinstance(value, dt.date):
        return long_date(value, language)
    return number(value, language) if isinstance(value, int) else str(value)
