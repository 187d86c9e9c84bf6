"""Medians of durations, from histograms that the engine counts."""

from collections.abc import Iterator

from attrs import frozen

from waarborg.measurement.cells import Count, Key
from waarborg.measurement.expression import ExpressionError
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping_check import refuse
from waarborg.measurement.prepare import Prepared
from waarborg.measurement.statistics.quantiles import LOG_BINS, quantile, seconds_of_bin
from waarborg.measurement.suppression import hidden
from waarborg.values.indicator import Indicator
from waarborg.values.log import ValueType

_MOST_DAYS = 36_600
_QUANTILES = (("p10", 0.10), ("median", 0.50), ("p90", 0.90))


@frozen(kw_only=True)
class Duration:
    """A number to take the median of: ``days`` are counted whole, ``seconds`` in bins of about 5 %."""

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
                id=ask.id, safeguard=ask.safeguard, value=ask.value, of=ask.of, unit=ask.unit or "days",
                level=ask.level, by=ask.by, grouped=False, day_count=ask.day_count, time_zone=ask.time_zone,
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
        histograms = _histograms(prepared, duration, value.sql, of, [by[name] for name in names])
        _show(gathering, duration, names, histograms, method)


def _histograms(
    prepared: Prepared, duration: Duration, value: str, of: str, by: list[str]
) -> dict[Key, dict[float, int]]:
    whole = duration.unit == "days"
    lowest = f"CASE WHEN {value} < 0 THEN 0 ELSE {value} END"
    binned = f"FLOOR({value})" if whole else f"FLOOR(LN(1.0 + {lowest}) * {LOG_BINS})"
    bounded = f"CASE WHEN {binned} > {_MOST_DAYS} THEN {_MOST_DAYS} ELSE {binned} END" if whole else binned
    keys = "".join(f", {sql} AS _key{index}" for index, sql in enumerate(by))
    names = "".join(f", _key{index}" for index in range(len(by)))
    rows = prepared.session.rows(
        f"SELECT _bin, {prepared.counted(duration.level)}{names} FROM (SELECT *, {bounded} AS _bin{keys} "
        f"FROM {prepared.table(duration.level).name} "
        f"WHERE {of} AND {value} IS NOT NULL) AS t GROUP BY _bin{names} LIMIT 1000000"
    )
    found: dict[Key, dict[float, int]] = {}
    for bin_, number, *key in rows:
        point = float(bin_) if whole else seconds_of_bin(float(bin_))
        found.setdefault(tuple(None if one is None else str(one) for one in key), {})[point] = int(number)
    return found


def _show(
    gathering: Gathering,
    duration: Duration,
    names: tuple[str, ...],
    found: dict[Key, dict[float, int]],
    method: str,
) -> None:
    from waarborg.measurement.figures import group_name  # noqa: PLC0415  figures draws on this room's types

    sizes = {key: Count(sum(histogram.values()), sum(histogram.values())) for key, histogram in found.items()}
    away = hidden(sizes, gathering.smallest)
    if not found and not names:
        gathering.refuse(duration.id, "denominator_zero")
    for key in sorted(found, key=str):
        if key in away:
            gathering.suppress()
            continue
        for name, level in _QUANTILES if not names else _QUANTILES[1:2]:
            point = quantile(found[key], level)
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
                    method="; ".join(
                        part for part in (f"{name}; order statistics 95; histogram", method) if part
                    ),
                )
            )
