"""What asks to be watched in a case on a day, as codes with the items they are about."""

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from attrs import frozen

from waarborg.law.calendars import Calendars
from waarborg.law.lifecycles import lifecycles
from waarborg.procedure.timeline.acts import Thing
from waarborg.procedure.timeline.due import answer_rule
from waarborg.procedure.timeline.holders import committees_on
from waarborg.procedure.timeline.lapse import outlived, unexplained
from waarborg.procedure.timeline.life import Life
from waarborg.procedure.timeline.status import is_over
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
    def first_due(self) -> dt.date | None:
        """Its term before it was extended."""

    @property
    def days_late(self) -> int | None:
        """How late it is or was."""


_WAITING = {"open", "postponed", "extended"}


@frozen
class Watch:
    """Something to keep an eye on, and the items it is about."""

    code: str
    items: tuple[str, ...]


def watched(
    case: Case,
    lives: Sequence[tuple[Thing, Life]],
    items: Sequence[Watched],
    on: dt.date,
    calendars: Calendars,
) -> tuple[Watch, ...]:
    """All that asks to be watched on a day; what has no items is left out."""
    unkept = [i.id for i in items if i.kind == "promise" and not is_over(i.status) and i.status != "answered"]
    lapsed = [i.id for i in items if i.kind == "motion" and i.status == "lapsed"]
    odd = [thing.id for thing, life in lives if unexplained(thing, life, calendars)]
    late = [thing.id for thing, life in lives if outlived(thing, life, calendars)]
    found = [
        Watch("recorded_lapse_unexplained", tuple(odd)),
        Watch("voted_after_lapse", tuple(late)),
        Watch("motion_lapsed_while_promise_open", (*lapsed, *unkept) if lapsed and unkept else ()),
        Watch("promise_in_no_register", tuple(i.id for i in items if _unregistered(case, i.id))),
        Watch("letter_missing", _missing_letters(case, on)),
        Watch("committee_changed", _committee_change(case, on)),
        Watch("answered_late", tuple(i.id for i in items if i.status == "answered" and i.days_late)),
        Watch("answered_in_extended_term", tuple(i.id for i in items if _in_extended_term(i))),
        Watch("term_postponed", tuple(i.id for i in items if i.status == "postponed")),
        Watch("postponement_not_granted", tuple(thing.id for thing, life in lives if life.notices)),
        Watch("no_notice", tuple(thing.id for thing, life in lives if _no_notice(thing, life, on))),
        Watch("listed_unanswered", tuple(thing.id for thing, life in lives if _listed(thing, life, on))),
    ]
    return tuple(watch for watch in found if watch.items)


def _in_extended_term(item: Watched) -> bool:
    """Answered after the first term, within the one it was extended to: counted apart, not late."""
    return item.status == "answered" and item.first_due is not None and not item.days_late


def _listed(thing: Thing, life: Life, on: dt.date) -> bool:
    """Whether a question has waited so long that its Chamber lists it: an answer alone takes it off."""
    rule, asked = answer_rule(thing), thing.made.latest
    if rule is None or rule.listed_after is None or asked is None or life.status not in _WAITING:
        return False
    return (on - asked).days > rule.listed_after


def _no_notice(thing: Thing, life: Life, on: dt.date) -> bool:
    """Whether the moment to answer or to say why not has passed in silence."""
    rule, asked = answer_rule(thing), thing.made.latest
    return rule is not None and asked is not None and life.status == "open" and (on - asked).days > rule.days


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
