"""The systems of a block of replications: those that arrive, and those in use at the start."""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from waarborg.involvement.clock import WEEKS
from waarborg.involvement.draws import Draws
from waarborg.involvement.parameters import Assumptions

LINES = ("chambers", "gemeenteraad", "provinciale_staten", "algemeen_bestuur", "unknown")
"""To whom an organisation accounts. No body and an unknown one are one line here: neither can be put to."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@frozen(kw_only=True, eq=False)
class Systems:
    """One row a system, first the new ones in order of replication and time, then those in use at the start.

    ``time`` is when it is ready for go-live, in weeks; ``line`` an index into ``LINES``; ``organisation`` a
    number within its line; ``short`` whether a safeguard is short of the bar; ``shown`` whether the
    organisation's own evidence says so; ``new_basis`` whether a legal basis is made for it.
    """

    replication: Ints
    time: Floats
    line: Ints
    organisation: Ints
    short: Bools
    shown: Bools
    new_basis: Bools
    is_new: Bools

    @property
    def size(self) -> int:
        """How many systems."""
        return len(self.time)

    def joined(self, other: "Systems") -> "Systems":
        """These systems with others after them."""
        names = ("replication", "time", "line", "organisation", "short", "shown", "new_basis", "is_new")
        return Systems(
            **{name: np.concatenate([getattr(self, name), getattr(other, name)]) for name in names}
        )


def draw_systems(
    assumptions: Assumptions, draws: Draws, replications: int, weeks: int, *, high: bool
) -> Systems:
    """Draw the systems with a high impact, or those without, for a number of replications.

    Arrivals are Poisson; split by impact they stay Poisson and independent, so each half can be drawn alone.
    """
    part = "high" if high else "other"
    new = _new(assumptions, draws, replications, weeks, part)
    old = _in_use(assumptions, draws, replications, part)
    return _drawn(assumptions, draws, f"{part}.new", new).joined(
        _drawn(assumptions, draws, f"{part}.in_use", old)
    )


def share_of(assumptions: Assumptions, line: str, part: str) -> float:
    """The share of a line's systems with a high impact (``high``) or without (``other``)."""
    unknown = assumptions.value(f"unknown_share.{line}") * assumptions.value("unknown_impact_as_high")
    high = min(1.0, assumptions.value(f"high_share.{line}") + unknown)
    return high if part == "high" else 1.0 - high


def _new(
    assumptions: Assumptions, draws: Draws, replications: int, weeks: int, part: str
) -> tuple[Ints, Floats, Ints]:
    factor = assumptions.value("systems_per_registered") / WEEKS
    rates = np.array(
        [assumptions.value(f"arrivals_a_year.{line}") * share_of(assumptions, line, part) for line in LINES]
    )
    total = float(rates.sum()) * factor
    counts = draws.stream(f"{part}.count").poisson(total * weeks, replications)
    replication = np.repeat(np.arange(replications), counts)
    moments = np.sort(replication + draws.uniform(f"{part}.time", len(replication))) - replication
    shares = np.cumsum(rates) / (rates.sum() or 1.0)
    line = np.searchsorted(shares[:-1], draws.uniform(f"{part}.line", len(replication)), side="right")
    return replication, np.clip(moments, 0.0, 1.0) * weeks, line.astype(np.int64)


def _in_use(
    assumptions: Assumptions, draws: Draws, replications: int, part: str
) -> tuple[Ints, Floats, Ints]:
    factor = assumptions.value("systems_per_registered")
    replication, line = [], []
    for index, name in enumerate(LINES):
        number = round(assumptions.value(f"in_use.{name}") * factor)
        share = share_of(assumptions, name, part)
        counts = draws.stream(f"{part}.in_use.{name}").binomial(number, share, replications)
        replication.append(np.repeat(np.arange(replications), counts))
        line.append(np.full(counts.sum(), index, dtype=np.int64))
    together = np.concatenate(replication)
    return together, np.zeros(len(together)), np.concatenate(line)


def _drawn(assumptions: Assumptions, draws: Draws, name: str, come: tuple[Ints, Floats, Ints]) -> Systems:
    """Systems with all that is drawn about them; ``come`` is their replication, time and line."""
    replication, time, line = come
    is_new = name.endswith(".new")
    size = len(time)
    short = draws.uniform(f"{name}.short", size) < assumptions.value("short_share")
    seen, unseen = assumptions.value("shown_short"), assumptions.value("shown_short_in_order")
    shown = draws.uniform(f"{name}.shown", size) < np.where(short, seen, unseen)
    organisations = np.array([organisations_of(assumptions, one) for one in LINES])
    place = draws.uniform(f"{name}.organisation", size) * organisations[line]
    basis = draws.uniform(f"{name}.basis", size) < assumptions.value("new_legal_basis_share")
    return Systems(
        replication=replication.astype(np.int64),
        time=time,
        line=line,
        organisation=place.astype(np.int64),
        short=short,
        shown=shown,
        new_basis=basis & is_new,
        is_new=np.full(size, is_new),
    )


def organisations_of(assumptions: Assumptions, line: str) -> int:
    """How many organisations with a body of their own a line has; 1 for the other two lines."""
    name = f"organisations.{line}"
    return int(assumptions.value(name)) if name in assumptions.by_name else 1
