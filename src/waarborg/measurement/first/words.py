"""The words by which logs call things, read from ``names.yaml``, and how well a name fits them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record

_INSIDE = 6
"""A word of at least so many letters may stand inside a word of a name, as in Dutch compounds."""


@frozen(kw_only=True)
class Words:
    """What ``names.yaml`` holds."""

    roles: Mapping[str, tuple[str, ...]]
    groups: tuple[str, ...]
    adverse: tuple[str, ...]
    favourable: tuple[str, ...]
    formats: tuple[str, ...]
    totals: tuple[str, ...]


@cache
def words() -> Words:
    """The words."""
    return load_record(Path(__file__).with_name("names.yaml"), Words)


def fit(name: str, lines: Iterable[str]) -> int:
    """How well a name fits the best of some lines of words, as letters that fit; 0 where none does."""
    own = _parts(name)
    fits = [len(line) for line in lines if all(_within(word, own) for word in line.split())]
    exact = [10 * len(line) for line in lines if line.split() == own]
    return max(fits + exact, default=0)


def _within(word: str, own: list[str]) -> bool:
    if len(word) <= 2:  # noqa: PLR2004  "id" begins too many words
        return word in own
    return any(one.startswith(word) or (len(word) >= _INSIDE and word in one) for one in own)


def _parts(name: str) -> list[str]:
    """The words of a name: parted by anything but letters and digits, and before a capital."""
    plain = unicodedata.normalize("NFKD", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))
    return re.findall(r"[a-z0-9]+", "".join(one for one in plain if not unicodedata.combining(one)).lower())
