"""A table of counts as cells, each with what its source rounded away or kept back."""

from collections.abc import Iterator, Mapping, Sequence
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
class Cell:
    """What stands in a cell, and where; it is read as a count only when it is asked for."""

    text: str | None
    where: Where

    def tally(self, spec: TableSpec) -> Tally:
        """The count.

        Raises:
            UnusableInput: ``count_unreadable``.
        """
        text = (self.text or "").strip()
        if not text or text in spec.marks:
            return Tally(suppressed=True)
        number = _number(text, spec.decimal)
        if number is None:
            marks = ", ".join(spec.marks) or "-"
            raise UnusableInput("count_unreadable", self.where, value=text[:40], marks=marks)
        off = spec.rounding / 2 if spec.rounding > 1 else 0.0
        return Tally(number, off, suppressed=False, seen=number > 0)


def _number(text: str, decimal: str) -> int | None:
    """A count as written, with or without marks between thousands; None where it is no whole number."""
    thousands = "." if decimal == "," else ","
    plain = "".join(text.split()).replace(thousands, "").replace(decimal, ".")
    whole, _, rest = plain.partition(".")
    return int(whole) if whole.isdecimal() and not rest.strip("0") else None


@frozen
class CountTable:
    """Cells by row label and column; more cells at one place add up."""

    cells: Mapping[tuple[str, str], Sequence[Cell]]
    spec: TableSpec
    path: Path
    labels: Sequence[str] = field(factory=tuple)
    columns: Sequence[str] = field(factory=tuple)

    def total(self, rows: Sequence[str], columns: Sequence[str], steps: tuple[str | int, ...]) -> Tally:
        """The sum of some rows over some columns; ``steps`` leads to them in the mapping.

        A place without a cell is unknown, like a cell that was left out.

        Raises:
            UnusableInput: ``row_missing`` or ``column_missing``, with the line of the mapping, or
                ``count_unreadable``, with the row of the table.
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
                for cell in self.cells.get((row, column)) or [Cell(None, Where())]:
                    found += cell.tally(self.spec)
        return found


def read_table(session: LogSession, mapping: LogMapping, spec: TableSpec, path: Path) -> CountTable:
    """All cells of an opened table; rows without a label are notes and fall away.

    Raises:
        UnusableInput: ``column_missing``, ``label_twice`` or ``mapping_needs``.
    """
    if spec.rows == "cells":
        return _listed(session, spec, path)
    _require(session, path, "label", spec.label)
    used = _used_columns(mapping, spec, [name for name in session.columns if name != spec.label])
    cells: dict[tuple[str, str], list[Cell]] = {}
    labels: list[str] = []
    for row, (label, *values) in enumerate(_texts(session, [spec.label, *used]), start=1):
        if label is None or all(value is None for value in values):
            continue
        if label in labels:
            raise UnusableInput("label_twice", Where(row=row, column=spec.label), label=label)
        labels.append(label)
        for name, value in zip(used, values, strict=True):
            cells[label, name] = [Cell(value, Where(row=row, column=name))]
    return CountTable(cells, spec, path, labels, used)


def _listed(session: LogSession, spec: TableSpec, path: Path) -> CountTable:
    """A table in which every row is one cell."""
    across = _require(session, path, "across", spec.across)
    count = _require(session, path, "count", spec.count)
    named = [_require(session, path, "label", spec.label), across, count]
    cells: dict[tuple[str, str], list[Cell]] = {}
    for row, (label, group, value) in enumerate(_texts(session, named), start=1):
        if label is not None and group is not None:
            cells.setdefault((label, group), []).append(Cell(value, Where(row=row, column=count)))
    labels, groups = (list(dict.fromkeys(key[place] for key in cells)) for place in (0, 1))
    return CountTable(cells, spec, path, labels, groups)


def _require(session: LogSession, path: Path, key: str, column: str | None) -> str:
    if column is None:
        raise refuse(path, ("table",), "mapping_needs", key=f"table: {key}", kind="rows: cells")
    if column not in session.columns:
        known = ", ".join(session.columns)
        raise refuse(path, ("table", key), "column_missing", column=column, known=known[:600])
    return column


def _texts(session: LogSession, columns: Sequence[str]) -> Iterator[Sequence[str | None]]:
    """The rows of some columns as texts, white space around them left out."""
    selected = ", ".join(session.dialect.as_text(quoted(name)) for name in columns)
    for row in session.rows(f"SELECT {selected} FROM log"):
        yield [None if value is None else value.strip() or None for value in row]


def _used_columns(mapping: LogMapping, spec: TableSpec, columns: Sequence[str]) -> list[str]:
    """Columns that the mapping names, so that a column of notes does no harm; unknown ones are met later."""
    if spec.rows == "steps":
        divided = [*(group.columns for group in mapping.groups), *(ask.columns for ask in mapping.indicators)]
        named = {one for columns in divided for parts in columns.values() for one in parts}
    else:
        named = {one for step in mapping.funnel for one in step.rows}
        named |= {one for ask in mapping.indicators for one in (*ask.rows, *ask.of_rows)}
    return [name for name in columns if name in named]
