"""The small language in which lexicons are written, so that a lawyer can read and mend them.

``word`` stands for itself, ``word*`` for every word that begins so, ``*word`` for every word that ends so,
``<name>`` for a term of ``terms.yaml``, `` .. `` for at most eighty characters of the same sentence,
``(a|b)`` for a choice and ``(a )?`` for words that may be left out. All in lower case.

A phrase knows how it begins, so that it is not looked for in a text with no word that begins so: that keeps
the cost of thousands of phrases near that of the few that can occur.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from attrs import frozen

CLUE = 3
"""How many letters in a row decide whether a phrase is looked for at all."""

_LETTER = re.compile(r"\w")
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


@frozen(eq=False)
class Phrase:
    """A phrase made ready: its pattern, and the clue without which a text cannot hold it.

    ``whole``: it begins where a word begins; else its first letters may stand inside a word.
    """

    pattern: str
    clue: str
    whole: bool

    def finds(self, lowered: str) -> Iterator[re.Match[str]]:
        """Every place where the phrase stands in a lowered text.

        The pattern begins with plain letters, which is what a search runs fastest on; that a word begins
        there is looked at afterwards.
        """
        at = 0
        while found := _compiled(self.pattern).search(lowered, at):
            at = found.start() + 1
            if not self.whole or at == 1 or not _LETTER.match(lowered[at - 2]):
                yield found


def phrases(written: str, terms: Mapping[str, tuple[str, ...]]) -> tuple[Phrase, ...]:
    """Make a phrase ready: one phrase for every way in which it can begin, in the order written.

    Raises:
        ValueError: a bracket is not closed, a term is not known, or a gap lacks a space at a side.
    """
    return tuple(_phrase(pieces) for pieces in _beginnings(_parsed(written, terms)))


def clues_in(lowered: str) -> frozenset[str]:
    """How the words of a text begin (``^ris``), every three letters in a row, and the clue that all have."""
    words = set(re.findall(r"\w+", lowered))
    begins = {f"^{word[:length]}" for word in words for length in range(1, CLUE + 1)}
    inside = {lowered[at : at + CLUE] for at in range(len(lowered) - CLUE + 1)}
    return frozenset(begins | inside | {""})


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern compiled when it is first looked for; most phrases of a rule book never are."""
    return re.compile(pattern)


def _phrase(pieces: Sequence[Piece]) -> Phrase:
    whole = isinstance(pieces[0], Words)
    pieces = pieces if whole or len(pieces) == 1 else pieces[1:]
    first = pieces[0].letters if isinstance(pieces[0], Words) else ""
    return Phrase(f"{_pattern(pieces)}(?!\\w)", _clue(first, whole=whole), whole)


def _clue(letters: str, *, whole: bool) -> str:
    """What a text must hold for a phrase with this first word; nothing when the letters tell too little."""
    plain = re.match(r"\w*", letters)
    start = plain[0][:CLUE] if plain else ""
    if whole:
        return f"^{start}" if start else ""
    return letters[:CLUE] if len(letters) >= CLUE else ""


def _beginnings(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The same phrase once for each way of a choice it begins with."""
    if not pieces or not isinstance(pieces[0], Choice):
        yield pieces
        return
    first, rest = pieces[0], pieces[1:]
    for way in first.ways:
        yield from _beginnings([*way, *rest])
    if first.may_lack:
        yield from _beginnings(rest)


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
