"""How terms are written: abbreviations, signs and figures to plain words, before they are looked up."""

import re
import unicodedata

_SHORT_MONTH = re.compile(r"\b(jan|feb|mrt|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec|nr|jl|ll)\.")
_SHORT_UNIT = re.compile(r"\b(wkn|wk|mnd|mndn|dgn)\.(?=\s|$)")
_HOUR = re.compile(r"\b(?:om|at)\s+\d{1,2}[.:]\d{2}(?:\s*uur)?")
"""The hour of a day, which no term here is about."""
_HALF_SIGN = re.compile(r"(?<=\d)\s?\u00bd")
_WRITTEN_SHORT = {
    "a.s.": " ",
    "t.z.t.": "tzt",
    "z.s.m.": "zsm",
    "t/m": "tot en met",
    "as of ": "from ",
    "en/of": "of",
    "and/or": "or",
}
_SIGNS = (
    (re.compile(r"(?<=[a-z])\s*\(\d{1,3}\)\s*(?=[a-z])"), " "),  # four (4) weeks
    (re.compile(r"(?<=\d)\s*[\u2013\u2014]\s*(?=\d)|(?<=\d)\s+-\s+(?=\d)"), "-"),  # a range of figures
    (re.compile(r"(?<=[a-z\d])\s*/\s*(?=[a-z])"), " of "),  # june/july: one or the other
    (re.compile(r"(?<![\d/.-])'(\d{2})\b"), r" 20\1"),  # the year of two figures
    (re.compile(r"(?<=\d)[.,]5(?=\s*[a-z])"), " en half"),
)


def plain(text: str) -> str:
    """Lower case without accents, what is written short written whole; the hour of a day left out."""
    text = _HALF_SIGN.sub(",5", text).replace("\u00bd", "half ").replace("\u2019", "'").replace("\u2018", "'")
    found = unicodedata.normalize("NFKD", text).lower()
    found = "".join(sign for sign in found if not unicodedata.combining(sign))
    for short, whole in _WRITTEN_SHORT.items():
        found = found.replace(short, whole)
    for pattern, whole in _SIGNS:
        found = pattern.sub(whole, found)
    return _SHORT_UNIT.sub(r"\1", _SHORT_MONTH.sub(r"\1", _HOUR.sub(" ", found)))
