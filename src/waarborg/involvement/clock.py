"""Weeks in session: calendar time against working time, both in weeks."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

WEEKS = 52
"""A year of the model, in weeks; week 0 is the first of January."""

Floats = NDArray[np.float64]

_SUMMER = 27
_SMALL_RECESSES = (7, 17, 42, 51)
"""The weeks around which a recess lies where no calendar is known: the custom of the Chambers."""


def sessions_of(weeks: int, known: Sequence[bool] | None = None) -> tuple[bool, ...]:
    """Which of the 52 weeks a body sits: by its calendar, moved to ``weeks`` where another number is set.

    Weeks become recess in one fixed order, those of the calendar first, so that more weeks in session are
    the same weeks and others besides: then no wait grows longer. Without a calendar the order alone says it,
    an assumption that shifts waiting times by weeks at most.
    """
    away = {week for week in range(WEEKS) if known is not None and not known[week]}
    order = sorted(recess_order(), key=lambda week: week not in away)
    recess = set(order[: WEEKS - weeks])
    return tuple(week not in recess for week in range(WEEKS))


@cache
def recess_order() -> tuple[int, ...]:
    """The weeks in the order in which they become recess where no calendar says.

    By turns the next week of summer, as one block, and one dealt out over February, spring, autumn and
    Christmas.
    """
    order: dict[int, None] = {}
    for turn in range(WEEKS):
        cycle, which = divmod(turn // 2, len(_SMALL_RECESSES))
        start = _SUMMER if turn % 2 == 0 else _SMALL_RECESSES[which] + cycle
        order[next(week % WEEKS for week in range(start, start + WEEKS) if week % WEEKS not in order)] = None
    return tuple(order)


@define
class WorkClock:
    """Turns weeks of the calendar into weeks of work and back; work stands still in recess.

    ``sessions`` are the 52 weeks of a year, which repeats.
    """

    sessions: Sequence[bool]
    _worked: Floats = field(init=False, repr=False)
    _starts: Floats = field(init=False, repr=False)
    _sits: Floats = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Lay the year out once: work done at the start of each week, and the start of each session week."""
        self._sits = np.asarray(self.sessions, dtype=np.float64)
        self._worked = np.concatenate([[0.0], np.cumsum(self._sits)])
        self._starts = np.flatnonzero(self.sessions).astype(np.float64)

    @property
    def year(self) -> float:
        """Weeks of work in a year."""
        return float(self._worked[-1])

    def to_work(self, time: Floats) -> Floats:
        """Weeks of work done at each calendar time."""
        if all(self.sessions):
            return time
        week = np.floor(time).astype(np.intp)
        year, at = np.divmod(week, WEEKS)
        done: Floats = year * self.year + self._worked[at] + (time - week) * self._sits[at]
        return done

    def to_calendar(self, work: Floats) -> Floats:
        """The first calendar time at which that much work is done."""
        if all(self.sessions):
            return work
        years = np.maximum(np.ceil(work / self.year) - 1.0, 0.0)
        return np.where(work > 0, years * WEEKS + self._first(work - years * self.year), 0.0)

    def _first(self, work: Floats) -> Floats:
        """Within one year. Between two session weeks work stands still; the earlier end counts."""
        whole = np.clip(np.ceil(work).astype(np.intp) - 1, 0, len(self._starts) - 1)
        return self._starts[whole] + (work - whole)
