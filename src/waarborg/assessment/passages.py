"""A field's text made ready to be searched: lowered without moving a letter, cut into sentences.

Exports of the register glue paragraphs together (``beslist.Daarna``, ``risicoDit``): a small letter followed
by a capital inside a word begins a new sentence too.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from attrs import field, frozen

from waarborg.assessment.phrases import clues_in
from waarborg.values.assessment import Quote

QUOTE_LIMIT = 300
"""The most characters a quote may hold (DESIGN 9)."""

_BREAK = re.compile(
    r"[.!?]\s+(?=[A-ZÀ-Þ\"'\u2018\u201c(\[])"
    r"|\s*\n\s*|\s*[;•·]\s*"
    r"|(?<=[a-zà-ÿ)]{2})[.!?:](?=[A-ZÀ-Þ][a-z])"
    r"|(?<=[a-zà-ÿ]{3})(?=[A-Z][a-z]{2,}\b)"
)
_WORD_BEFORE = re.compile(r"\w+\Z")
_LONGEST_NAME = 40
_SAME_LENGTH = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "`": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u0130": "i",
        "\xad": "-",
    }
)
"""Curly quotes, dashes and soft hyphens as typed, and the one capital whose small form is longer."""


@frozen
class Passage:
    """A text, its lowered form letter for letter as long, where sentences begin, and clues to its words."""

    text: str
    lowered: str
    starts: tuple[int, ...] = field(repr=False)
    clues: frozenset[str] = field(repr=False)

    def sentence(self, place: int) -> tuple[int, int]:
        """The start and end of the sentence that holds ``place``."""
        at = bisect_right(self.starts, place) - 1
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        return self.starts[at], end

    def quote(self, name: str, start: int, end: int) -> Quote:
        """The sentence around a find, or as much of it around the find as a quote may hold."""
        first, last = self.sentence(start)
        last = max(last, end)
        if last - first > QUOTE_LIMIT:
            spare = max(0, QUOTE_LIMIT - (end - start)) // 2
            first, last = self._whole_words(max(first, start - spare), min(last, end + spare))
        return Quote(name, *_stripped(self.text, first, min(last, first + QUOTE_LIMIT)))

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch without a word cut in two at either side, where it holds a space."""
        cut_start = start > 0 and not self.text[start - 1].isspace()
        cut_end = end < len(self.text) and not self.text[end].isspace()
        after = re.search(r"\s", self.text[start:end]) if cut_start else None
        before = re.search(r"\s\S*\Z", self.text[start:end]) if cut_end else None
        if after and before and after.end() < before.start():
            return start + after.end(), start + before.start()
        return (start + after.end() if after else start), (start + before.start() if before else end)


@lru_cache(maxsize=8192)
def passage(text: str) -> Passage:
    """Make a text ready. The same text (a vendor's template) is made ready once."""
    lowered = text.translate(_SAME_LENGTH).lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    starts = (0, *(found.end() for found in _BREAK.finditer(text) if not _is_name(text, found)))
    return Passage(text, lowered, tuple(sorted(set(starts))), clues_in(lowered))


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether a capital inside a word belongs to a name that begins with one (``SpotRotterdam``)."""
    if found[0]:
        return False
    word = _WORD_BEFORE.search(text, max(0, found.start() - _LONGEST_NAME), found.start())
    return word is not None and word[0][0].isupper()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
