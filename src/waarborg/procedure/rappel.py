"""The half-yearly lists of a Chamber: what has expired by the reference day, and what expires by the next.

Source: the reminder letters of the Eerste Kamer (kst-33268-F). List 1 holds what is open or partly fulfilled
with a term up to the reference day (1 January or 1 July), list 2 what expires by the next one. What the
government calls done stays on the list until the committee says so.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from waarborg.law.calendars import Calendars
from waarborg.procedure.ministries import belongs
from waarborg.procedure.timeline import Item, timeline
from waarborg.procedure.timeline.status import is_over
from waarborg.values.case import Case

KINDS = frozenset({"commitment", "promise"})
"""What the lists hold."""


@frozen(kw_only=True)
class Rappel:
    """Both lists. ``next_day`` is None where a council set no next reference day: list 2 is then empty.

    ``no_term`` is what is open and has no day on which it expires: on no list, for information.
    """

    on: dt.date
    next_day: dt.date | None
    list1: tuple[Item, ...]
    list2: tuple[Item, ...]
    no_term: tuple[Item, ...] = ()


def rappel(
    cases: Iterable[Case], *, chamber: str, ministry: str, on: dt.date, calendars: Calendars
) -> Rappel:
    """The lists of one Chamber for one ministry on a reference day."""
    mine = [
        item
        for case in cases
        for item, body, office in promised(case, on, calendars)
        if body == chamber and not is_over(item.status) and belongs(office, ministry)
    ]
    return lists(mine, chamber=chamber, on=on, calendars=calendars)


def lists(mine: Iterable[Item], *, chamber: str, on: dt.date, calendars: Calendars) -> Rappel:
    """The lists of what is open for one ministry before one Chamber on a reference day."""
    mine, following = tuple(mine), next_reference_day(chamber, on, calendars)
    first = [item for item in mine if (last := last_day(item)) and last <= on]
    second = [item for item in mine if following and _may_expire(item, on, following)]
    none = [item for item in mine if last_day(item) is None]
    return Rappel(
        on=on, next_day=following, list1=_sorted(first), list2=_sorted(second), no_term=_sorted(none)
    )


def next_reference_day(chamber: str, on: dt.date, calendars: Calendars) -> dt.date | None:
    """1 January or 1 July, whichever comes first after ``on``; for a council its own next day, if any."""
    if chamber == "council":
        return next((day for day in calendars.of(chamber).reference_days if day > on), None)
    if on < dt.date(on.year, 7, 1):
        return dt.date(on.year, 7, 1)
    return dt.date(on.year + 1, 1, 1) if on.year < dt.MAXYEAR else None


def promised(case: Case, on: dt.date, calendars: Calendars) -> Iterator[tuple[Item, str, str]]:
    """Each commitment and promise on a day, to which body, and which office answers for it."""
    bodies = {item.id: item.chamber or case.dossier.chamber for item in case.instruments}
    for item in timeline(case, on, calendars).items:
        if item.kind in KINDS:
            party = case.party(item.responsible) if item.responsible else None
            yield item, bodies.get(item.id) or "", party.name if party else ""


def last_day(item: Item) -> dt.date | None:
    """The last day of its term; of a range, the last it can be."""
    return item.due or item.latest


def first_day(item: Item) -> dt.date | None:
    """The first day on which its term can end."""
    return item.due or item.earliest or item.latest


def _may_expire(item: Item, on: dt.date, following: dt.date) -> bool:
    """Whether it expires after ``on``, surely or possibly by ``following``."""
    first, last = first_day(item), last_day(item)
    return last is not None and first is not None and last > on and first <= following


def _sorted(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (last_day(item) or dt.date.max, item.id)))
