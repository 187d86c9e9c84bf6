"""The words being read, and the parser of moments that every part of it can ask again."""

import datetime as dt
from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from waarborg.law.calendars import Calendars
from waarborg.procedure.terms.spans import Moment

Parsed = tuple[Moment, int] | None
_DEEPEST = 3
"""How deep moments stand within moments: the end of the first week after the recess."""


@frozen
class Context:
    """The words, the day they were said, for which body, with which calendars.

    ``statutory`` says that an act sets the term; ``parsers`` are tried in their order.
    """

    words: Sequence[str]
    said: dt.date
    body: str
    calendars: Calendars
    parsers: "Sequence[Callable[[Context, int], Parsed]]"
    statutory: bool = False
    depth: int = 0

    def word(self, at: int) -> str:
        """The word at a place, empty past the end."""
        return self.words[at] if at < len(self.words) else ""

    def moment(self, at: int) -> Parsed:
        """The moment that begins at word ``at``, and the place after it."""
        if self.depth > _DEEPEST:
            return None
        inner = evolve(self, depth=self.depth + 1)
        return next((found for parser in self.parsers if (found := parser(inner, at))), None)
