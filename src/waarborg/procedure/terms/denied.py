"""Clauses that say what will *not* be done: their day is no term (*dat lukt niet voor 1 juli*)."""

import re

from waarborg.procedure.terms.lexicon import find, tokens

_CLAUSE = re.compile(r"(?<=[,;:!?])\s+|(?<=\.)\s+(?=[^\W\d_a-z])|\s+(?=(?:maar|doch|echter|but|however)\b)")
"""Where a clause ends: a comma or a stop with a space behind it, or a word that turns the sentence."""

_COUNTED = {("binnen",), ("within",)}


def kept(text: str) -> tuple[str, bool]:
    """The clauses of a text that deny nothing, and whether one did."""
    clauses = _CLAUSE.split(text)
    spoken = [clause for clause in clauses if not _denies(tokens(clause))]
    return (text, False) if len(spoken) == len(clauses) else (" ".join(spoken), True)


def _denies(words: tuple[str, ...]) -> bool:
    """A *not* that belongs to a verb of doing, or to a counted term; ``niet later dan`` denies nothing."""
    places = [at for at in range(len(words)) if find("not", words, at)]
    free = [at for at in places if not find("relations", words, at) and not find("not_only", words, at)]
    doing = any(find("doing", words, at) for at in range(len(words)))
    return any(doing or words[at + 1 : at + 2] in _COUNTED or find("cannot", words, at) for at in free)
