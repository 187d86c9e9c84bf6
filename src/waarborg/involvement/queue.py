"""Waiting in line: one server a segment, first come first served, solved for all customers at once."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def departures(segment: Ints, arrival: Floats, service: Floats) -> Floats:
    """When each customer leaves a single server per segment.

    Customers stand in order of segment, and of arrival within it; times are in one unit. Lindley's recursion
    ``D[n] = max(A[n], D[n-1]) + S[n]`` has the closed form
    ``D[n] = C[n] + max over k <= n of (A[k] - C[k-1])`` with ``C`` the sum of service so far. The running
    maximum is kept within its segment by lifting every segment above the one before it.

    Source: D.V. Lindley, "The theory of queues with a single server", Mathematical Proceedings of the
    Cambridge Philosophical Society 48 (1952), 277-289.
    """
    if not len(arrival):
        return np.zeros(0)
    starts = np.concatenate([[True], segment[1:] != segment[:-1]])
    rank = np.cumsum(starts) - 1
    done = np.cumsum(service)
    done -= (done - service)[starts][rank]
    slack = arrival - (done - service)
    step = float(slack.max() - slack.min()) + 1.0
    lifted = slack + rank * step
    departs = np.maximum.accumulate(lifted) - rank * step + done
    # Lifting costs the last digits; nobody leaves before he is served.
    return np.maximum(departs, arrival + service)


def waiting(arrival: Floats, departure: Floats, moments: Floats) -> Ints:
    """How many have arrived and not left at each moment: in is out plus waiting."""
    return np.searchsorted(np.sort(arrival), moments, side="right") - np.searchsorted(
        np.sort(departure), moments, side="right"
    )
