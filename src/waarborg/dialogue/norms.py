"""Which norms of a safeguard are weighed on a day."""

import datetime as dt
from collections.abc import Mapping

from waarborg.law import Norm, Safeguard


def norms_on(safeguard: Safeguard, norms: Mapping[str, Norm], day: dt.date) -> tuple[str, ...]:
    """The ids of the norms weighed on ``day``: those that do not start later and have not ended.

    A duty that is not yet in force is not one that falls short (PROC-AIA-DATES gives those of the AI Act); a
    date that is not established keeps a norm in. Where no norm is in force yet, all are weighed: the
    safeguard is then asked by the catalogue, not by the law, and its page shows when each norm starts.
    """
    in_force = tuple(name for name in safeguard.norms if _may_hold(norms[name], day))
    return in_force or safeguard.norms


def _may_hold(norm: Norm, day: dt.date) -> bool:
    started = norm.valid_from is None or norm.valid_from <= day
    return started and (norm.valid_until is None or day <= norm.valid_until)
