"""Scales and ticks that every figure shares."""

import math
from collections.abc import Sequence

from attrs import frozen


@frozen
class Scale:
    """A linear scale from data (``low`` to ``high``) to pixels (``start`` to ``end``)."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value, rounded to a tenth so that drawings stay small and equal."""
        span = self.high - self.low or 1.0
        return round(self.start + (value - self.low) / span * (self.end - self.start), 1)


def ticks(low: float, high: float, about: int = 5) -> Sequence[float]:
    """Round values between ``low`` and ``high``, about as many as asked, at steps of 1, 2 or 5 times ten."""
    if high <= low:
        return (low,)
    raw = (high - low) / max(about, 1)
    magnitude = 10.0 ** math.floor(math.log10(raw))
    step = next(magnitude * factor for factor in (1, 2, 5, 10) if magnitude * factor >= raw)
    first = math.ceil(low / step)
    return tuple(round(index * step, 10) for index in range(first, math.floor(high / step + 1e-9) + 1))
