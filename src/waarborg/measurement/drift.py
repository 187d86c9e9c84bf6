"""Drift: rates over periods and versions, and how far scores and outcomes moved."""

from collections.abc import Callable, Mapping, Sequence

from waarborg.measurement.cells import Count, Key, count
from waarborg.measurement.figures import group_name, share
from waarborg.measurement.finest import counted_from, keep_cells
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.prepare import Prepared
from waarborg.measurement.rates import RateSql
from waarborg.measurement.statistics.stability import enough_cases, stability
from waarborg.measurement.statistics.tests import homogeneity
from waarborg.sources.logs import LogSession
from waarborg.values.indicator import Indicator

SCORE_BINS = 20
_MOST_PERIODS = 600


def followed_keys(prepared: Prepared) -> Mapping[str, str]:
    """Period and versions, as far as the mapping names them, as SQL.

    The period is that of receipt, else of decision: by decision the first periods hold only quick cases.
    """
    names = prepared.cases.compiler.names
    keys = {}
    start = names.get("received") or names.get("decided")
    if start is not None:
        keys["period"] = _period(prepared, prepared.cases.compiler.local(start))
    return keys | {name: names[name].sql for name in ("system_version", "rule_version") if name in names}


def _period(prepared: Prepared, local: str) -> str:
    part = prepared.session.dialect.part
    year = part("year", local)
    if prepared.mapping.period == "year":
        return f"{year} * 100"
    finer = part("month" if prepared.mapping.period == "month" else "quarter", local)
    return f"({year} * 100 + {finer})"


def period_name(code: str | None, period: str) -> str | None:
    """A period as it is read: ``2014``, ``2014-Q2`` or ``2014-03``; periods sort as their names do."""
    if code is None:
        return None
    year, rest = divmod(int(float(code)), 100)
    return {"year": f"{year}", "quarter": f"{year}-Q{rest}", "month": f"{year}-{rest:02d}"}[period]


def show_followed(gathering: Gathering, prepared: Prepared, rates: Sequence[RateSql]) -> None:
    """Each followed rate per period and per version, with one test whether it moved at all."""
    keys, names = followed_keys(prepared), prepared.cases.compiler.names
    outcome = [names["outcome"].sql] if "outcome" in names else []
    keep_cells(prepared, [*keys.values(), *outcome, *(f"{rate.of} {rate.share}" for rate in rates)])
    for name, sql in keys.items():
        cells = count(prepared, "cases", {name: sql}, rates)
        if cells is None or cells.distinct(name) > _MOST_PERIODS:
            gathering.refuse(f"drift.{name}", "too_many_groups")
            continue
        for index, rate in enumerate(rates):
            counts = cells.over(index, (name,))
            if name == "period":
                counts = {(period_name(key[0], prepared.mapping.period),): one for key, one in counts.items()}
            _show_one(gathering, rate, name, {key: one for key, one in counts.items() if one.total})


def _show_one(gathering: Gathering, rate: RateSql, name: str, counts: Mapping[Key, Count]) -> None:
    away = gathering.hide((name,), counts)
    gathering.suppress(len(away))
    shown = {key: counts[key] for key in sorted(counts, key=str) if key not in away and key[0]}
    if len(shown) < 2:  # noqa: PLR2004  change needs two
        return
    for key, one in shown.items():
        gathering.show(share(rate, one, group_name((name,), key)))
    yes, total = sum(one.yes for one in shown.values()), sum(one.total for one in shown.values())
    shares = [one.yes / one.total for one in shown.values()]
    figure = Indicator(
        id=f"{rate.rate.id}.drift.{name}",
        safeguard="monitoring",
        value=max(shares) - min(shares),
        numerator=yes,
        denominator=total,
        unit="difference_of_shares",
        method=f"highest less lowest {name}; chi-square",
        caveats=(f"periods:{len(shown)}", "range_has_no_interval"),
    )
    gathering.compare(figure, homogeneity([[one.yes, one.total - one.yes] for one in shown.values()]))


def show_stability(gathering: Gathering, prepared: Prepared) -> None:
    """The stability index of score and outcome, each period and version against the first."""
    names = prepared.cases.compiler.names
    bins = {"outcome": names["outcome"].sql} if "outcome" in names else {}
    if "score" in names:
        binned = _score_bins(prepared.session, prepared.cases.name, names["score"].sql)
        if binned is None:
            gathering.refuse("psi.score", "constant_score")
        else:
            bins["score"] = binned
    for key, sql in followed_keys(prepared).items():
        for what, binned in bins.items():
            _psi(gathering, prepared, what, binned, (key, sql))


def _score_bins(session: LogSession, table: str, score: str) -> str | None:
    low, high = session.rows(f"SELECT MIN({score}), MAX({score}) FROM {table}")[0]
    if low is None or low == high:
        return None
    place = f"FLOOR(({score} - {float(low)!r}) / {(float(high) - float(low))!r} * {SCORE_BINS})"
    return f"CASE WHEN {place} >= {SCORE_BINS} THEN {SCORE_BINS - 1} ELSE {place} END"


def _in_order(what: str) -> Callable[[str], tuple[float, str]]:
    """Bins of a score by number, so that neighbours are pooled; outcomes by name."""
    return lambda bin_: (float(bin_) if what == "score" else 0.0, bin_)


def _psi(gathering: Gathering, prepared: Prepared, what: str, binned: str, key: tuple[str, str]) -> None:
    name, sql = key
    table, counted = counted_from(prepared, (sql, binned))
    rows = prepared.session.rows(
        f"SELECT _part, _bin, {counted} "
        f"FROM (SELECT *, {sql} AS _part, {binned} AS _bin FROM {table}) AS t "
        "WHERE _part IS NOT NULL AND _bin IS NOT NULL GROUP BY _part, _bin LIMIT 100000"
    )
    histograms: dict[str, dict[str, int]] = {}
    for period, bin_, number in rows:
        label = period_name(str(period), prepared.mapping.period) if name == "period" else str(period)
        histograms.setdefault(label or "", {})[str(bin_)] = int(number)
    labels = sorted({bin_ for one in histograms.values() for bin_ in one}, key=_in_order(what))
    sizes = {one: sum(histogram.values()) for one, histogram in histograms.items()}
    away = gathering.hide((name,), {(one,): Count(size, size) for one, size in sizes.items()})
    gathering.suppress(len(away))
    used = [one for one in sorted(histograms) if (one,) not in away]
    for period in used[1:]:
        before, after = ([histograms[one].get(label, 0) for label in labels] for one in (used[0], period))
        borne = enough_cases(before, after)
        if borne is None:
            gathering.refuse(f"psi.{what}.{name}", "too_few_for_bins", f"{name}={period}")
            continue
        found = stability(*borne)
        figure = Indicator(
            id=f"psi.{what}.{name}",
            safeguard="monitoring",
            group=f"{name}={period}",
            value=found.value,
            low=found.low,
            high=found.high,
            denominator=sum(after),
            unit="population_stability_index",
            method="psi; noncentral chi-square 95",
            caveats=(f"against:{name}={used[0]}", f"bins:{len(borne[0])}"),
        )
        gathering.compare(figure, found.p_value)
