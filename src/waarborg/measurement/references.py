"""The reference of a group: it must be a group, or all would be compared with another in silence."""

from collections.abc import Mapping, Sequence

from waarborg.measurement.mapping import GroupSpec
from waarborg.measurement.mapping_check import refuse_reference
from waarborg.measurement.prepare import Prepared


def refuse_unknown_references(prepared: Prepared, groups: Sequence[GroupSpec]) -> None:
    """Refuse a reference that no case belongs to. A group that is there but small is another matter.

    Raises:
        UnusableInput: ``reference_unknown`` with the line and the groups large enough to be named.
    """
    for group in groups:
        sizes = _sizes(prepared, group.name) if group.reference is not None else None
        if sizes is not None and group.reference not in sizes:
            smallest = prepared.mapping.smallest_group
            large = sorted(name for name, size in sizes.items() if size >= smallest)
            place = ("groups", prepared.mapping.groups.index(group), "reference")
            raise refuse_reference(prepared.path, place, group, large)


def _sizes(prepared: Prepared, name: str) -> Mapping[str, int] | None:
    """The values of a group and how many cases have each; None where they prove too many to be groups."""
    key, largest = prepared.cases.compiler.compile(name).sql, prepared.mapping.largest_group_count
    keyed = f"SELECT *, {key} AS _key0 FROM {prepared.cases.name}"
    rows = prepared.session.rows(
        f"SELECT _key0, {prepared.counted('cases')} FROM ({keyed}) AS t WHERE _key0 IS NOT NULL "
        f"GROUP BY _key0 LIMIT {largest + 1}"
    )
    return {str(value): int(number) for value, number in rows} if len(rows) <= largest else None
