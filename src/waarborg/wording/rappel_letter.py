"""The half-yearly reminder of a body as the draft of a letter: both lists, and what has no term."""

from collections.abc import Callable, Iterable

from waarborg.procedure.rappel import Rappel
from waarborg.procedure.timeline import Item
from waarborg.wording.catalogue import Language, phrase
from waarborg.wording.dates import long_date


def rappel_letter(
    made: Rappel, ministry: str, language: Language, *, name: Callable[[Item], str] = lambda item: item.id
) -> str:
    """The letter as plain text; ``name`` says how an item is called in it."""
    on = long_date(made.on, language)
    parts = [phrase("rappel.opening", language, ministry=ministry, on=on), ""]
    parts += [phrase("rappel.list1", language, on=on), *_rows(made.list1, name, language), ""]
    if made.next_day:
        following = long_date(made.next_day, language)
        parts += [phrase("rappel.list2", language, on=following), *_rows(made.list2, name, language), ""]
    if made.no_term:
        rows = [f"- {name(item)}: {phrase(f'status.{item.status}', language)}" for item in made.no_term]
        parts += [phrase("rappel.no_term", language), *rows, ""]
    return "\n".join((*parts, phrase("rappel.closing", language)))


def _rows(items: Iterable[Item], name: Callable[[Item], str], language: Language) -> list[str]:
    rows = [
        f"- {name(item)}: {phrase(f'status.{item.status}', language)}, {_term(item, language)}"
        for item in items
    ]
    return rows or [phrase("rappel.nothing", language)]


def _term(item: Item, language: Language) -> str:
    """Its day; of a range both ends."""
    if item.due:
        return phrase("case.due", language, due=long_date(item.due, language))
    first, last = (long_date(day, language) if day else "?" for day in (item.earliest, item.latest))
    return phrase("case.between", language, earliest=first, latest=last)
