"""The finest cell: rows that look alike in every column a question touches are counted once, together.

An engine groups a few columns of few values much faster than it tests many conditions on every row; the
conditions are then tested on the cells (DESIGN 6: group to the finest cell once, then roll up).
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from waarborg.measurement.prepare import Prepared
from waarborg.sources.logs import quoted

FEW = 64
"""A column of at most this many values is part of a cell; of more, it is tested row by row."""
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


def of_few_values(prepared: Prepared, table: str, names: Iterable[str]) -> frozenset[str]:
    """The columns that take few values among the first rows. A wrong guess costs time, never a count."""
    known = prepared.few
    asked = sorted({name for name in names if (table, name) not in known})
    if asked:
        counts = ", ".join(f"COUNT(DISTINCT {quoted(name)})" for name in asked)
        listed = ", ".join(quoted(name) for name in asked)
        sample = f"SELECT {listed} FROM {table} LIMIT {_SAMPLE}"
        (found,) = prepared.session.rows(f"SELECT {counts} FROM ({sample}) AS s")
        known.update({(table, name): number <= FEW for name, number in zip(asked, found, strict=True)})
    return frozenset(name for name in names if known[table, name])


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
