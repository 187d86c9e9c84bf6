"""What counts: the part of a record that a view may see, with nothing of the rest left in it.

Dated by ``on``, recorded by ``known_on``, visible to the reader (DESIGN 4.1). What a reader may not see is
taken out here, before anything is computed, so it can change nothing of what he gets.
"""

from collections.abc import Iterable
from typing import TypeVar

from attrs import evolve

from waarborg.values.dialogue import PUBLIC, Dated, Evidence, Item, Measure, Question, Record, View

AnyItem = TypeVar("AnyItem", bound=Item)


def seen(record: Record, view: View) -> Record:
    """The record as this view sees it."""
    return evolve(
        record,
        claims=counted(record.claims, view),
        evidence=tuple(_without_later_withdrawal(item, view) for item in counted(record.evidence, view)),
        questions=tuple(_with_counted_steps(item, view) for item in counted(record.questions, view)),
        positions=counted(record.positions, view),
        measures=tuple(_without_later_end(item, view) for item in counted(record.measures, view)),
        changes=counted(record.changes, view),
        new_holders=counted(record.new_holders, view),
    )


def counted(items: Iterable[AnyItem], view: View) -> tuple[AnyItem, ...]:
    """The items that happened, were known, and may be seen, by this view."""
    return tuple(item for item in items if _visible(item, view) and _happened(item, view))


def _visible(item: Item, view: View) -> bool:
    return PUBLIC in item.visible_to or view.reader in item.visible_to


def _happened(thing: Item | Dated, view: View) -> bool:
    known = view.known_on is None or (thing.recorded or thing.date) <= view.known_on
    return known and thing.date <= view.on


def _if_happened(dated: Dated | None, view: View) -> Dated | None:
    return dated if dated is not None and _happened(dated, view) else None


def _without_later_withdrawal(item: Evidence, view: View) -> Evidence:
    return evolve(item, withdrawn=_if_happened(item.withdrawn, view))


def _without_later_end(item: Measure, view: View) -> Measure:
    return evolve(item, done=_if_happened(item.done, view), withdrawn=_if_happened(item.withdrawn, view))


def _with_counted_steps(item: Question, view: View) -> Question:
    return evolve(item, steps=counted(item.steps, view))
