"""What the parts of a run share: the assumptions, the clocks, chance, and the size of it all."""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from waarborg.involvement.clock import WEEKS, WorkClock, sessions_of
from waarborg.involvement.draws import Draws
from waarborg.involvement.parameters import Assumptions
from waarborg.involvement.regime import Amount, Lines, Target
from waarborg.involvement.systems import LINES, Systems, organisations_of

CHAMBERS = ("tk", "ek")
BODIES = (*CHAMBERS, *LINES[1:-1])
"""The bodies that can be put to, by their ids in the catalogue of bodies."""

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@frozen(kw_only=True)
class World:
    """One block of replications under one set of assumptions."""

    assumptions: Assumptions
    clocks: Mapping[str, WorkClock]
    draws: Draws
    replications: int
    years: int

    @property
    def weeks(self) -> int:
        """The length of a replication in weeks."""
        return self.years * WEEKS

    def value(self, name: str) -> float:
        """The value of a parameter."""
        return self.assumptions.value(name)

    def amount(self, amount: Amount) -> float:
        """A number of a regime: itself, or the value of the parameter it names."""
        return self.value(amount) if isinstance(amount, str) else float(amount)

    def bodies_of(self, body: str) -> int:
        """How many bodies of this kind there are: one of each Chamber, one a decentral organisation."""
        return 1 if body in CHAMBERS else organisations_of(self.assumptions, body)


def clocks(assumptions: Assumptions, sessions: Mapping[str, Sequence[bool]]) -> Mapping[str, WorkClock]:
    """The clock of every body: its calendar where one is given, with as many weeks as are assumed."""
    return {
        body: WorkClock(sessions_of(int(assumptions.value(f"weeks_in_session.{body}")), sessions.get(body)))
        for body in BODIES
    }


def luck_of(body: str) -> str:
    """The name under which a body's luck is drawn. A system has one decentral body, so those share theirs."""
    return body if body in CHAMBERS else "own"


def put_to(systems: Systems, among: Bools, body: str, target: Target) -> Ints:
    """Which of the systems ``among`` go to ``body``: all to a Chamber, or those that account to it."""
    if not receives(body, target):
        return np.zeros(0, dtype=np.int64)
    own = systems.line == LINES.index("chambers" if body in CHAMBERS else body)
    return np.flatnonzero(among & own if target is Target.OWN else among)


def receives(body: str, target: Target) -> bool:
    """Whether anything goes to ``body`` by this target."""
    return target is Target.OWN or body == target or (target is Target.CHAMBERS and body in CHAMBERS)


def of_lines(systems: Systems, lines: Lines) -> Bools:
    """Which systems a regime is about by the line of their organisation."""
    if lines is Lines.ALL:
        return np.ones(systems.size, dtype=bool)
    return np.asarray(systems.line == LINES.index(lines))
