"""When a reminder of a term goes out, by ``schedule.yaml``."""

import datetime as dt
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record


@frozen(kw_only=True)
class Schedule:
    """Days before the last day of a term, the days after it, and the days between reminders from then on."""

    id: str
    source: str
    before: tuple[int, ...]
    after: int
    every: int

    def moment(self, last: dt.date, on: dt.date) -> dt.date | None:
        """The latest day up to ``on`` for which a reminder stands of a term with this ``last`` day.

        None where there is none yet. A run that was missed is made up by the next; of what it missed only
        the latest reminder is still of use.
        """
        first_late = last + dt.timedelta(days=self.after)
        if on >= first_late:
            return on - (on - first_late) % dt.timedelta(days=self.every)
        days = (last - dt.timedelta(days=count) for count in self.before)
        return max((day for day in days if day <= on), default=None)


@cache
def schedule() -> Schedule:
    """The schedule, read once."""
    return load_record(Path(__file__).with_suffix(".yaml"), Schedule)
