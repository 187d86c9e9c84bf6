"""Looking for marks in the texts of an entry, each find a quote; nothing is looked for before it is asked."""

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import define, field

from waarborg.assessment.passages import Passage, passage
from waarborg.assessment.phrases import Phrase
from waarborg.assessment.rulebook import At, Negated, RuleBook, Search
from waarborg.values.assessment import Quote

_BEFORE = 45
_AFTER = 2
_FINDS = 3
_WORD = re.compile(r"\w+")
_CLAUSE = re.compile(r"[,:(]|\b(?:maar|want|but|because)\b")


@define
class Marks:
    """The marks of one entry: looked for once, when first asked for, and then remembered."""

    book: RuleBook
    texts: Mapping[str, str]
    _found: dict[str, tuple[Quote, ...]] = field(factory=dict)

    def find(self, mark: str) -> tuple[Quote, ...]:
        """The words that carry ``mark``, at most three finds, in the order of the entry's fields."""
        if mark not in self._found:
            self._found[mark] = self._look(self.book.searches[mark])
        return self._found[mark]

    def _look(self, search: Search) -> tuple[Quote, ...]:
        finds: list[Quote] = []
        for name, text in self.texts.items():
            if name in search.fields and (quote := _first(search, name, text, self.book)):
                finds.append(quote)
                if len(finds) == _FINDS:
                    break
        return tuple(finds)


def is_placeholder(text: str, book: RuleBook) -> bool:
    """Whether an answer says nothing, such as ``-`` or ``n.v.t.`` with no reason."""
    return book.placeholder.match(text.lower()) is not None


@lru_cache(maxsize=1 << 17)
def _first(search: Search, name: str, text: str, book: RuleBook) -> Quote | None:
    """The first find in one field; the same text (a template, a law named by many) is searched once."""
    where = passage(text)
    if search.mark.at_least and len(where.text.split()) < search.mark.at_least:
        return None
    if not search.words:
        at = len(where.text) - len(where.text.lstrip())
        return None if is_placeholder(where.text, book) else where.quote(name, at, at)
    for phrase in _candidates(text, book).get(search.mark.id, ()):
        for found in phrase.finds(where.lowered):
            if _counts(found, search, where, book):
                return where.quote(name, found.start(), found.end())
    return None


@lru_cache(maxsize=8192)
def _candidates(text: str, book: RuleBook) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of each mark that the text has a clue to, in the order written."""
    clues = passage(text).clues
    found = sorted(place for clue in clues & book.by_clue.keys() for place in book.by_clue[clue])
    marks: dict[str, list[Phrase]] = {}
    for mark, at in found:
        marks.setdefault(mark, []).append(book.searches[mark].words[at])
    return {mark: tuple(phrases) for mark, phrases in marks.items()}


def _counts(found: re.Match[str], search: Search, where: Passage, book: RuleBook) -> bool:
    start, end = where.sentence(found.start())
    if found.end() > end or not _stands(found, search.mark.at, where):
        return False
    sentence = where.lowered[start:end]
    if any(next(phrase.finds(sentence), None) for phrase in search.unless):
        return False
    if search.mark.negated is Negated.KEEP:
        return True
    denied = _denied(found[0], where.lowered[start : found.start()], where.lowered[found.end() : end], book)
    return denied is (search.mark.negated is Negated.ONLY)


def _stands(found: re.Match[str], at: At, where: Passage) -> bool:
    if at is At.ANYWHERE:
        return True
    if where.lowered[: found.start()].strip(" \n\t\"'-:*"):
        return False
    return at is At.START or not where.lowered[found.end() :].strip(" \n\t\"'-:*.!,;")


def _denied(words: str, before: str, after: str, book: RuleBook) -> bool:
    """Whether a denial stands among the words found, close before in the same clause, or right after."""
    clause = _CLAUSE.split(before)[-1][-_BEFORE:]
    follow = _CLAUSE.split(after)[0].split()[:_AFTER]
    return not book.denials.isdisjoint([*_WORD.findall(words), *_WORD.findall(clause), *follow])
