"""The marks that the second reader weighs: found anywhere in an entry, and once more in its opening.

What an entry says first is mostly what its system is for. Learning and reading both ask here, so they agree.
"""

from collections.abc import Iterable, Mapping

from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.passages import passage
from waarborg.assessment.rulebook import RuleBook
from waarborg.values.assessment import Quote

OPENING = "opening:"
"""Before the name of a mark that stands in the opening."""

_TITLE = "name"
_FIRST_TOLD = ("goal", "description_short", "description")


def marks_in(language: str, book: RuleBook) -> tuple[str, ...]:
    """The names of the marks of entries in ``language``, each in both places."""
    fitting = [name for name, search in book.searches.items() if search.language in {None, language}]
    return tuple(f"{before}{name}" for name in fitting for before in ("", OPENING))


def marked(marks: Marks, names: Iterable[str]) -> dict[str, Quote]:
    """The marks among ``names`` that are found, each with the first words that carry it.

    A name that the rules do not have is passed over: what was learned may be older than they are.
    """
    searches = marks.book.searches
    opening = Marks(marks.book, _opening(marks.texts))
    found = {}
    for name in names:
        where, mark = opening if name.startswith(OPENING) else marks, name.removeprefix(OPENING)
        if mark in searches and (quotes := where.find(mark)):
            found[name] = quotes[0]
    return found


def _opening(texts: Mapping[str, str]) -> dict[str, str]:
    """The title, and the first sentence of the first field that tells what the system is for."""
    told = next((name for name in _FIRST_TOLD if texts.get(name, "").strip()), None)
    opening = {_TITLE: texts[_TITLE]} if _TITLE in texts else {}
    if told:
        text = texts[told]
        opening[told] = text[: passage(text).sentence(len(text) - len(text.lstrip()))[1]]
    return opening
