"""The steps of a funnel over a table of counts, each with its counts by group and what stays back."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from attrs import frozen

from waarborg.measurement.counts.kept_back import Tallies, kept_back
from waarborg.measurement.counts.table import CountTable, Tally
from waarborg.measurement.mapping import GroupSpec, StepSpec, TableSpec

Place = tuple[str | int, ...]
"""Where in the mapping a thing stands, for errors."""


@frozen
class Counter:
    """Sums cells of a table for a step and a group, whichever of them stands in the rows."""

    table: CountTable
    spec: TableSpec
    smallest: int

    def of(self, step_cells: Sequence[str], group_cells: Sequence[str], place: Place) -> Tally:
        """The count of some groups in some steps."""
        if self.spec.rows == "groups":
            return self.table.total(group_cells, step_cells, place)
        return self.table.total(step_cells, group_cells, place)


@frozen
class Step:
    """A step of the funnel for one attribute: its counts, the step it comes from, the groups to keep back."""

    spec: StepSpec
    tallies: Tallies
    base: "Step | None"
    away: AbstractSet[str]


def steps_of(counter: Counter, group: GroupSpec, funnel: Sequence[StepSpec]) -> Sequence[Step]:
    """All steps, in the order of the funnel."""
    found: list[Step] = []
    for index, spec in enumerate(funnel):
        named = next((step for step in found if step.spec.id == spec.within), None)
        base = named or (found[-1] if found else None)
        tallies = tallies_of(counter, group, spec.rows, ("funnel", index, "rows"))
        away = kept_back(tallies, base.tallies if base else None, counter.smallest)
        found.append(Step(spec, tallies, base, away))
    return found


def tallies_of(counter: Counter, group: GroupSpec, cells: Sequence[str], place: Place) -> Tallies:
    """The count of each group in some steps."""
    return {name: counter.of(cells, parts, place) for name, parts in group.columns.items()}


def together(tallies: Tallies) -> Tally:
    """All groups as one."""
    total = Tally()
    for tally in tallies.values():
        total += tally
    return total
