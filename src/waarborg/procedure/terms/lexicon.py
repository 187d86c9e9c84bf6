"""The words of terms: loaded from lexicon.yaml, found in a text longest first."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from waarborg.procedure.terms.writing import plain

LIMIT = 10_000
"""The number of characters of a text that are read; what stands after it is left alone."""

_TOKEN = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}[-/]\d{1,2}[-/]'?\d{2}\b"
    r"|\d{1,2}[-/]\d{1,2}(?![-/.]?\d)|\d+(?:ste|de|st|nd|rd|th|e)\b|q[1-4]|h[12]\b|\d+|[a-z]+(?:'[a-z]+)?|[.;!?]"
)
_RANGE = re.compile(r"(\d{1,2})[-/](\d{1,2})")
_STOP = frozenset(".;!?")
Found = tuple[str, int]


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text: lower case, accents off, articles and fillers left out, stops kept."""
    skipped = _skipped()
    found = [word for word in _ranges(_TOKEN.findall(plain(text[:LIMIT]))) if word not in skipped]
    while found and found[-1] in _STOP:
        found.pop()
    return tuple(found)


def _ranges(words: list[str]) -> list[str]:
    """Two figures with a month or a unit behind them are a range (*6-8 weken*); else a day (*1-7*)."""
    found: list[str] = []
    for at, word in enumerate(words):
        pair = _RANGE.fullmatch(word)
        if pair and at + 1 < len(words) and words[at + 1] in _counted_words():
            found += [pair[1], "tot", "en", "met", pair[2]]
        else:
            found.append(word)
    return found


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
def _counted_words() -> frozenset[str]:
    named = (_raw()["units"], _raw()["months"])
    return frozenset(str(word) for kind in named for words in kind.values() for word in words)


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
