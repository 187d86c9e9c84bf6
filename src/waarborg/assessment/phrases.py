"""The small language in which lexicons are written, so that a lawyer can read and mend them.

``word`` stands for itself, ``word*`` for every word that begins so, ``*word`` for every word that ends so,
``<name>`` for a term of ``terms.yaml``, `` .. `` for at most eighty characters of the same sentence,
``(a|b)`` for a choice and ``(a )?`` for words that may be left out. All in lower case.

A phrase knows how it can begin, so that it is not looked for in a text with no word that begins so: that
keeps the cost of a thousand phrases near that of the few that can occur.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

OPENING = 3
"""How many letters of a word decide whether a phrase can begin there."""

_GAP = r"\W(?:[^.!?;\n]{0,80}?\W)?"
_PIECE = re.compile(r"<[a-z_]+>| \.\. |\s+|\)\?|[()|*]|[^<>()|*?\s]+")


@frozen
class Words:
    """Letters that must stand as they are."""

    letters: str


@frozen
class Choice:
    """One of several ways to go on; ``may_lack`` when it may be left out."""

    ways: tuple["Sequence[Piece]", ...]
    may_lack: bool = False


@frozen
class Sign:
    """A gap (`` .. ``), a space, or the rest of a word (``*``)."""

    kind: str


Piece = Words | Choice | Sign


@frozen
class Phrase:
    """A phrase made ready: its pattern, how its first word can begin, and what that word can hold."""

    pattern: re.Pattern[str]
    begins: frozenset[str]
    holds: tuple[str, ...]

    def can_occur(self, lowered: str, openings: Collection[str]) -> bool:
        """Whether a text with these openings of words has a place where the phrase could begin."""
        return not self.begins.isdisjoint(openings) or any(part in lowered for part in self.holds)


def phrase(written: str, terms: Mapping[str, tuple[str, ...]]) -> Phrase:
    """Make a phrase ready.

    Raises:
        ValueError: a bracket is not closed, a term is not known, or a gap lacks a space at a side.
    """
    pieces = _parsed(written, terms)
    first = _firsts(pieces)
    begins = frozenset(letters[:OPENING] for whole, letters in first if whole)
    holds = tuple(letters for whole, letters in first if not whole)
    return Phrase(re.compile(rf"\b(?:{_pattern(pieces)})\b"), begins, holds)


def openings(lowered: str) -> frozenset[str]:
    """The first letters, one to ``OPENING`` of them, of every word of a text."""
    words = set(re.findall(r"\w+", lowered))
    return frozenset(word[:length] for word in words for length in range(1, OPENING + 1))


def _parsed(written: str, terms: Mapping[str, tuple[str, ...]]) -> Sequence[Piece]:
    """Read a phrase; a choice is kept open on a stack until its bracket closes."""
    stack: list[list[list[Piece]]] = [[[]]]
    for found in _PIECE.finditer(written):
        part = found[0]
        if part == "(":
            stack.append([[]])
        elif part == "|":
            stack[-1].append([])
        elif part in {")", ")?"}:
            ways = stack.pop()
            if not stack:
                raise ValueError(written)
            stack[-1][-1].append(Choice(tuple(ways), part == ")?"))
        else:
            stack[-1][-1].append(_piece(part, terms))
    if len(stack) != 1 or len(stack[0]) != 1:
        raise ValueError(written)
    return stack[0][0]


def _piece(part: str, terms: Mapping[str, tuple[str, ...]]) -> Piece:
    if part.startswith("<"):
        name = part.strip("<>")
        if name not in terms:
            raise ValueError(part)
        return Choice(tuple(_parsed(each, terms) for each in terms[name]))
    if part in {" .. ", "*"} or part.isspace():
        return Sign(part.strip() or " ")
    if ".." in part:
        raise ValueError(part)
    return Words(part)


def _pattern(pieces: Sequence[Piece]) -> str:
    return "".join(map(_one, pieces))


def _one(piece: Piece) -> str:
    if isinstance(piece, Words):
        return re.escape(piece.letters)
    if isinstance(piece, Choice):
        return "(?:" + "|".join(map(_pattern, piece.ways)) + ")" + ("?" if piece.may_lack else "")
    return {"..": _GAP, " ": r"\s+", "*": r"\w*"}[piece.kind]


def _firsts(pieces: Sequence[Piece]) -> set[tuple[bool, str]]:
    """The letters a phrase can begin with; False with them where they may stand inside a word."""
    if not pieces:
        return {(False, "")}
    first, rest = pieces[0], pieces[1:]
    if isinstance(first, Words):
        opens = re.match(r"\w+", first.letters)
        return {(True, opens[0])} if opens else {(False, first.letters)}
    if isinstance(first, Choice):
        found = {each for way in first.ways for each in _firsts(way)}
        return found | _firsts(rest) if first.may_lack else found
    if rest and isinstance(rest[0], Words):
        return {(False, rest[0].letters)}
    return {(False, "")}
