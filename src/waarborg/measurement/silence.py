"""The longest silence of a log: days on which cases usually come in, and none did."""

import math
from collections.abc import Mapping
from itertools import groupby

from waarborg.measurement.finest import counted_from
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.prepare import Prepared
from waarborg.values.indicator import Indicator

_DAY = 86_400_000_000
_MOST_DAYS = 36_600
_USUAL = 0.1
"""A weekday belongs to the week when it holds at least this part of what an average weekday holds."""


def show_silence(gathering: Gathering, prepared: Prepared) -> None:
    """The longest run of usual days without a case, and whether chance explains it."""
    names = prepared.cases.compiler.names
    start = names.get("received") or names.get("decided")
    if start is None:
        return
    local = prepared.cases.compiler.local(start)
    table, counted = counted_from(prepared, [local])
    rows = prepared.session.rows(
        f"SELECT _day, {counted} FROM (SELECT *, FLOOR({local} / {_DAY}.0) AS _day FROM {table}) AS t "
        f"WHERE _day IS NOT NULL GROUP BY _day LIMIT {_MOST_DAYS + 1}"
    )
    days = {int(day): int(number) for day, number in rows}
    if not days or max(days) - min(days) > _MOST_DAYS:
        gathering.refuse("longest_silence", "too_many_days" if days else "denominator_zero")
        return
    usual = _usual_days(days)
    if len(usual) < gathering.smallest:
        gathering.refuse("longest_silence", "too_few_days")
        return
    gathering.compare(*_figure(days, usual))


def _usual_days(days: Mapping[int, int]) -> list[int]:
    """All days from the first to the last that fall on a weekday of the working week."""
    week = [sum(number for day, number in days.items() if day % 7 == weekday) for weekday in range(7)]
    return [day for day in range(min(days), max(days) + 1) if week[day % 7] >= _USUAL * sum(week) / 7]


def _figure(days: Mapping[int, int], usual: list[int]) -> tuple[Indicator, float]:
    runs = [len(list(run)) for silent, run in groupby(usual, key=lambda day: day not in days) if silent]
    longest = max(runs, default=0)
    mean = sum(days.get(day, 0) for day in usual) / len(usual)
    figure = Indicator(
        id="longest_silence",
        safeguard="logging",
        value=float(longest),
        denominator=len(usual),
        unit="days",
        method="longest run of usual days without a case; chance: days times exp(-mean * run)",
        caveats=("silence_has_no_interval",),
    )
    return figure, 1.0 if longest == 0 else min(1.0, len(usual) * math.exp(-mean * longest))
