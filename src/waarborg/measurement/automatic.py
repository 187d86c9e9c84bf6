"""Automatic steps: a step that always comes so many days after another is no judgement."""

from waarborg.measurement.expression.functions import DAY
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.prepare import Prepared
from waarborg.measurement.statistics.intervals import wilson
from waarborg.sources.logs import quoted
from waarborg.values.indicator import Indicator

MOST_ACTIVITIES = 50
LEAST_CASES = 100
CONSTANT = 0.99
"""A lag counts as constant when at least this share of at least ``LEAST_CASES`` cases has it."""


def show_automatic(gathering: Gathering, prepared: Prepared) -> None:
    """Pairs of activities whose lag in calendar days, one day or more, is one and the same number.

    The first of each activity in a case counts, of the most frequent activities, so a case with a million
    events costs no more than its activities. Only the lag to the nearest such activity is told.
    """
    for activity, (earlier, lag, yes, total) in sorted(_constant(prepared).items()):
        low, high = wilson(yes, total)
        gathering.show(
            Indicator(
                id="automatic_step",
                safeguard="human_intervention",
                group=f"{earlier} -> {activity}",
                value=yes / total,
                low=float(low[0]),
                high=float(high[0]),
                numerator=yes,
                denominator=total,
                unit="cases",
                method=f"wilson95; constant lag {lag} days; calendar_days; {prepared.mapping.time_zone}",
                caveats=("inferred_from_lag",),
            )
        )


def _constant(prepared: Prepared) -> dict[str, tuple[str, int, int, int]]:
    """By activity: the earlier activity, the lag, cases with that lag, cases with both."""
    lags: dict[tuple[str, str], dict[int, int]] = {}
    for earlier, later, lag, number in prepared.session.rows(_query(prepared)):
        lags.setdefault((str(earlier), str(later)), {})[int(lag)] = int(number)
    found: dict[str, tuple[str, int, int, int]] = {}
    for (earlier, later), histogram in lags.items():
        total, lag = sum(histogram.values()), max(histogram, key=lambda one: histogram[one])
        if lag < 1 or total < LEAST_CASES or histogram[lag] < CONSTANT * total:
            continue
        if later not in found or lag < found[later][1]:
            found[later] = (earlier, lag, histogram[lag], total)
    return found


def _query(prepared: Prepared) -> str:
    clock, dialect = prepared.clock(), prepared.session.dialect
    day = f"FLOOR({dialect.to_local('t', clock.zone)} / {DAY}.0)"
    often = (
        f"SELECT {quoted('activity')} FROM events_read WHERE {quoted('activity')} IS NOT NULL "
        f"GROUP BY {quoted('activity')} ORDER BY COUNT(*) DESC, {quoted('activity')} LIMIT {MOST_ACTIVITIES}"
    )
    firsts = (
        f"SELECT {quoted('case')} AS c, {quoted('activity')} AS a, MIN({quoted('time')}) AS t "
        "FROM events_read "
        f"WHERE {quoted('activity')} IN ({often}) AND {quoted('time')} IS NOT NULL "
        f"GROUP BY {quoted('case')}, {quoted('activity')}"
    )
    dated = f"SELECT c, a, {day} AS d FROM ({firsts}) AS f"
    return (
        f"SELECT x.a, y.a, y.d - x.d, COUNT(*) FROM ({dated}) AS x JOIN ({dated}) AS y ON x.c = y.c "
        "WHERE x.a <> y.a AND y.d >= x.d GROUP BY x.a, y.a, y.d - x.d"
    )
