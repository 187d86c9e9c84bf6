"""Terms that a statute sets: the Algemene termijnenwet moves their end off a day of rest.

It holds for statutory terms only, never for what was promised. Articles 1, 3 and 4 are given from memory: no
text of the act was read for this project.
"""

import datetime as dt

from waarborg.procedure.holidays import is_workday

RULE = "atw-1"
_LONGEST = 90
"""Article 4: not for terms over ninety days, twelve weeks or three months."""


def statutory_end(start: dt.date, days: int) -> tuple[dt.date, tuple[str, ...]]:
    """The last day of a statutory term that begins the day after ``start``, with the rules used."""
    end = start + dt.timedelta(days=days)
    if days > _LONGEST or is_workday(end):
        return end, ()
    while not is_workday(end):
        end += dt.timedelta(days=1)
    return end, (RULE,)
