"""Measure a log: open it, read it by its mapping, count, and hand over aggregates only."""

from collections.abc import Callable
from pathlib import Path

from waarborg.measurement.counts import measure_counts
from waarborg.measurement.counts.table import read_table
from waarborg.measurement.gathering import Gathering
from waarborg.measurement.mapping import LogMapping, TableSpec
from waarborg.measurement.mapping_file import read_mapping
from waarborg.measurement.measure import measure_log
from waarborg.measurement.names import allowed
from waarborg.measurement.prepare import prepare
from waarborg.sources.logs import open_log
from waarborg.sources.logs.opening import EngineName
from waarborg.sources.logs.session import LogSession
from waarborg.values.finding import UnusableInput, Where
from waarborg.values.indicator import IndicatorText, Measurement
from waarborg.values.log import LogKind


def measure(
    log: Path,
    mapping_path: Path,
    *,
    engine: EngineName = "duckdb",
    progress: Callable[[int], None] = lambda _: None,
) -> Measurement:
    """All figures of ``log`` that ``mapping_path`` allows. The mapping is read, and refused, before the log.

    Raises:
        UnusableInput: the mapping or the log cannot be used; it names the file and where in it.
    """
    mapping = read_mapping(mapping_path)
    session = open_log(log, mapping.file, zone=mapping.time_zone, engine=engine)
    gathering = Gathering(mapping.smallest_group, ("synthetic",) if mapping.synthetic else ())
    try:
        rows = _count(gathering, session, mapping, mapping_path, progress)
    except UnusableInput as error:
        raise _located(error, log) from None
    finally:
        session.close()
    return _report(gathering, mapping, rows)


def _count(
    gathering: Gathering,
    session: LogSession,
    mapping: LogMapping,
    path: Path,
    progress: Callable[[int], None],
) -> int:
    if mapping.kind is LogKind.COUNTS:
        spec = mapping.table or TableSpec(label="")
        table = read_table(session, mapping, spec, path)
        measure_counts(gathering, table, mapping, spec)
        return len(table.labels)
    prepared = prepare(session, mapping, path)
    for name, number in prepared.unreadable.items():
        gathering.refuse(f"unreadable.{name}", f"values_taken_as_missing:{number}")
    measure_log(gathering, prepared, progress)
    return prepared.rows


def _located(error: UnusableInput, log: Path) -> UnusableInput:
    """An error about a row of the log names the log."""
    finding = error.finding
    if finding.where.file is not None:
        return error
    where = Where(file=str(log), row=finding.where.row, column=finding.where.column)
    return UnusableInput(finding.code, where, **finding.params)


def _report(gathering: Gathering, mapping: LogMapping, rows: int) -> Measurement:
    texts = {ask.id: IndicatorText(title=ask.title, meaning=ask.meaning) for ask in mapping.indicators}
    return Measurement(
        rows=rows,
        indicators=tuple(gathering.finished()),
        refused=tuple(gathering.refused),
        suppressed=gathering.suppressed,
        title=mapping.title,
        source=mapping.source,
        synthetic=mapping.synthetic,
        smallest_group=mapping.smallest_group,
        may_leave=allowed(mapping),
        choices=(
            ("time_zone", mapping.time_zone),
            ("day_count", mapping.day_count),
            ("smallest_group", str(mapping.smallest_group)),
        ),
        texts=texts,
        steps={step.id: step.title for step in mapping.funnel},
    )
