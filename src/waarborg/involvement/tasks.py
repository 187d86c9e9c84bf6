"""What lands on a body's desk, and when it is done: all work of a regime in one line for each body."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from waarborg.involvement.queue import departures
from waarborg.involvement.world import World

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@frozen(kw_only=True, eq=False)
class Tasks:
    """One row a task. ``organisation`` tells decentral bodies of one kind apart; ``hours`` is the work."""

    replication: Ints
    organisation: Ints
    arrival: Floats
    hours: Floats

    @property
    def size(self) -> int:
        """How many tasks."""
        return len(self.arrival)


def handle(world: World, body: str, batches: Sequence[Tasks]) -> tuple[Floats, ...]:
    """When each task of each batch is done, in weeks of the calendar; the batches share the body's hours.

    The body works through what it has in order of arrival, in its weeks in session only.
    """
    clock = world.clocks[body]
    arrival = np.concatenate([batch.arrival for batch in batches])
    bodies = [batch.replication * world.bodies_of(body) + batch.organisation for batch in batches]
    segment = np.concatenate(bodies)
    service = np.concatenate([batch.hours for batch in batches]) / world.value(f"hours_a_week.{body}")
    order = _order(segment, arrival)
    worked = clock.to_work(arrival[order])
    left = clock.to_calendar(departures(segment[order], worked, service[order]))
    done = np.empty_like(arrival)
    done[order] = np.maximum(left, arrival[order])
    ends = np.cumsum([batch.size for batch in batches])[:-1]
    return tuple(np.split(done, ends))


def _order(segment: Ints, arrival: Floats) -> Ints | slice:
    """The order of the line; nothing to sort where it stands in order already."""
    later = (segment[1:] > segment[:-1]) | ((segment[1:] == segment[:-1]) & (arrival[1:] >= arrival[:-1]))
    return slice(None) if later.all() else np.lexsort((arrival, segment))
