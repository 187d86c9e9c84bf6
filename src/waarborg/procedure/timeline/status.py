"""The status of one thing on a day with its term in it, and how late it is."""

import datetime as dt

from attrs import evolve, frozen

from waarborg.law.calendars import Calendars
from waarborg.procedure.timeline.acts import Thing
from waarborg.procedure.timeline.due import deadline_of
from waarborg.procedure.timeline.life import Life
from waarborg.values.deadline import Deadline

_ENDED = {"fulfilled", "withdrawn", "lapsed", "adopted", "rejected", "taken_over"}


@frozen
class Late:
    """Days late, and by whose calendar where the term itself is unresolved."""

    days: int | None = None
    by: str | None = None


def is_over(status: str) -> bool:
    """Whether a status ends a life."""
    return status in _ENDED


def dated(thing: Thing, life: Life, status: str, deadline: Deadline | None, on: dt.date) -> str:
    """The status with the term in it: what is open may be overdue, surely or possibly.

    A postponement or an extension holds until its day. A submission that nobody asked anything about by the
    end of its term has been put before the body: its term is the body's, so it is never overdue.
    """
    last = (deadline.due or deadline.latest) if deadline else None
    past = last is not None and on > last
    if thing.kind == "submission":
        return "fulfilled" if past and status in {"open", "extended"} else status
    if status == "postponed" or (status == "extended" and thing.kind != "motion"):
        return "overdue" if past and life.new_term else status
    if status not in {"open", "partly_fulfilled"} or deadline is None:
        return status
    if past:
        return "overdue"
    begun = deadline.earliest is not None and deadline.latest is not None and on > deadline.earliest
    return "possibly_overdue" if deadline.due is None and begun else status


def late(
    thing: Thing, life: Life, status: str, deadline: Deadline | None, on: dt.date, calendars: Calendars
) -> Late:
    """How late it is, or was when it was answered; nothing is said of what ended otherwise.

    A postponement that names no day leaves the term open: nothing is late by it.
    """
    open_ended = status in {"postponed", "extended"} and not life.new_term
    if thing.kind == "submission" or deadline is None or open_ended:
        return Late()
    if is_over(status) and life.answered is None:
        return Late()
    end = (life.answered.earliest if life.answered else None) or on
    if deadline.due:
        if _across(life, deadline.due):
            return Late()
        return Late(max((end - deadline.due).days, 0))
    return _by_other_body(thing, life, deadline, end, calendars)


def _across(life: Life, due: dt.date) -> bool:
    """Whether the answer came on a day not known, before its term ended or after."""
    first, last = (life.answered.earliest, life.answered.latest) if life.answered else (None, None)
    return last is not None and last > due and (first is None or first <= due)


def _by_other_body(thing: Thing, life: Life, deadline: Deadline, end: dt.date, calendars: Calendars) -> Late:
    """By the calendar of the body that bounds the range, where it names one."""
    for code in deadline.basis:
        if code.startswith("bound_by_other_body:calendar:") and deadline.earliest and end > deadline.earliest:
            body = code.split(":")[2]
            other = deadline_of(evolve(thing, chamber=body), life, calendars)
            return Late((end - other.due).days, body) if other and other.due else Late()
    return Late()
