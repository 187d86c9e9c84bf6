"""What changed in a text, word by word: the words that stayed, those that went and those that came."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from attrs import frozen

LONGEST = 4_000
"""Words of a text that are compared one by one; of a longer one the whole is told as gone and come."""
MOST_PAIRS = 1_000_000
"""Places where a word of the one text stands in the other, likewise: the time grows with them. In running
text one or two pairs in a hundred agree, some 250 000 for two of the longest; in a few words
repeated without end half of them."""

_WORDS = re.compile(r"\S+\s*")


class Fate(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


@frozen
class Piece:
    """Some words of a text, as they stand in it, and what became of them."""

    fate: Fate
    text: str


def word_difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two texts in reading order; what went stands before what came in its place.

    Words are compared with the marks that cling to them. The white space after a word does not count: shown
    is that of the newer text, and the older one's where a word is gone.
    """
    one, two = _WORDS.findall(old), _WORDS.findall(new)
    plain = [word.strip() for word in one], [word.strip() for word in two]
    if max(len(one), len(two)) > LONGEST or _pairs(*plain) > MOST_PAIRS:
        return tuple(_pieces([(Fate.GONE, old), (Fate.COME, new)]))
    found: list[tuple[Fate, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, *plain, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append((Fate.SAME, "".join(two[k:m])))
        else:
            found += [(Fate.GONE, "".join(one[i:j])), (Fate.COME, "".join(two[k:m]))]
    return tuple(_pieces(found))


def _pairs(one: list[str], two: list[str]) -> int:
    counts = Counter(two)
    return sum(times * counts[word] for word, times in Counter(one).items())


def _pieces(found: list[tuple[Fate, str]]) -> Iterator[Piece]:
    return (Piece(fate, text) for fate, text in found if text)
