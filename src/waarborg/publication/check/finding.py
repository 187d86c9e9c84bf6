"""Finding what may be about a person: numbers, addresses and names of officials. It marks, and never decides.

A name is found by what stands before it (a form of address, a title, initials). Names of office-holders at
the top are public and not marked. What no pattern finds is not safe for that: a person reads the paper too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import attrs
import yaml
from attrs import frozen

_PARTICLES = r"(?:(?:van|von|de|den|der|het|'t|ten|ter|te|la|le|el|in|op)\s+)*"
_SURNAME = r"[^\W\d_a-zà-ÿ][\w'\u2019-]*[^\W_](?:-[^\W\d_]+)*"
_INITIALS = r"(?:[A-Z](?:h|hr)?\.\s?){1,5}"
_ADDRESSED = r"(?:[Dd]e\s+heer|[Dd]hr\.?|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|Mrs?\.?|Ms\.?)"
_TITLED = r"(?:[Dd]rs\.|[Mm]r\.|[Ii]r\.|[Dd]r\.|[Ii]ng\.|[Pp]rof\.)"
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": re.compile(r"(?<![\w-])(?:\+31|0031|0)(?:[\s()-]*\d){9}(?![\s-]?\d)"),
    "iban": re.compile(r"\bNL\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b"),
    "citizen_number": re.compile(r"(?<![\w.-])\d{9}(?![\w-])"),
    "name": re.compile(
        rf"(?<!\w)(?:(?:{_ADDRESSED}\s+)?(?:{_TITLED}\s*)*{_INITIALS}\s*{_PARTICLES}{_SURNAME})"
        rf"|(?<!\w)(?:(?:{_ADDRESSED}|{_TITLED})\s+(?:{_TITLED}\s*)*{_PARTICLES}{_SURNAME}(?:\s+{_SURNAME})?)"
    ),
}
_NINE = 9
_ELEVEN = 11


@frozen
class Mark:
    """Words that may be about a person: what kind, which words, and where they stand first."""

    kind: str
    text: str
    place: str


def marks_in(text: str, place: str = "", public_names: frozenset[str] = frozenset()) -> Iterator[Mark]:
    """What is marked in one text. ``public_names`` are surnames, or whole names, that are not marked."""
    for kind, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            words = found.group().strip()
            if kind == "citizen_number" and not _is_citizen_number(words):
                continue
            if kind == "name" and not _is_name(words, public_names):
                continue
            yield Mark(kind, words, place)


def marks(
    value: object,
    public_names: frozenset[str] = frozenset(),
    known_names: frozenset[str] = frozenset(),
) -> tuple[Mark, ...]:
    """What is marked in all texts of a value, each once.

    ``known_names`` are names of officials that the record holds: they are marked wherever they stand.
    """
    found: dict[tuple[str, str], Mark] = {}
    for place, text in texts_of(value):
        known = (Mark("name", name, place) for name in known_names if name in text)
        for mark in (*known, *marks_in(text, place, public_names)):
            found.setdefault((mark.kind, mark.text), mark)
    return tuple(
        mark
        for mark in found.values()
        if not any(mark.text in other.text for other in found.values() if other.text != mark.text)
    )


def texts_of(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value made of records, lists and mappings, with where it stands."""
    if isinstance(value, str):
        yield place, value
    elif attrs.has(type(value)):
        for one in attrs.fields(cast("type[attrs.AttrsInstance]", type(value))):
            yield from texts_of(getattr(value, one.name), f"{place}.{one.name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_of(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value, 1):
            yield from texts_of(inner, f"{place}.{number}".lstrip("."))


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same value with every text changed."""
    if isinstance(value, str):
        return change(value) if type(value) is str else value
    if attrs.has(type(value)):
        changed = {
            one.name: with_texts(getattr(value, one.name), change) for one in attrs.fields(type(value))
        }
        return attrs.evolve(value, **changed)
    if isinstance(value, Mapping):
        return {key: with_texts(inner, change) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(with_texts(inner, change) for inner in value)
    return value


@cache
def _opens() -> frozenset[str]:
    """The words of ``words.yaml``."""
    told = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return frozenset(word for line in told["opens"] for word in line.split())


def _is_name(words: str, public_names: frozenset[str]) -> bool:
    """Whether words that look like a name are one, and one that is not public."""
    initial, _, rest = words.partition(" ")
    if len(initial) == len("A.") and initial.endswith(".") and rest in _opens():
        return False
    return not any(words.endswith(name) for name in public_names)


def _is_citizen_number(digits: str) -> bool:
    """The eleven test of a burgerservicenummer: 9 a + 8 b + ... + 2 h - i is a multiple of eleven."""
    weighed = [int(digit) * (_NINE - place) for place, digit in enumerate(digits[:-1])]
    return (sum(weighed) - int(digits[-1])) % _ELEVEN == 0
