"""The tables of a log: its decisions, or its events and the cases they make up."""

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from waarborg.measurement.expression import Clock, Compiler, ExpressionError, Typed
from waarborg.measurement.expression.events import Aggregates
from waarborg.measurement.mapping import LogMapping
from waarborg.measurement.mapping_check import refuse
from waarborg.measurement.prepare.columns import TypedColumn, is_one_value, typed_column
from waarborg.measurement.prepare.unreadable import refuse_unreadable
from waarborg.sources.logs import LogSession, quoted
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.log import LogKind


@frozen
class Table:
    """A table to count: its name in the session and a compiler over its columns."""

    name: str
    compiler: Compiler


@frozen(kw_only=True)
class Prepared:
    """A log ready to be counted. ``rows`` counts rows as read; ``unreadable`` values taken as missing.

    ``few`` remembers how many values a column of a table takes among the first rows, once that was asked;
    ``kept`` are tables of cells counted before, with the columns they hold and ``_size``.
    """

    session: LogSession
    mapping: LogMapping
    path: Path
    cases: Table
    events: Table | None
    rows: int
    unreadable: Mapping[str, int] = field(factory=dict)
    few: dict[tuple[str, str], int] = field(factory=dict, eq=False)
    kept: list[tuple[str, frozenset[str]]] = field(factory=list, eq=False)

    def clock(self, day_count: str | None = None, zone: str | None = None) -> Clock:
        """The clock of the mapping, but for what an indicator sets itself."""
        return Clock(zone or self.mapping.time_zone, day_count or self.mapping.day_count)

    def table(self, level: str) -> Table:
        """The table of ``cases`` or ``events``."""
        return self.events if level == "events" and self.events is not None else self.cases

    def has(self, *names: str) -> bool:
        """Whether the mapping names all of these for a case."""
        return all(name in self.cases.compiler.names for name in names)

    def size(self, level: str) -> str | None:
        """The SQL of the number of decisions that a row stands for; None where that is one."""
        weight = self.table(level).compiler.names.get("weight")
        return weight.sql if weight else None

    def counted(self, level: str) -> str:
        """The SQL that counts the decisions behind some rows."""
        size = self.size(level)
        return "COUNT(*)" if size is None else f"SUM({size})"


def prepare(session: LogSession, mapping: LogMapping, path: Path) -> Prepared:
    """Type the columns, compute the fields; ``path`` is the mapping's, for errors.

    Raises:
        UnusableInput: ``column_missing``, ``column_not_one_value``, ``value_unreadable``, or an expression's
            code, with the line.
    """
    columns = [_column(session, mapping, path, name) for name in mapping.columns]
    unreadable = refuse_unreadable(session, columns)
    clock = Clock(mapping.time_zone, mapping.day_count)
    (rows,) = session.rows("SELECT COUNT(*) FROM log")[0]
    if mapping.kind is LogKind.EVENTS:
        events, cases = _event_tables(session, mapping, path, columns, clock)
    else:
        events, cases = None, _decision_table(session, mapping, path, columns, clock)
        _refuse_weights(session, cases, mapping)
    return Prepared(
        session=session,
        mapping=mapping,
        path=path,
        cases=cases,
        events=events,
        rows=rows,
        unreadable=unreadable,
    )


def _column(session: LogSession, mapping: LogMapping, path: Path, name: str) -> TypedColumn:
    spec = mapping.columns[name]
    if spec.source not in session.columns:
        known = ", ".join(session.columns)
        raise refuse(path, ("columns", name), "column_missing", column=spec.source, known=known[:600])
    zone, engine_type = mapping.time_zone, session.columns[spec.source]
    if not is_one_value(engine_type):
        told = {"column": spec.source, "type": engine_type.lower()[:60]}
        raise refuse(path, ("columns", name), "column_not_one_value", **told)
    return typed_column(name, spec, engine_type, session.dialect, zone, mapping.missing)


def _decision_table(
    session: LogSession, mapping: LogMapping, path: Path, columns: list[TypedColumn], clock: Clock
) -> Table:
    """Columns that had to be read from text are read once and kept; native ones are used where they stand."""
    names = {column.name: column.value for column in columns}
    table = "log"
    if any(column.read for column in columns):
        selected = ", ".join(f"{column.value.sql} AS {quoted(column.name)}" for column in columns)
        session.table("decisions", f"SELECT {selected} FROM log")
        names, table = {column.name: _kept(column) for column in columns}, "decisions"
    compiler = Compiler(names, session.dialect, clock)
    return Table(table, _with_fields(compiler, mapping, path, "case"))


def _refuse_weights(session: LogSession, cases: Table, mapping: LogMapping) -> None:
    """A row must stand for a known, whole number of decisions: a count left out is not zero."""
    weight = cases.compiler.names.get("weight")
    if weight is None:
        return
    bad = f"({weight.sql} IS NULL OR {weight.sql} < 0 OR {weight.sql} <> FLOOR({weight.sql}))"
    (number,) = session.rows(f"SELECT COUNT(CASE WHEN {bad} THEN 1 END) FROM {cases.name}")[0]
    if number:
        source = mapping.columns["weight"].source if "weight" in mapping.columns else "weight"
        raise UnusableInput("weight_unknown", Where(column=source), count=number)


def _event_tables(
    session: LogSession, mapping: LogMapping, path: Path, columns: list[TypedColumn], clock: Clock
) -> tuple[Table, Table]:
    selected = ", ".join(f"{column.value.sql} AS {quoted(column.name)}" for column in columns)
    position = session.dialect.position()
    session.table("events_read", f"SELECT {position} AS read_order, {selected} FROM log")
    names = {column.name: _kept(column) for column in columns}
    on_event = _with_fields(Compiler(names, session.dialect, clock), mapping, path, "event")
    aggregates = Aggregates(on_event.visit, "event_order")
    groups = frozenset(group.name for group in mapping.groups)
    case_names = {"case": names["case"], **_case_columns(columns, names, aggregates, groups)}
    on_case = Compiler(case_names, session.dialect, clock, aggregates)
    on_case = _with_fields(on_case, mapping, path, "case")
    order = ', ROW_NUMBER() OVER (PARTITION BY "case" ORDER BY "time", read_order) AS event_order'
    source = f'SELECT *{order if aggregates.ordered else ""} FROM events_read WHERE "case" IS NOT NULL'
    asked = "".join(f", {sql} AS {alias}" for sql, alias in aggregates.columns.items())
    session.table(
        "cases", f'SELECT "case", COUNT(*) AS event_count{asked} FROM ({source}) AS e GROUP BY "case"'
    )
    _refuse_varying(session, mapping, path, case_names, aggregates)
    return Table("events_read", on_event), Table("cases", Compiler(on_case.names, session.dialect, clock))


def _case_columns(
    columns: list[TypedColumn],
    names: Mapping[str, Typed],
    aggregates: Aggregates,
    groups: frozenset[str],
) -> Mapping[str, Typed]:
    """Columns that hold one value for a whole case: so marked, named ``case:`` in the log, or a group."""
    found = {}
    for column in columns:
        of_case = column.spec.level == "case" or (
            column.spec.level is None and (column.spec.source.startswith("case:") or column.name in groups)
        )
        if of_case and column.name != "case":
            value = names[column.name]
            alias = aggregates.columns.setdefault(f"MIN({value.sql})", f"e{len(aggregates.columns)}")
            found[column.name] = Typed(alias, value.type, value.wall)
            if column.name in groups:
                highest = f"MAX({value.sql})"
                aggregates.columns.setdefault(highest, f"e{len(aggregates.columns)}")
    return found


def _refuse_varying(
    session: LogSession,
    mapping: LogMapping,
    path: Path,
    case_names: Mapping[str, Typed],
    aggregates: Aggregates,
) -> None:
    """A person belongs to one group through the whole case, or the mapping must say which event tells it."""
    for index, group in enumerate(mapping.groups):
        if group.name in case_names:
            low, high = case_names[group.name].sql, aggregates.columns[f"MAX({quoted(group.name)})"]
            (number,) = session.rows(f"SELECT COUNT(CASE WHEN {low} <> {high} THEN 1 END) FROM cases")[0]
            if number:
                raise refuse(path, ("groups", index), "group_varies", name=group.name, count=number)


def _kept(column: TypedColumn) -> Typed:
    return Typed(quoted(column.name), column.value.type, column.value.wall)


def _with_fields(compiler: Compiler, mapping: LogMapping, path: Path, level: str) -> Compiler:
    """The compiler with the fields of ``level`` added, each able to use those above it."""
    names = dict(compiler.names)
    for name, spec in mapping.fields.items():
        if mapping.kind is LogKind.EVENTS and spec.level != level:
            continue
        zone, day_count = spec.time_zone or mapping.time_zone, spec.day_count or mapping.day_count
        current = Compiler(names, compiler.dialect, Clock(zone, day_count), compiler.aggregates)
        try:
            names[name] = current.compile(spec.expression)
        except ExpressionError as error:
            raise refuse(path, ("fields", name), error.code, **error.params) from None
    return Compiler(names, compiler.dialect, compiler.clock, compiler.aggregates)
