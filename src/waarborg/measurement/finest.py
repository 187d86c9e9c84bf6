"""The finest cell: rows that look alike in every column a question touches are counted once, together.

An engine groups a few columns of few values much faster than it tests many conditions on every row; the
conditions are then tested on the cells (DESIGN 6: group to the finest cell once, then roll up).
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from waarborg.measurement.prepare import Prepared
from waarborg.sources.logs import quoted

FEW = 64
"""A column of at most this many values is part of a cell; of more, it is tested row by row."""
FEW_KEYS = 4_000
"""A column that rows are divided by (days, officials) is part of a cell up to this many values."""
MOST_CELLS = 500_000
_SAMPLE = 50_000
_LITERAL = re.compile(r"'(?:[^']|'')*'")
_COLUMN = re.compile(r'"((?:[^"]|"")*)"')


@frozen
class Source:
    """A table or query to count, the SQL of each key over it, and how many decisions a row stands for."""

    sql: str
    keys: Sequence[str]
    size: str | None


def columns_of(sql: str) -> frozenset[str]:
    """The columns named in a piece of SQL."""
    return frozenset(name.replace('""', '"') for name in _COLUMN.findall(_LITERAL.sub("", sql)))


def of_few_values(prepared: Prepared, table: str, names: Iterable[str], most: int = FEW) -> frozenset[str]:
    """The columns that take few values among the first rows. A wrong guess costs time, never a count."""
    known = values_taken(prepared, table, names)
    return frozenset(name for name in names if known[table, name] <= most)


def values_taken(prepared: Prepared, table: str, names: Iterable[str]) -> Mapping[tuple[str, str], int]:
    """How many values columns take among the first rows, asked once."""
    known = prepared.few
    asked = sorted({name for name in names if (table, name) not in known})
    if asked:
        counts = ", ".join(f"COUNT(DISTINCT {quoted(name)})" for name in asked)
        listed = ", ".join(quoted(name) for name in asked)
        sample = f"SELECT {listed} FROM {table} LIMIT {_SAMPLE}"
        (found,) = prepared.session.rows(f"SELECT {counts} FROM ({sample}) AS s")
        known.update({(table, name): int(number) for name, number in zip(asked, found, strict=True)})
    return known


def keep_cells(prepared: Prepared, sqls: Iterable[str]) -> None:
    """Count the finest cells of all columns in ``sqls`` once and keep them, where they are few.

    All that is asked by day, period and version is then answered from one pass over the rows.
    """
    columns = frozenset[str]().union(*map(columns_of, sqls))
    table = prepared.cases.name
    known = values_taken(prepared, table, columns)
    numbers = [known[table, name] + 1 for name in columns]
    if not columns or max(numbers) > FEW_KEYS or math.prod(numbers) > MOST_CELLS:
        return
    source = cells_of(table, {}, columns, prepared.size("cases"))
    prepared.session.table("kept_cells", f"SELECT * FROM {source.sql}")
    prepared.kept.append(("kept_cells", columns))


def counted_from(prepared: Prepared, sqls: Iterable[str]) -> tuple[str, str]:
    """The smallest table that holds all columns in ``sqls``, and the SQL that counts decisions in it."""
    columns = frozenset[str]().union(*map(columns_of, sqls))
    for name, held in prepared.kept:
        if columns <= held:
            return name, "SUM(_size)"
    return prepared.cases.name, prepared.counted("cases")


def cells_of(table: str, keys: Mapping[str, str], columns: frozenset[str], weight: str | None) -> Source:
    """The finest cells of ``columns``, with their size.

    A key of these columns alone is computed on the cells; any other on the rows, as a column of its own.
    """
    computed = {
        sql: f"_cell{index}" for index, sql in enumerate(keys.values()) if not columns_of(sql) <= columns
    }
    read = ", ".join(["*", *(f"{sql} AS {alias}" for sql, alias in computed.items())])
    cell = ", ".join([*(quoted(name) for name in sorted(columns)), *computed.values()])
    size = "COUNT(*)" if weight is None else f"SUM({weight})"
    query = f"SELECT {cell}, {size} AS _size FROM (SELECT {read} FROM {table}) AS r GROUP BY {cell}"
    return Source(f"({query}) AS cells", [computed.get(sql, sql) for sql in keys.values()], "_size")
