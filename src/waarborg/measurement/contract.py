"""What leaves: the figures as data. Small cells, handlers and rows are refused at this door."""

import json
import re
from pathlib import Path
from typing import Any

import attrs

from waarborg.measurement.names import BUILT_IN, IDENTITIES
from waarborg.values.indicator import Indicator, Measurement

_KEY = re.compile(r"(?:^| & )([^=&]+)=")


class LeakError(ValueError):
    """A figure that may not leave. A fault of ours: no user can cause or mend it."""


def report_schema(smallest: int = 10) -> dict[str, Any]:
    """The JSON Schema of a report whose smallest group is ``smallest``; the file beside this is for ten."""
    schema: dict[str, Any] = json.loads(Path(__file__).with_name("report.schema.json").read_text("utf-8"))
    figure = schema["properties"]["indicators"]["items"]
    figure["properties"]["denominator"]["minimum"] = smallest
    figure["else"]["properties"]["numerator"]["anyOf"][-1]["minimum"] = smallest
    return schema


def as_data(measurement: Measurement) -> dict[str, Any]:
    """The figures as the documented JSON.

    Raises:
        LeakError: a figure shows a handler, a case, a name the mapping does not let out, or too few people.
    """
    smallest = measurement.smallest_group
    for figure in measurement.indicators:
        _refuse_leak(figure, smallest, frozenset({*BUILT_IN, *measurement.may_leave}))
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


def _refuse_leak(figure: Indicator, smallest: int, allowed: frozenset[str]) -> None:
    keys = {key.strip() for key in _KEY.findall(figure.group or "")}
    few = figure.denominator is not None and figure.denominator < smallest
    cell = figure.unit != "handlers" and figure.numerator is not None and 0 < figure.numerator < smallest
    if keys & IDENTITIES or keys - allowed or few or cell:
        message = f"{figure.id} may not leave: {sorted(keys)}, {figure.numerator} of {figure.denominator}"
        raise LeakError(message)
