"""All figures of a prepared log, in the order in which they are asked."""

from collections.abc import Callable, Sequence

from waarborg.measurement.automatic import show_automatic
from waarborg.measurement.cells import Cells, count
from waarborg.measurement.drift import show_followed, show_stability
from waarborg.measurement.durations import durations, show_duration
from waarborg.measurement.expression import ExpressionError
from waarborg.measurement.figures import show_rate
from waarborg.measurement.funnel import show_most
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import GroupSpec
from waarborg.measurement.mapping_check import refuse
from waarborg.measurement.prepare import Prepared
from waarborg.measurement.rates import RateSql, compiled
from waarborg.measurement.references import refuse_unknown_references
from waarborg.measurement.silence import show_silence
from waarborg.measurement.spread import show_spread
from waarborg.measurement.standard import standard_rates
from waarborg.values.log import LogKind, ValueType

Progress = Callable[[int], None]
_SAMPLE = 50_000


def measure_log(gathering: Gathering, prepared: Prepared, progress: Progress = lambda _: None) -> None:
    """Count everything the mapping allows; ``progress`` is told how many parts are done.

    Raises:
        UnusableInput: an expression of the mapping cannot be compiled, or the reference of a group is none
            of its groups; the error names its line.
    """
    rates = _meaningful(gathering, prepared)
    groups = _groups(gathering, prepared)
    refuse_unknown_references(prepared, groups)
    parts: list[Callable[[], None]] = [
        lambda: _show_level(gathering, prepared, "cases", rates, groups),
        lambda: _show_level(gathering, prepared, "events", rates, ()),
        lambda: _durations(gathering, prepared, groups),
        lambda: show_followed(gathering, prepared, [rate for rate in rates if rate.rate.followed]),
        lambda: show_stability(gathering, prepared),
        lambda: show_silence(gathering, prepared),
        lambda: _spread(gathering, prepared, rates),
        lambda: _automatic(gathering, prepared),
    ]
    for done, part in enumerate(parts, start=1):
        part()
        progress(done)


def _meaningful(gathering: Gathering, prepared: Prepared) -> Sequence[RateSql]:
    """The rates asked for, but for those that would mean nothing in this log: these are refused."""
    blind, strange = _outcome_known_of_selected_only(prepared), _words_differ(prepared)
    rates = []
    for rate in standard_rates(prepared):
        if blind and rate.labelled:
            gathering.refuse(rate.id, "selection_on_the_outcome")
        elif strange and rate.id == "override_rate":
            gathering.refuse(rate.id, "advice_and_outcome_share_no_word")
        else:
            rates.append(compiled(prepared, rate))
    return rates


def _words_differ(prepared: Prepared) -> bool:
    """Whether advice and outcome never use the same word: that each departs from the other says nothing."""
    names, table = prepared.cases.compiler.names, prepared.cases.name
    advice, outcome = names.get("advice"), names.get("outcome")
    if advice is None or outcome is None or not advice.type is outcome.type is ValueType.TEXT:
        return False
    if _any(prepared, "advice == outcome") or not _any(prepared, "present(advice) and present(outcome)"):
        return False
    shared = f"SELECT 1 FROM {table} WHERE {outcome.sql} IN (SELECT {advice.sql} FROM {table}) LIMIT 1"
    return not prepared.session.rows(shared)


def _outcome_known_of_selected_only(prepared: Prepared) -> bool:
    """Whether the truth is known on one side of the choice alone: then nobody on the other can be wrong.

    So with those selected for a check, and with those refused a loan: nobody learns who would have paid.
    """
    chosen = next((name for name in ("selected", "adverse") if prepared.has(name, "truth")), None)
    if chosen is None or prepared.has("control_sample"):
        return False
    return any(
        _any(prepared, side) and not _any(prepared, f"present(truth) and {side}")
        for side in (chosen, f"not {chosen}")
    )


def _any(prepared: Prepared, expression: str) -> bool:
    condition = prepared.cases.compiler.condition(expression)
    return bool(prepared.session.rows(f"SELECT 1 FROM {prepared.cases.name} WHERE {condition} LIMIT 1"))


def _groups(gathering: Gathering, prepared: Prepared) -> Sequence[GroupSpec]:
    """The groups of the mapping that have few enough values to be groups at all."""
    asked = []
    for index, group in enumerate(prepared.mapping.groups):
        try:
            asked.append(prepared.cases.compiler.compile(group.name).sql)
        except ExpressionError as error:
            raise refuse(prepared.path, ("groups", index), error.code, **error.params) from None
    if not asked:
        return ()
    used = []
    for group, number in zip(prepared.mapping.groups, _distinct(prepared, asked), strict=True):
        if number > prepared.mapping.largest_group_count:
            gathering.refuse(f"by.{group.name}", f"too_many_groups:{number}")
        else:
            used.append(group)
    return used


def _distinct(prepared: Prepared, asked: Sequence[str], *, whole: bool = False) -> Sequence[int]:
    """How many values each of the keys takes: among the first rows, or among all."""
    keys = ", ".join(f"{sql} AS g{index}" for index, sql in enumerate(asked))
    counts = ", ".join(f"COUNT(DISTINCT g{index})" for index in range(len(asked)))
    limit = "" if whole else f" LIMIT {_SAMPLE}"
    sample = f"SELECT {keys} FROM {prepared.cases.name}{limit}"
    return [int(one) for one in prepared.session.rows(f"SELECT {counts} FROM ({sample}) AS s")[0]]


def _show_level(
    gathering: Gathering,
    prepared: Prepared,
    level: str,
    rates: Sequence[RateSql],
    groups: Sequence[GroupSpec],
) -> None:
    """All rates of cases, or of events, from one pass; rates with keys of their own have their own pass."""
    common = [rate for rate in rates if rate.rate.level == level and not rate.rate.by]
    if common:
        cells, used = _grouped(gathering, prepared, level, groups, common)
        for index, rate in enumerate(common):
            show_rate(gathering, cells, index, rate, used)
        show_most(gathering, cells, common, used, prepared.mapping.funnel)
    for rate in rates:
        if rate.rate.level == level and rate.rate.by:
            own = _divided(gathering, prepared, rate)
            if own is not None:
                show_rate(gathering, own, 0, rate, [group for group in groups if group.name in rate.rate.by])


def _grouped(
    gathering: Gathering,
    prepared: Prepared,
    level: str,
    groups: Sequence[GroupSpec],
    rates: Sequence[RateSql],
) -> tuple[Cells, Sequence[GroupSpec]]:
    """The cells of all groups together, and the groups that prove to be groups: the widest goes first."""
    largest = prepared.mapping.largest_group_count
    keys = {group.name: prepared.table(level).compiler.compile(group.name).sql for group in groups}
    while (cells := count(prepared, level, keys, rates)) is None or keys:
        if cells is None:
            numbers = dict(zip(keys, _distinct(prepared, list(keys.values()), whole=True), strict=True))
        else:
            numbers = {name: cells.distinct(name) for name in keys}
        widest = max(numbers, key=lambda name: numbers[name])
        if cells is not None and numbers[widest] <= largest:
            break
        gathering.refuse(f"by.{widest}", f"too_many_groups:{numbers[widest]}")
        del keys[widest]
    return cells, [group for group in groups if group.name in keys]


def _divided(gathering: Gathering, prepared: Prepared, rate: RateSql) -> Cells | None:
    """The cells of a rate that names its own keys."""
    compiler = prepared.table(rate.rate.level).compiler
    try:
        keys = {name: compiler.compile(name).sql for name in rate.rate.by}
    except ExpressionError as error:
        raise refuse(prepared.path, rate.rate.steps, error.code, **error.params) from None
    cells = count(prepared, rate.rate.level, keys, [rate])
    most = max((cells.distinct(name) for name in keys), default=0) if cells is not None else None
    if most is not None and most <= prepared.mapping.largest_group_count:
        return cells
    gathering.refuse(rate.rate.id, f"too_many_groups:{'many' if most is None else most}")
    return None


def _durations(gathering: Gathering, prepared: Prepared, groups: Sequence[GroupSpec]) -> None:
    for duration in durations(prepared):
        show_duration(gathering, prepared, duration, [group.name for group in groups])


def _spread(gathering: Gathering, prepared: Prepared, rates: Sequence[RateSql]) -> None:
    if prepared.has("handler"):
        for rate in rates:
            if rate.rate.id == "override_rate":
                show_spread(gathering, prepared, rate)


def _automatic(gathering: Gathering, prepared: Prepared) -> None:
    if prepared.mapping.kind is LogKind.EVENTS:
        show_automatic(gathering, prepared)
