"""A synthetic decision log with a known truth, to test that what is planted is found and nothing else.

No public log holds machine advice, human decision and group in one row; this one does, and says so.
"""

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

COLUMNS = (
    *("case_id", "received", "decided", "notified", "score", "advice", "outcome", "adverse", "selected"),
    *("decided_by", "handler", "review_seconds", "heard", "reasons", "objection_lodged"),
    *("objection_decided", "objection_upheld", "system_version", "truth", "control_sample"),
    *("gender", "origin"),
)
_OBJECTS, _BY_PERSON, _UPHELD, _TRUE, _SAMPLED, _YEAR = 0.4, 0.8, 0.3, 0.1, 0.05, 365
"""What holds in every synthetic log: shares that object, are decided by a person, and so on."""
_START = dt.date(2023, 1, 2)
_SILENT_FROM = 300


@frozen(kw_only=True)
class Planted:
    """What is true of a synthetic log. The defaults plant nothing: groups, handlers and periods are alike.

    ``machine_bias`` and ``human_bias`` multiply the chance of origin B with the machine or the official;
    ``never_override`` handlers always follow the machine; ``late`` is the share decided after 56 days;
    ``drift`` shifts the score per year; ``silent`` days from the 300th on hold no case.
    """

    rows: int = 20_000
    seed: int = 1
    override: float = 0.10
    machine_bias: float = 1.0
    human_bias: float = 1.0
    never_override: int = 0
    handlers: int = 40
    late: float = 0.05
    unheard: float = 0.0
    without_reasons: float = 0.0
    gaps: float = 0.0
    drift: float = 0.0
    silent: int = 0


def synthetic_log(planted: Planted) -> dict[str, NDArray[np.object_]]:
    """The columns of a log; the same ``planted`` gives the same log to the last value."""
    random = np.random.default_rng(planted.seed)
    n = planted.rows
    origin, gender = random.choice(["A", "B"], n, p=[0.7, 0.3]), random.choice(["f", "m"], n)
    day = random.integers(0, 730, n)
    day = np.where((day >= _SILENT_FROM) & (day < _SILENT_FROM + planted.silent), day - planted.silent, day)
    score = np.clip(random.beta(2, 3, n) + planted.drift * day / 365, 0, 1)
    selected = _tilted(random, 0.30, planted.machine_bias, origin)
    advice = np.where(selected, "check", "grant")
    handler = random.integers(0, planted.handlers, n)
    departs = random.random(n) < planted.override
    departs &= handler >= planted.never_override
    refused = _tilted(random, 0.25, planted.human_bias, origin)
    adverse = selected & refused
    outcome = np.where(departs, np.where(selected, "grant", "check"), advice)
    taken = np.where(random.random(n) < planted.late, random.integers(57, 120, n), random.integers(1, 57, n))
    objected = adverse & (random.random(n) < _OBJECTS)
    columns: dict[str, Any] = {
        "case_id": [f"S{index:07d}" for index in range(n)],
        "received": _days(day),
        "decided": _days(day + taken),
        "notified": _days(day + taken + random.integers(0, 3, n)),
        "score": np.round(score, 4),
        "advice": advice,
        "outcome": outcome,
        "adverse": _flags(adverse),
        "selected": _flags(selected),
        "decided_by": np.where(random.random(n) < _BY_PERSON, "person", "machine"),
        "handler": np.array([f"official {number}" for number in handler]),
        "review_seconds": np.round(random.lognormal(4, 0.6, n)),
        "heard": _flags(random.random(n) >= planted.unheard),
        "reasons": _flags(random.random(n) >= planted.without_reasons),
        "objection_lodged": _where(objected, _days(day + taken + random.integers(1, 42, n))),
        "objection_decided": _where(objected, _days(day + taken + random.integers(43, 120, n))),
        "objection_upheld": _where(objected, _flags(random.random(n) < _UPHELD)),
        "system_version": np.where(day < _YEAR, "1", "2"),
        "truth": _flags(random.random(n) < _TRUE),
        "control_sample": _flags(random.random(n) < _SAMPLED),
        "gender": gender,
        "origin": _where(random.random(n) >= planted.gaps, origin),
    }
    return {name: np.asarray(columns[name], dtype=object) for name in COLUMNS}


def write_synthetic(planted: Planted, target: Path) -> None:
    """Write the log as CSV; missing values are empty."""
    columns = synthetic_log(planted)
    with target.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(COLUMNS) + "\n")
        for row in zip(*columns.values(), strict=True):
            stream.write(",".join("" if value is None else str(value) for value in row) + "\n")


def _tilted(
    random: np.random.Generator, chance: float, bias: float, origin: NDArray[np.str_]
) -> NDArray[np.bool_]:
    return random.random(len(origin)) < np.where(origin == "B", min(chance * bias, 1.0), chance)


def _days(numbers: NDArray[np.int64]) -> NDArray[np.str_]:
    return (np.datetime64(_START) + numbers).astype(str)


def _flags(values: NDArray[np.bool_]) -> NDArray[np.str_]:
    return np.where(values, "true", "false")


def _where(there: NDArray[np.bool_], values: NDArray[np.str_]) -> NDArray[np.object_]:
    """The values where they are there, else None."""
    found = values.astype(object)
    found[~there] = None
    return found
