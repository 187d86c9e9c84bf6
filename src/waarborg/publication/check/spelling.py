"""The same words however they are spelled: other capitals, other blanks, signs that do not show.

A number is the same number whatever stands between its figures: one decision holds for all its spellings.
"""

import re
from functools import cache
from unicodedata import normalize

from attrs import frozen

_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_BETWEEN = rf"[ \t\u00a0()./\\_\u00b7{re.escape(_DASHES)}]"
_UNBROKEN, _BLANK = re.compile(rf"(?:{_BETWEEN}|\s)+"), re.compile(r"\s+")
_DASH = str.maketrans(dict.fromkeys(_DASHES, "-"))
_FIGURES = 7
"""From how many figures on words are a number and no text with a number in it."""


def composed(text: str) -> str:
    """The text as patterns expect it: letters whole (Unicode NFC), and no signs that do not show."""
    return normalize("NFC", _UNSEEN.sub("", text))


def same(one: str, other: str) -> bool:
    """Whether two texts are the same words, or the same number."""
    return _plain(one) == _plain(other)


@cache
def spelled(words: str) -> re.Pattern[str]:
    """The pattern of all spellings of some words; within other words only the one that was given."""
    words = composed(words).strip()
    if _is_number(words):
        figures = (rf"{_BETWEEN}{{0,3}}").join(map(re.escape, _signs(words)))
        return re.compile(rf"(?i:{figures})")
    exact, loose = _joined(words, r"\s*"), _joined(words, r"\s+")
    return re.compile(rf"{exact}|(?<![^\W_])(?i:{loose})(?![^\W_])")


@frozen
class Reading:
    """A text to look for words in, where a form may have broken its lines anywhere.

    ``bare`` is without blanks, ``folded`` without capitals, ``figures`` without what stands between figures.
    """

    bare: str
    folded: str
    figures: str

    @classmethod
    def of(cls, text: str) -> "Reading":
        """The text, read once for all words."""
        plain = composed(text).translate(_DASH)
        folded = _BLANK.sub(" ", plain).casefold()
        return cls(_BLANK.sub("", plain), folded, _UNBROKEN.sub("", folded))

    def holds(self, words: str) -> bool:
        """Whether the words stand there: exactly so within any other, in other spellings on their own."""
        plain = composed(words).strip().translate(_DASH)
        if _is_number(plain):
            return _signs(plain).casefold() in self.figures
        if _BLANK.sub("", plain) in self.bare:
            return True
        folded = _BLANK.sub(" ", plain).casefold()
        return folded in self.folded and bool(
            re.search(rf"(?<![^\W_]){re.escape(folded)}(?![^\W_])", self.folded)
        )


def _joined(words: str, blank: str) -> str:
    return "".join(blank if part.isspace() else _sign(part) for part in re.findall(r"\s+|\S", words))


def _sign(sign: str) -> str:
    return f"[{re.escape(_DASHES)}]" if sign in _DASHES else re.escape(sign)


def _plain(words: str) -> str:
    words = composed(words)
    return _signs(words).casefold() if _is_number(words) else " ".join(words.split()).casefold()


def _is_number(words: str) -> bool:
    """A phone, account or citizen number: figures above all, and at most the letters of an account."""
    letters = sum(sign.isalpha() for sign in words)
    return sum(sign.isdigit() for sign in words) >= max(_FIGURES, 2 * letters)


def _signs(words: str) -> str:
    return "".join(sign for sign in words if sign.isalnum())
