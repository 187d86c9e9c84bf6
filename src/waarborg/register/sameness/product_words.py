"""Which words of a name name a product, found in how the register itself writes them.

A word names a product when running text has it and hardly ever in small letters, nor mostly in capitals
throughout (that is an abbreviation), or when it has a capital inside (``DataMask``).
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from attrs import define, field

from waarborg.register.placeholders import is_placeholder
from waarborg.register.sameness.descriptions import DESCRIBING
from waarborg.register.sameness.texts import words_of
from waarborg.sources.records import load_yaml
from waarborg.values.entry import Entry

_RUNNING = (
    *DESCRIBING,
    "lawful_basis",
    "source_data",
    "human_intervention",
    "risks",
    "proportionality",
)
_WORD = re.compile(r"\w+")
_LINK = re.compile(r"\S*(?:://|www\.|@)\S*|\b\S+\.(?:nl|com|eu|org|net)\b")
_LINK_MARKS = ("://", "www.", "@", ".nl", ".com", ".eu", ".org", ".net")
_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]")
_COMMON = 0.1
_CAPITALS = 0.5
_SHORTEST = 2
_LEGAL_FORMS = frozenset(
    {"bv", "b", "v", "nv", "n", "inc", "ltd", "llc", "gmbh", "group", "groep", "holding"}
)
_JOINING = frozenset({"de", "het", "en", "van", "the", "and", "of"})
_IN_HOUSE = ("intern", "eigen", "zelf", "in-house", "in house", "developed")


@define
class Spellings:
    """How often a register writes each word, and in which form."""

    _forms: Counter[str] = field(factory=Counter)
    _counted: dict[str, tuple[int, int, int]] = field(factory=dict)

    def read(self, entry: Entry) -> None:
        """Count the words of an entry's running text, web addresses left out."""
        for name in _RUNNING:
            text = entry.texts.get(name, "")
            if any(mark in text for mark in _LINK_MARKS):
                text = _LINK.sub(" ", text)
            self._forms.update(_WORD.findall(text))

    def products(self, name: str, organisation: str) -> frozenset[str]:
        """The words of a name that name a product."""
        words = _telling_words(name, organisation)
        return frozenset(word.casefold() for word in words if self._is_product(word))

    def proper_words(self, name: str, organisation: str) -> frozenset[str]:
        """The words of a name that may name a product: also those that running text does not have."""
        words = _telling_words(name, organisation)
        return frozenset(word.casefold() for word in words if self._is_product(word) or self._is_unseen(word))

    def _is_product(self, word: str) -> bool:
        small, capitals, times = self._count(word.casefold())
        if times and (small >= _COMMON * times or capitals >= _CAPITALS * times):
            return False
        return bool(times) or bool(_CAPITAL_INSIDE.search(word))

    def _is_unseen(self, word: str) -> bool:
        return not (self._count(word.casefold())[2] or word.isupper() or word.islower())

    def _count(self, plain: str) -> tuple[int, int, int]:
        """How often a word stands in small letters, in capitals, and in all."""
        if not self._counted:
            for form, times in self._forms.items():
                small, capitals, every = self._counted.get(form.casefold(), (0, 0, 0))
                is_small, is_capitals = form.islower(), form.isupper()
                self._counted[form.casefold()] = (
                    small + is_small * times,
                    capitals + is_capitals * times,
                    every + times,
                )
        return self._counted.get(plain, (0, 0, 0))


def provider_words(entry: Entry) -> frozenset[str]:
    """The words of the provider's name; none where none is given or the organisation made it itself."""
    given = entry.texts.get("provider", "").strip()
    if is_placeholder(given) or given.casefold().startswith(_IN_HOUSE):
        return frozenset()
    return frozenset(words_of(given)) - _LEGAL_FORMS - _JOINING


def plain_name(name: str, organisation: str) -> str:
    """A name as it is compared: small letters, no marks, without the words of the organisation."""
    own = set(words_of(organisation))
    return " ".join(word for word in words_of(name) if word not in own)


def _telling_words(name: str, organisation: str) -> list[str]:
    """The words of a name that can tell systems apart: no numbers, no word of the organisation's name."""
    own = set(words_of(organisation))
    endings, words = _no_products()
    return [
        word
        for word in _WORD.findall(name)
        if len(word) >= _SHORTEST
        and not word.isdigit()
        and not (word.casefold() in own or word.casefold() in words or word.casefold().endswith(endings))
    ]


@cache
def _no_products() -> tuple[tuple[str, ...], frozenset[str]]:
    data = load_yaml(Path(__file__).with_name("no_product_words.yaml"))
    return tuple(data["endings"]), frozenset(data["words"])
