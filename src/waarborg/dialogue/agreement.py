"""Who stands where, and whether they agree (DESIGN 4.5).

Only decisions of the claimant and of the bodies it accounts to are counted; views, and decisions of others,
are shown. Nothing becomes adequate by machine: agreement is what parties said, side by side.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import TypeVar

from waarborg.values.dialogue import Basis, Position, Record, Stance

AnyHolder = TypeVar("AnyHolder", str, tuple[str, str])

_AGREED = {Stance.ADEQUATE: "agreed_adequate", Stance.INADEQUATE: "agreed_inadequate"}


def decisions(positions: Iterable[Position]) -> Mapping[str, Position]:
    """The decision that counts of each party: the latest at the narrowest scope where it said anything."""
    decided = (item for item in positions if item.basis is Basis.DECISION)
    return _nearest(decided, lambda item: item.party)


def views(positions: Iterable[Position]) -> Mapping[str, Position]:
    """The view that shows of each holder; a view without a named holder shows under its party.

    A fraction of one name sits in both Chambers: where a holder stands in two parties, each is told apart.
    """
    held_views = tuple(item for item in positions if item.basis is Basis.VIEW)
    found = _nearest(held_views, lambda item: (item.holder or item.party, item.party))
    names = Counter(name for name, _ in found)
    return {f"{name} ({party})" if names[name] > 1 else name: item for (name, party), item in found.items()}


def _nearest(
    positions: Iterable[Position], holder: Callable[[Position], AnyHolder]
) -> Mapping[AnyHolder, Position]:
    ordered = sorted(positions, key=lambda item: (holder(item), _nearness(item)))
    return {name: max(items, key=_nearness) for name, items in groupby(ordered, key=holder)}


def _nearness(item: Position) -> tuple[object, ...]:
    return (-item.scope.breadth, item.date, item.party, item.stance)


def held(position: Position | None) -> Stance | None:
    """The stance, or None where there is none: undecided is no position."""
    if position is None or position.stance is Stance.UNDECIDED:
        return None
    return position.stance


def line(ours: Stance | None, theirs: Stance | None) -> str:
    """The agreement on one line, between the claimant and one body."""
    if ours is None and theirs is None:
        return "nobody"
    if ours is None or theirs is None:
        return "incomplete"
    if ours is theirs:
        return _AGREED.get(ours, "conditional")
    return "disputed" if Stance.INADEQUATE in {ours, theirs} else "conditional"


def lines(record: Record, decided: Mapping[str, Position]) -> Mapping[str, str]:
    """The agreement per body, in the order of the bodies."""
    ours = held(decided.get(record.claimant))
    return {body: line(ours, held(decided.get(body))) for body in record.bodies}


def overall(found: Mapping[str, str]) -> str:
    """The agreement over all lines: disputed if any is, else what they share, conditional, or incomplete."""
    values = set(found.values())
    if "disputed" in values:
        return "disputed"
    if len(values) <= 1:
        return values.pop() if values else "nobody"
    return "conditional" if values == {"agreed_adequate", "conditional"} else "incomplete"
