"""What asks to be watched in a case on a day, as codes with the items they are about."""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from attrs import frozen

from waarborg.law.lifecycles import lifecycles
from waarborg.procedure.timeline.acts import Thing
from waarborg.procedure.timeline.holders import committees_on
from waarborg.procedure.timeline.status import Life, is_over, lapse_days
from waarborg.values.case import Case


class Watched(Protocol):
    """What the watch needs of an item."""

    @property
    def id(self) -> str:
        """As in the case file."""

    @property
    def kind(self) -> str:
        """Its kind, by code."""

    @property
    def status(self) -> str:
        """Its status, by code."""

    @property
    def days_late(self) -> int | None:
        """How late it is or was."""


@frozen
class Watch:
    """Something to keep an eye on, and the items it is about."""

    code: str
    items: tuple[str, ...]


def watched(
    case: Case, lives: Sequence[tuple[Thing, Life]], items: Sequence[Watched], on: dt.date
) -> tuple[Watch, ...]:
    """All that asks to be watched on a day; what has no items is left out."""
    unkept = [i.id for i in items if i.kind == "promise" and not is_over(i.status) and i.status != "answered"]
    lapsed = [i.id for i in items if i.kind == "motion" and i.status == "lapsed"]
    odd = [thing.id for thing, life in lives if _unexplained(thing, life)]
    found = [
        Watch("recorded_lapse_unexplained", tuple(odd)),
        Watch("motion_lapsed_while_promise_open", (*lapsed, *unkept) if lapsed and unkept else ()),
        Watch("promise_in_no_register", tuple(i.id for i in items if _unregistered(case, i.id))),
        Watch("letter_missing", _missing_letters(case, on)),
        Watch("committee_changed", _committee_change(case, on)),
        Watch("answered_late", tuple(i.id for i in items if i.status == "answered" and i.days_late)),
        Watch("term_postponed", tuple(i.id for i in items if i.status == "postponed")),
    ]
    return tuple(watch for watch in found if watch.items)


def _unexplained(thing: Thing, life: Life) -> bool:
    """A lapse on record that no known rule gives on that day."""
    if thing.kind != "motion" or life.status != "lapsed":
        return False
    rule, last = lapse_days(thing, life)
    return rule is None or last is None or rule.end == "session" or life.since is None or life.since <= last


def _unregistered(case: Case, item_id: str) -> bool:
    """Whether a promise stands in no register; only instruments of the file can."""
    return any(
        i.id == item_id and i.register_number is None and lifecycles().kind(i.kind) == "promise"
        for i in case.instruments
    )


def _missing_letters(case: Case, on: dt.date) -> tuple[str, ...]:
    """Letters of which nothing is known, before the last letter that is known by ``on``."""
    letters = [paper for paper in case.papers if paper.letter]
    last = max((n for n, paper in enumerate(letters) if paper.when.surely_by(on)), default=-1)
    return tuple(
        p.letter for p in letters[: max(last, 0)] if p.letter and p.kind == "unknown" and not p.when.latest
    )


def _committee_change(case: Case, on: dt.date) -> tuple[str, ...]:
    """All committees that had the dossier by ``on``, in order, where there was more than one turn."""
    moments = (*(paper.when for paper in case.papers), *(event.when for event in case.events))
    days = sorted({moment.latest for moment in moments if moment.latest})
    turns: list[tuple[str, ...]] = []
    for day in (day for day in days if day <= on):
        now = committees_on(case, day)
        if now and (not turns or turns[-1] != now):
            turns.append(now)
    return tuple(dict.fromkeys(name for turn in turns for name in turn)) if len(turns) > 1 else ()
