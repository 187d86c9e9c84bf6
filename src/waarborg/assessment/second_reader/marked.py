"""The marks that the second reader weighs: found anywhere in an entry, and once more in its opening.

What an entry says first is mostly what its system is for. Learning and reading both ask here, so they agree.
"""

from collections.abc import Iterable, Mapping

from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.passages import passage
from waarborg.values.assessment import Quote

OPENING = "opening:"
"""Before the name of a mark that stands in the opening."""

_TITLE = "name"
_FIRST_TOLD = ("goal", "description_short", "description")


def marked(marks: Marks, names: Iterable[str] | None = None) -> dict[str, Quote]:
    """The marks among ``names`` that are found, each with the first words that carry it.

    Without ``names`` every mark of the rules is looked for, in both places. A name that the rules do not have
    is passed over: what was learned may be older than they are.
    """
    searches = marks.book.searches
    if names is None:
        names = [f"{before}{name}" for name in searches for before in ("", OPENING)]
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
