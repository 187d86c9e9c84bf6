"""Medians of durations and other numbers, from histograms that the engine counts."""

import sys
from collections.abc import Iterator, Mapping

from attrs import frozen

from waarborg.measurement.cells import Count, Key
from waarborg.measurement.expression import ExpressionError
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping_check import refuse
from waarborg.measurement.prepare import Prepared
from waarborg.measurement.statistics.quantiles import BINS_PER_E, Quantile, quantile, value_of_bin, widened
from waarborg.measurement.units import unit_of
from waarborg.values.indicator import Indicator
from waarborg.values.log import ValueType

_METHOD = {
    False: "order statistics 95; histogram",
    True: "order statistics 95; histogram with bins of 0.1 %",
}
_EXACT = 20_000
"""Distinct values, over all groups, up to which each is counted by itself; more are counted in bins."""
_MOST_ROWS = 1_000_000
"""Rows of a histogram that are read at most; for days, each value is counted by itself up to as many."""
_QUANTILES = (("p10", 0.10), ("median", 0.50), ("p90", 0.90))


@frozen(kw_only=True)
class Duration:
    """A number to take the median of."""

    id: str
    safeguard: str
    value: str
    of: str = "true"
    unit: str = "days"
    level: str = "cases"
    by: tuple[str, ...] = ()
    grouped: bool = True
    day_count: str | None = None
    time_zone: str | None = None
    steps: tuple[str | int, ...] = ()


@frozen
class Counted:
    """Histograms by key: of each value itself, or ``binned``, with a value in the middle of each bin."""

    histograms: Mapping[Key, Mapping[float, int]]
    binned: bool

    def quantile(self, key: Key, level: float) -> Quantile:
        """A quantile of one key; bounds reach to the edges of their bins."""
        found = quantile(self.histograms[key], level)
        return widened(found) if self.binned else found


def durations(prepared: Prepared) -> Iterator[Duration]:
    """The durations that the names of a mapping allow."""
    if prepared.has("received", "decided"):
        yield Duration(id="days_to_decision", safeguard="decision_in_time", value="days(received, decided)")
    if prepared.has("decided", "notified"):
        yield Duration(id="days_to_notice", safeguard="notice", value="days(decided, notified)")
    if prepared.has("objection_lodged", "objection_decided"):
        value = "days(objection_lodged, objection_decided)"
        yield Duration(id="days_to_decide_objection", safeguard="objection_route", value=value)
    if prepared.has("review_seconds"):
        yield Duration(
            id="review_time", safeguard="human_intervention", value="review_seconds", unit="seconds"
        )
    for index, ask in enumerate(prepared.mapping.indicators):
        if ask.kind == "median" and ask.value:
            yield Duration(
                id=ask.id, safeguard=ask.safeguard, value=ask.value, of=ask.of,
                unit=ask.unit or unit_of(ask.value, prepared.mapping.fields), level=ask.level, by=ask.by,
                grouped=False, day_count=ask.day_count, time_zone=ask.time_zone,
                steps=("indicators", index),
            )  # fmt: skip


def show_duration(gathering: Gathering, prepared: Prepared, duration: Duration, groups: list[str]) -> None:
    """The median, with 10th and 90th percentile, overall and by each group."""
    clock = prepared.clock(duration.day_count, duration.time_zone)
    try:
        compiler = prepared.table(duration.level).compiler.with_clock(clock)
        value, of = compiler.compile(duration.value), compiler.condition(duration.of)
        by = {
            name: compiler.compile(name).sql for name in (*duration.by, *(groups if duration.grouped else ()))
        }
    except ExpressionError as error:
        raise refuse(prepared.path, duration.steps, error.code, **error.params) from None
    if value.type is not ValueType.NUMBER:
        raise refuse(prepared.path, duration.steps, "types_differ", part=duration.value, expected="number")
    method = clock.method if "days(" in duration.value else ""
    for names in [(), *((name,) for name in by)]:
        counted = _counted(prepared, duration, value.sql, of, [by[name] for name in names])
        if counted is None:
            gathering.refuse(duration.id, "too_many_values")
        else:
            _show(gathering, duration, names, counted, method)


def _counted(prepared: Prepared, duration: Duration, value: str, of: str, by: list[str]) -> Counted | None:
    """Values one by one where they are few, as whole days are; else in bins; None where even these are many.

    Bins are logarithmic, by sign, so that they keep the same relative width below one and below zero.
    What is no finite number is in no bin.
    """
    double = f"CAST({value} AS DOUBLE)"
    finite = f"{of} AND ABS({double}) <= {sys.float_info.max!r}"
    size = f"LN(ABS(NULLIF({double}, 0)))"
    bins = f"SIGN({double}) AS _sign, FLOOR({size} * {BINS_PER_E}) AS _bin"
    one_by_one = f"SIGN({double}) AS _sign, {double} AS _bin"
    exact = _rows(prepared, duration.level, one_by_one, finite, by, _limit(duration))
    if exact is not None:
        return Counted(exact, binned=False)
    binned = _rows(prepared, duration.level, bins, finite, by, _MOST_ROWS, binned=True)
    return Counted(binned, binned=True) if binned is not None else None


def _limit(duration: Duration) -> int:
    return _MOST_ROWS if duration.unit == "days" else _EXACT


def _rows(  # noqa: PLR0913  the parts of one query
    prepared: Prepared,
    level: str,
    bins: str,
    where: str,
    by: list[str],
    limit: int,
    *,
    binned: bool = False,
) -> dict[Key, dict[float, int]] | None:
    """Histograms by key; None where they have more rows than ``limit``."""
    keys = "".join(f", {sql} AS _key{index}" for index, sql in enumerate(by))
    names = "".join(f", _key{index}" for index in range(len(by)))
    rows = prepared.session.rows(
        f"SELECT _sign, _bin, {prepared.counted(level)}{names} FROM (SELECT *, {bins}{keys} "
        f"FROM {prepared.table(level).name} WHERE {where}) AS t GROUP BY _sign, _bin{names} LIMIT {limit + 1}"
    )
    if len(rows) > limit:
        return None
    found: dict[Key, dict[float, int]] = {}
    for sign, bin_, number, *key in rows:
        point = value_of_bin(float(sign), bin_) if binned else float(bin_)
        found.setdefault(tuple(None if one is None else str(one) for one in key), {})[point] = int(number)
    return found


def _show(
    gathering: Gathering,
    duration: Duration,
    names: tuple[str, ...],
    counted: Counted,
    method: str,
) -> None:
    from waarborg.measurement.figures import group_name  # noqa: PLC0415  figures draws on this room's types

    found = counted.histograms
    sizes = {key: Count(sum(histogram.values()), sum(histogram.values())) for key, histogram in found.items()}
    away = gathering.hide(names, sizes)
    if not found and not names:
        gathering.refuse(duration.id, "denominator_zero")
    for key in sorted(found, key=str):
        if key in away:
            gathering.suppress()
            continue
        for name, level in _QUANTILES if not names else _QUANTILES[1:2]:
            point = counted.quantile(key, level)
            gathering.show(
                Indicator(
                    id=duration.id if name == "median" else f"{duration.id}.{name}",
                    safeguard=duration.safeguard,
                    group=group_name(names, key) if names else None,
                    value=point.value,
                    low=point.low,
                    high=point.high,
                    denominator=sizes[key].total,
                    unit=duration.unit,
                    method="; ".join(part for part in (name, _METHOD[counted.binned], method) if part),
                )
            )
