"""A table of counts as cells, each with what its source rounded away or kept back."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import field, frozen

from waarborg.measurement.mapping import LogMapping, TableSpec
from waarborg.measurement.mapping_check import refuse
from waarborg.sources.logs import LogSession, quoted
from waarborg.values.finding import UnusableInput, Where


@frozen
class Tally:
    """A count as published; ``off`` is the largest error that rounding leaves; ``suppressed``: unknown.

    A rounded table's zero is no zero: it stands for anything below half the rounding, and counts as small.
    """

    value: int = 0
    off: float = 0.0
    suppressed: bool = False
    seen: bool = False

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.value + other.value,
            self.off + other.off,
            self.suppressed or other.suppressed,
            self.seen or other.seen,
        )


@frozen
class CountTable:
    """Counts by row label and column."""

    cells: Mapping[tuple[str, str], Tally]
    path: Path
    labels: Sequence[str] = field(factory=tuple)
    columns: Sequence[str] = field(factory=tuple)

    def total(self, rows: Sequence[str], columns: Sequence[str], steps: tuple[str | int, ...]) -> Tally:
        """The sum of some rows over some columns; ``steps`` leads to them in the mapping.

        Raises:
            UnusableInput: ``row_missing`` or ``column_missing``, with the line.
        """
        for known, asked, code in (
            (self.labels, rows, "row_missing"),
            (self.columns, columns, "column_missing"),
        ):
            for name in asked:
                if name not in known:
                    raise refuse(self.path, steps, code, column=name, known=", ".join(known)[:600])
        found = Tally()
        for row in rows:
            for column in columns:
                found += self.cells[row, column]
        return found


def read_table(session: LogSession, mapping: LogMapping, spec: TableSpec, path: Path) -> CountTable:
    """All cells of an opened table that hold counts; rows without a label are notes and fall away.

    Raises:
        UnusableInput: ``column_missing``, ``label_twice`` or ``count_unreadable``.
    """
    if spec.label not in session.columns:
        known = ", ".join(session.columns)
        raise refuse(path, ("table", "label"), "column_missing", column=spec.label, known=known[:600])
    columns = [name for name in session.columns if name != spec.label]
    used = _used_columns(mapping, spec, columns)
    selected = ", ".join(session.dialect.as_text(quoted(name)) for name in [spec.label, *used])
    cells: dict[tuple[str, str], Tally] = {}
    labels: list[str] = []
    for row, (label, *values) in enumerate(session.rows(f"SELECT {selected} FROM log"), start=1):
        if label is None or all(value is None for value in values):
            continue
        if label in labels:
            raise UnusableInput("label_twice", Where(row=row, column=spec.label), label=label)
        labels.append(label)
        for name, value in zip(used, values, strict=True):
            cells[label, name] = _tally(value, spec, Where(row=row, column=name))
    return CountTable(cells, path, labels, used)


def _used_columns(mapping: LogMapping, spec: TableSpec, columns: Sequence[str]) -> list[str]:
    """Columns that the mapping names, so that a column of notes does no harm; unknown ones are met later."""
    if spec.rows == "steps":
        divided = [*(group.columns for group in mapping.groups), *(ask.columns for ask in mapping.indicators)]
        named = {one for columns in divided for parts in columns.values() for one in parts}
    else:
        named = {one for step in mapping.funnel for one in step.rows}
        named |= {one for ask in mapping.indicators for one in (*ask.rows, *ask.of_rows)}
    return [name for name in columns if name in named]


def _tally(value: str | None, spec: TableSpec, where: Where) -> Tally:
    text = (value or "").strip()
    if not text or text in spec.marks:
        return Tally(suppressed=True)
    plain = text.replace("." if spec.decimal == "," else ",", "").replace(" ", "").replace("\u00a0", "")
    try:
        number = int(float(plain))
    except ValueError:
        marks = ", ".join(spec.marks) or "-"
        raise UnusableInput("count_unreadable", where, value=text[:40], marks=marks) from None
    off = spec.rounding / 2 if spec.rounding > 1 else 0.0
    return Tally(number, off, suppressed=False, seen=number > 0)
