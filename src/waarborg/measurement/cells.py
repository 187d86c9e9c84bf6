"""Group and count: the one thing an engine does here. All else is arithmetic on these counts."""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from waarborg.measurement.prepare import Prepared
from waarborg.measurement.rates import RateSql

CELL_LIMIT = 2_000_000
"""More cells than this is no grouping; the groups are refused."""

Key = tuple[str | None, ...]


@frozen
class Count:
    """``yes`` of ``total``; ``unknown`` could not be told and stand in neither."""

    yes: int
    total: int
    unknown: int = 0


@frozen
class Cells:
    """Counts in the finest cells.

    ``names`` of the keys, ``keys`` of the cells; ``counts`` has shape (cells, rates, 3): yes, total, unknown.
    """

    names: tuple[str, ...]
    keys: Sequence[Key]
    counts: NDArray[np.int64]
    kept: dict[tuple[str, ...], tuple[Sequence[Key], NDArray[np.int64]]] = field(factory=dict, eq=False)

    def over(self, index: int, by: Sequence[str] = ()) -> Mapping[Key, Count]:
        """The counts of one rate, rolled up to the keys ``by``."""
        keys, counts = self._rolled(tuple(by))
        return {
            key: Count(*(int(one) for one in row)) for key, row in zip(keys, counts[:, index], strict=True)
        }

    def _rolled(self, by: tuple[str, ...]) -> tuple[Sequence[Key], NDArray[np.int64]]:
        if by not in self.kept:
            places = [self.names.index(name) for name in by]
            codes: dict[Key, int] = {}
            short = [codes.setdefault(tuple(key[place] for place in places), len(codes)) for key in self.keys]
            counts = np.zeros((len(codes), *self.counts.shape[1:]), dtype=np.int64)
            np.add.at(counts, short, self.counts)
            self.kept[by] = (list(codes), counts)
        return self.kept[by]

    def distinct(self, name: str) -> int:
        """How many values a key takes."""
        place = self.names.index(name)
        return len({key[place] for key in self.keys})


def count(prepared: Prepared, level: str, keys: Mapping[str, str], rates: Sequence[RateSql]) -> Cells | None:
    """Count all rates in the finest cells of ``keys`` (name to SQL), in one pass.

    None when there are more than ``CELL_LIMIT`` cells. A row may stand for several decisions (``weight``).
    """
    table = prepared.table(level)
    weight = table.compiler.names.get("weight")
    grouped = [f"{sql} AS k{index}" for index, sql in enumerate(keys.values())]
    sums = [
        _sum(condition, weight.sql if weight else None) for rate in rates for condition in _conditions(rate)
    ]
    clause = f" GROUP BY {', '.join(f'k{index}' for index in range(len(keys)))}" if keys else ""
    query = (
        f"SELECT {', '.join([*(f'k{index}' for index in range(len(keys))), *sums])} "
        f"FROM (SELECT *{''.join(', ' + one for one in grouped)} FROM {table.name}) AS t{clause} "
        f"LIMIT {CELL_LIMIT + 1}"
    )
    rows = prepared.session.rows(query)
    if len(rows) > CELL_LIMIT:
        return None
    width = len(keys)
    found = [tuple(None if one is None else str(one) for one in row[:width]) for row in rows]
    counts = np.array([[int(one or 0) for one in row[width:]] for row in rows], dtype=np.int64)
    return Cells(tuple(keys), found, counts.reshape(len(rows), len(rates), 3))


def _conditions(rate: RateSql) -> tuple[str, str, str]:
    return (
        f"{rate.of} AND {rate.share}",
        f"{rate.of} AND {rate.share} IS NOT NULL",
        f"{rate.of} AND {rate.share} IS NULL",
    )


def _sum(condition: str, weight: str | None) -> str:
    if weight is None:
        return f"COUNT(CASE WHEN {condition} THEN 1 END)"
    return f"SUM(CASE WHEN {condition} THEN {weight} ELSE 0 END)"
