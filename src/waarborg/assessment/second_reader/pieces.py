"""The words of an entry and their pieces, the same when learning and when reading.

A word counts whole, and by every four letters in it: Dutch glues words together, and pieces let
``bijstandsuitkering`` and ``uitkeringsfraude`` share what they share.
A piece never reaches over the end of a word, so that each piece leads back to a word and its place.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from waarborg.assessment.passages import passage

SIZE = 4
"""The letters in a piece that is no whole word; a space stands for the start or the end of a word."""

_WORD = re.compile(r"[^\W\d_]{2,}")


@frozen
class WordAt:
    """A word in small letters and where it stands: ``texts[field][start:end]``."""

    field: str
    start: int
    end: int
    word: str


def words(texts: Mapping[str, str], fields: Iterable[str]) -> tuple[WordAt, ...]:
    """The words of two letters and more in ``fields``, in their order; what holds a digit is no word."""
    return tuple(
        WordAt(name, found.start(), found.end(), found[0])
        for name in fields
        if name in texts
        for found in _WORD.finditer(passage(texts[name]).lowered)
    )


@lru_cache(maxsize=1 << 16)
def pieces(word: str) -> tuple[str, ...]:
    """Of `` recht ``: `` rec``, ``rech``, ``echt``, ``cht `` and `` recht ``."""
    padded = f" {word} "
    parts = [padded[at : at + SIZE] for at in range(len(padded) - SIZE + 1)]
    return (*parts, padded) if len(padded) > SIZE else tuple(parts)
