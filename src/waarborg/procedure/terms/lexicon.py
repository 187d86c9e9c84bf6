"""The words of terms: loaded from lexicon.yaml, found in a text longest first."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LIMIT = 10_000
"""The number of characters of a text that are read; what stands after it is left alone."""

_TOKEN = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}[-/]\d{1,2}[-/]'?\d{2}\b"
    r"|\d+(?:ste|de|st|nd|rd|th|e)\b|q[1-4]|h[12]\b|\d+|[a-z]+(?:'[a-z]+)?|[.;!?]"
)
_SHORT_MONTH = re.compile(r"\b(jan|feb|mrt|apr|jun|jul|aug|sept|sep|okt|oct|nov|dec|nr)\.")
_HOUR = re.compile(r"\b(?:om|at)\s+\d{1,2}[.:]\d{2}(?:\s*uur)?")
"""The hour of a day, which no term here is about."""
_WRITTEN_SHORT = {"a.s.": " ", "t.z.t.": "tzt", "z.s.m.": "zsm", "t/m": "tot en met"}
_STOP = frozenset(".;!?")
Found = tuple[str, int]


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text: lower case, accents off, articles and fillers left out, stops kept."""
    plain = unicodedata.normalize("NFKD", text[:LIMIT].replace("\u2019", "'")).lower()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    for short, whole in _WRITTEN_SHORT.items():
        plain = plain.replace(short, whole)
    plain = _SHORT_MONTH.sub(r"\1", _HOUR.sub(" ", plain))
    skipped = _skipped()
    found = [word for word in _TOKEN.findall(plain) if word not in skipped]
    while found and found[-1] in _STOP:
        found.pop()
    return tuple(found)


def find(kind: str, words: Sequence[str], at: int) -> Found | None:
    """What the longest phrase of ``kind`` at place ``at`` means, and the place after it."""
    for phrase, meaning in _phrases()[kind].get(words[at], ()) if at < len(words) else ():
        if tuple(words[at : at + len(phrase)]) == phrase:
            return meaning, at + len(phrase)
    return None


@cache
def _raw() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(
        Path(__file__).with_name("lexicon.yaml").read_text(encoding="utf-8")
    )
    return loaded


@cache
def _skipped() -> frozenset[str]:
    return frozenset(_raw()["skipped"])


@cache
def _phrases() -> Mapping[str, Mapping[str, Sequence[tuple[tuple[str, ...], str]]]]:
    return {kind: _by_first_word(meanings) for kind, meanings in _raw().items() if kind != "skipped"}


def _by_first_word(meanings: Any) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    pairs = meanings.items() if isinstance(meanings, dict) else [(phrase, [phrase]) for phrase in meanings]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meaning, phrases in pairs:
        for phrase in phrases:
            words = tokens(str(phrase))
            found.setdefault(words[0], []).append((words, str(meaning)))
    return {word: sorted(known, key=lambda pair: -len(pair[0])) for word, known in found.items()}
