"""Group and count: the one thing an engine does here. All else is arithmetic on these counts."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from waarborg.measurement.finest import FEW_KEYS, Source, cells_of, columns_of, counted_from, of_few_values
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
    """Count all rates by ``keys`` (name to SQL). None when there are more than ``CELL_LIMIT`` cells."""
    found: dict[Key, NDArray[np.int64]] = {}
    for lot, source in _lots(prepared, level, keys, rates):
        rows = prepared.session.rows(_query(source, [rates[index] for index in lot]))
        if len(rows) > CELL_LIMIT:
            return None
        width = len(source.keys)
        for row in rows:
            key = tuple(None if one is None else str(one) for one in row[:width])
            if len(key) < len(keys):  # a whole log is only ever read as a whole: any cell may hold it
                key = next(iter(found), (None,) * len(keys))
            counts = found.setdefault(key, np.zeros((len(rates), 3), dtype=np.int64))
            counts[lot] = np.array([int(one or 0) for one in row[width:]]).reshape(len(lot), 3)
    counts_of_all = np.array(list(found.values()), dtype=np.int64).reshape(len(found), len(rates), 3)
    return Cells(tuple(keys), list(found), counts_of_all)


def _lots(
    prepared: Prepared, level: str, keys: Mapping[str, str], rates: Sequence[RateSql]
) -> Iterator[tuple[list[int], Source]]:
    """The rates to test on the finest cells, those to test row by row, and those that need no groups."""
    table = prepared.table(level)
    size = prepared.size(level)
    touched = [columns_of(f"{rate.of} {rate.share}") for rate in rates]
    in_keys = frozenset[str]().union(*(columns_of(sql) for sql in keys.values()))
    asked = [*keys.values(), *(f"{rate.of} {rate.share}" for rate in rates)]
    kept, _ = counted_from(prepared, asked)
    if level == "cases" and keys and kept != table.name:
        yield list(range(len(rates))), Source(kept, list(keys.values()), "_size")
        return
    few = of_few_values(prepared, table.name, in_keys.union(*touched))
    few |= of_few_values(prepared, table.name, in_keys, FEW_KEYS)
    on_cells = [index for index, names in enumerate(touched) if names <= few]
    if on_cells and (cell := few & in_keys.union(*(touched[index] for index in on_cells))):
        yield on_cells, cells_of(table.name, keys, cell, size)
    else:
        on_cells = []
    others = [index for index in range(len(rates)) if index not in set(on_cells)]
    for lot, by in (
        ([index for index in others if not rates[index].rate.whole], keys),
        ([index for index in others if rates[index].rate.whole], {}),
    ):
        if lot:
            yield lot, Source(table.name, list(by.values()), size)


def _query(source: Source, rates: Sequence[RateSql]) -> str:
    sums = [_sum(condition, source.size) for rate in rates for condition in _conditions(rate)]
    names = [f"_key{index}" for index in range(len(source.keys))]
    keyed = "".join(f", {sql} AS {name}" for sql, name in zip(source.keys, names, strict=True))
    grouped = f" GROUP BY {', '.join(names)}" if names else ""
    return (
        f"SELECT {', '.join([*names, *sums])} FROM (SELECT *{keyed} FROM {source.sql}) AS t{grouped} "
        f"LIMIT {CELL_LIMIT + 1}"
    )


def _conditions(rate: RateSql) -> tuple[str, str, str]:
    return (
        f"{rate.of} AND {rate.share}",
        f"{rate.of} AND {rate.share} IS NOT NULL",
        f"{rate.of} AND {rate.share} IS NULL",
    )


def _sum(condition: str, size: str | None) -> str:
    if size is None:
        return f"COUNT(CASE WHEN {condition} THEN 1 END)"
    return f"SUM(CASE WHEN {condition} THEN {size} ELSE 0 END)"
