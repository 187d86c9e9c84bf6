"""What may not leave is stopped at the door and by the schema."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from waarborg.jobs.measure import measure
from waarborg.measurement.contract import LeakError, as_data, report_schema
from waarborg.values.indicator import Indicator, Measurement


def report(smallest: int = 10, may_leave: tuple[str, ...] = (), **changed: Any) -> Measurement:
    figure: dict[str, Any] = {
        "id": "adverse_rate", "safeguard": "bias_test", "group": None, "value": 0.5, "numerator": 50,
        "denominator": 100, "unit": "decisions", "method": "wilson95",
    }  # fmt: skip
    one = Indicator(**{**figure, **changed})
    return Measurement(rows=100, indicators=(one,), smallest_group=smallest, may_leave=may_leave)


@pytest.mark.parametrize(
    "changed",
    [
        {"group": "handler=Jansen"},
        {"group": "clerk=Jansen"},
        {"group": "origin=x & clerk=Jansen"},
        {"numerator": 9},
        {"numerator": 0, "denominator": 9},
    ],
)
def test_what_may_not_leave_is_stopped(changed: dict[str, Any]) -> None:
    with pytest.raises(LeakError):
        as_data(report(may_leave=("origin",), **changed))


def test_a_group_the_mapping_names_leaves() -> None:
    assert as_data(report(may_leave=("origin",), group="origin=x"))["indicators"][0]["group"] == "origin=x"


@pytest.mark.parametrize("smallest", [3, 10, 25])
def test_the_schema_of_a_smallest_group_refuses_what_is_smaller(smallest: int) -> None:
    fits = as_data(report(smallest, numerator=smallest, denominator=2 * smallest))
    jsonschema.validate(json.loads(json.dumps(fits)), report_schema(smallest))
    fits["indicators"][0]["numerator"] = smallest - 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fits, report_schema(smallest))


@pytest.mark.parametrize(("smallest", "shown"), [(5, {"a=x", "a=y"}), (10, set())])
def test_a_group_of_six_shows_only_where_the_mapping_lets_it(
    tmp_path: Path, smallest: int, shown: set[str]
) -> None:
    """Twelve people, six in each group, all of them adverse: no cell but six and nought."""
    log, mapping = tmp_path / "log.csv", tmp_path / "mapping.yaml"
    log.write_text("a,adverse\n" + "x,yes\n" * 6 + "y,yes\n" * 6, encoding="utf-8")
    mapping.write_text(
        f"kind: decisions\nsmallest_group: {smallest}\ncolumns: {{a: a, adverse: adverse}}\ngroups: [a]\n",
        encoding="utf-8",
    )
    data = as_data(measure(log, mapping))
    jsonschema.validate(json.loads(json.dumps(data)), report_schema(smallest))
    found = {one["group"] for one in data["indicators"] if one["id"] == "adverse_rate" and one["group"]}
    assert found == shown
