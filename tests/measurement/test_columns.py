"""Columns that cannot be read are refused where the mapping names them, never with a fault of the engine."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from waarborg.jobs.measure_init import first_mapping
from waarborg.measurement.prepare.columns import native_type
from waarborg.values.finding import UnusableInput
from waarborg.values.log import ValueType

Told = Callable[..., dict[str, Any]]
NESTED = {
    "list": "[n, 2]",
    "gap": "INTERVAL 1 DAY * n",
    "record": "{'a': n}",
    "pairs": "MAP {'a': n}",
    "times": "[TIMESTAMP '2024-01-01']",
}


@pytest.fixture
def nested(tmp_path: Path) -> Path:
    """A Parquet file with a column of every kind that holds no single value, and one of numbers."""
    path = tmp_path / "nested.parquet"
    columns = ", ".join(f"{sql} AS {name}" for name, sql in NESTED.items())
    made = f"SELECT n AS score, {columns} FROM (SELECT CAST(range AS INT) AS n FROM range(40))"  # noqa: S608  of this test
    duckdb.connect().execute(f"COPY ({made}) TO '{path}' (FORMAT parquet)")
    return path


@pytest.mark.parametrize("column", list(NESTED))
def test_a_column_that_holds_no_single_value_is_refused_with_its_line(
    told: Told, nested: Path, column: str
) -> None:
    with pytest.raises(UnusableInput, match="column_not_one_value") as error:
        told(nested, f"kind: decisions\ncolumns:\n  score: score\n  other: {column}\ngroups: [other]\n")
    assert error.value.finding.where.line == 4
    assert error.value.finding.params["column"] == column


def test_the_other_columns_of_such_a_file_are_measured(told: Told, nested: Path) -> None:
    found = told(nested, "kind: decisions\ncolumns: {score: score}\n")
    assert found["rows"] == 40


def test_a_first_mapping_does_not_suggest_a_column_that_holds_no_single_value(nested: Path) -> None:
    text = first_mapping(nested)
    assert "score" in text
    assert not [
        name for name in NESTED if f"   {name}" in text or f"source: {name}" in text or f": {name}" in text
    ]


@pytest.mark.parametrize(
    ("engine_type", "kind"),
    [
        ("INTEGER", ValueType.NUMBER),
        ("int", ValueType.NUMBER),
        ("DECIMAL(18,3)", ValueType.NUMBER),
        ("UTINYINT", ValueType.NUMBER),
        ("INTEGER[]", ValueType.TEXT),
        ("array<int>", ValueType.TEXT),
        ("INTERVAL", ValueType.TEXT),
        ("TIMESTAMP[3]", ValueType.TEXT),
        ("TIMESTAMP WITH TIME ZONE", ValueType.TIME),
    ],
)
def test_the_type_of_a_column_is_known_by_its_whole_name(engine_type: str, kind: ValueType) -> None:
    assert native_type(engine_type)[0] is kind


@pytest.mark.parametrize(
    ("pattern", "part"), [("%s", "%s"), ("%d-%q-%Y", "%q"), ("%d-%m-%Y %", "%"), ("dd-mm-yyyy", "-")]
)
def test_a_format_that_is_not_known_is_refused_with_its_line_and_what_is_known(
    told: Told, pattern: str, part: str
) -> None:
    mapping = f"kind: decisions\ncolumns:\n  received:\n    source: r\n    format: '{pattern}'\n"
    with pytest.raises(UnusableInput, match="format_unknown") as error:
        told("r\n01-02-2024\n", mapping)
    assert error.value.finding.where.line == 5
    assert error.value.finding.params["part"] == part
    assert "%d" in str(error.value.finding.params["known"])
