"""Finding what may be about a person: numbers, addresses and names of officials. It marks, and never decides.

Names of office-holders at the top are public and not marked. What no pattern finds is not safe for that: a
person reads the paper too.
"""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from waarborg.publication.check.lexicon import phrases
from waarborg.publication.check.names import found_names
from waarborg.publication.check.numbers import found_numbers
from waarborg.publication.check.spelling import composed, spelled
from waarborg.publication.check.walking import texts_of
from waarborg.values.case import CaseParty

Span = tuple[str, int, int]
_OF_A_NAME = frozenset({"name", "signature"})


@frozen
class Mark:
    """Words that may be about a person: what kind, which words, and where they stand first."""

    kind: str
    text: str
    place: str


@frozen
class Names:
    """Names that the record holds: those ``public`` by office are not marked, those ``known`` always are."""

    public: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def names_on_record(parties: Iterable[CaseParty], officials: Iterable[str] = ()) -> Names:
    """The names that the parties of a case hold, with those of ``officials``.

    Who holds an office at the top (minister, state secretary, mayor) is known by it to all; any other holder
    is an official.
    """
    held = [(party, party.holder.strip()) for party in parties if party.holder and party.holder.strip()]
    public = frozenset(name for party, name in held if _is_top(party))
    others = {name for _, name in held} | {name.strip() for name in officials}
    return Names(public, frozenset(name for name in others - public if _is_whole_name(name)))


def marks_in(text: str, place: str = "", names: Names | None = None) -> Iterator[Mark]:
    """What is marked in one text, from its beginning to its end."""
    names = names or Names()
    text = composed(text)
    signed = ".signature." in f".{place}."
    known = (
        ("name", *found.span()) for name in sorted(names.known) for found in spelled(name).finditer(text)
    )
    named = (*known, *found_names(text, signed=signed))
    for kind, start, end in _apart([*found_numbers(text), *_merged(named)]):
        words = text[start:end].strip()
        if kind not in _OF_A_NAME or not any(words.endswith(name) for name in names.public):
            yield Mark(kind, words, place)


def marks(value: object, names: Names | None = None) -> tuple[Mark, ...]:
    """What is marked in all texts of a value, each once."""
    found: dict[tuple[str, str], Mark] = {}
    for place, text in texts_of(value):
        for mark in marks_in(text, place, names):
            found.setdefault((mark.kind, mark.text), mark)
    return tuple(found.values())


def _merged(named: Iterable[Span]) -> Iterator[Span]:
    """Names that overlap are one name: "mevrouw Sanne" and "Sanne de Vries"."""
    current: Span | None = None
    for kind, start, end in sorted(named, key=lambda span: (span[1], -span[2])):
        if current and start < current[2]:
            current = (current[0], current[1], max(end, current[2]))
        else:
            if current:
                yield current
            current = (kind, start, end)
    if current:
        yield current


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those that lie within another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one[1] - one[2], one[1])):
        if not any(one[1] <= span[1] and span[2] <= one[2] for one in kept):
            kept.append(span)
    return sorted(kept, key=lambda one: one[1])


def _is_top(party: CaseParty) -> bool:
    words = "|".join(map(re.escape, phrases("top")))
    return party.chamber is not None or bool(
        re.search(rf"(?<!\w)(?:{words})(?!\w)", party.name, re.IGNORECASE)
    )


def _is_whole_name(name: str) -> bool:
    """More than one word, the first with a capital: one word alone stands in too much that is no name."""
    return len(name.split()) > 1 and name[:1].isupper()
