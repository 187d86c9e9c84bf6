"""What leaves: the figures as data. Small cells, handlers and rows are refused at this door."""

import re
from typing import Any

import attrs

from waarborg.values.indicator import Indicator, Measurement

FORBIDDEN_KEYS = frozenset({"handler", "case", "resource"})
"""Names that identify an official or a citizen; a figure by one of them never leaves."""
_KEY = re.compile(r"(?:^| & )([^=&]+)=")


class LeakError(ValueError):
    """A figure that may not leave. A fault of ours: no user can cause or mend it."""


def as_data(measurement: Measurement, smallest: int = 10) -> dict[str, Any]:
    """The figures as the documented JSON.

    Raises:
        LeakError: a figure shows a handler, a case, or fewer than ``smallest``.
    """
    for figure in measurement.indicators:
        _refuse_leak(figure, smallest)
    return {
        "rows": measurement.rows,
        "indicators": [
            attrs.asdict(figure) | {"caveats": list(figure.caveats)} for figure in measurement.indicators
        ],
        "refused": [
            {"id": one.id if one.group is None else f"{one.id}.{_slug(one.group)}", "reason": one.reason}
            for one in measurement.refused
        ],
        "suppressed": measurement.suppressed,
    }


def _slug(group: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "_", group).strip("_")[:80]


def _refuse_leak(figure: Indicator, smallest: int) -> None:
    keys = {key.strip() for key in _KEY.findall(figure.group or "")}
    few = figure.denominator is not None and figure.denominator < smallest
    cell = figure.unit != "handlers" and figure.numerator is not None and 0 < figure.numerator < smallest
    if keys & FORBIDDEN_KEYS or few or cell:
        message = f"{figure.id} may not leave: {sorted(keys)}, {figure.numerator} of {figure.denominator}"
        raise LeakError(message)
