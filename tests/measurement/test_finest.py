"""Counting on the finest cells gives what counting row by row gives."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from waarborg.jobs.measure import measure
from waarborg.measurement import finest
from waarborg.measurement.contract import as_data

WEIGHED = """
kind: decisions
columns: {received: received, origin: origin, region: region, adverse: adverse, score: score, weight: n}
groups: [origin, region]
period: year
indicators:
  - {id: high, safeguard: bias_test, share: score > 0.5}
  - {id: quick, safeguard: decision_in_time, of: 'origin == "A"', share: 'region == "north"'}
"""


def by_rows(patch: pytest.MonkeyPatch, run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The report when no column is taken to have few values, so that every rate is tested row by row."""
    with patch.context() as inside:
        inside.setattr(finest, "FEW", -1)
        return run()


def test_the_whole_report_is_the_same_by_cells_and_by_rows(
    measured: Callable[..., dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = {"rows": 3_000, "human_bias": 1.5, "gaps": 0.03, "late": 0.2}
    assert measured(**planted) == by_rows(monkeypatch, lambda: measured(**planted))


@pytest.mark.parametrize("empty", ["origin", "region", "adverse"])
def test_weights_and_missing_values_count_the_same_by_cells_and_by_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    log, mapping = tmp_path / "log.csv", tmp_path / "mapping.yaml"
    mapping.write_text(WEIGHED, encoding="utf-8")
    names = ("received", "origin", "region", "adverse", "score", "n")
    lines = [",".join(names)]
    for number in range(900):
        row = {
            "received": f"{2022 + number % 3}-03-01", "origin": "ABC"[number % 3],
            "region": ("north", " south ")[number % 2], "adverse": ("yes", "no", "no")[number * 7 % 3],
            "score": str((number * 37 % 100) / 100), "n": str(1 + number % 4),
        }  # fmt: skip
        lines.append(",".join("" if name == empty and number % 5 == 0 else row[name] for name in names))
    log.write_text("\n".join(lines), encoding="utf-8")

    def run() -> dict[str, Any]:
        return as_data(measure(log, mapping))

    found = run()
    assert found == by_rows(monkeypatch, run)
    (whole,) = [one for one in found["indicators"] if one["id"] == "high" and one["group"] is None]
    assert whole["denominator"] == sum(1 + number % 4 for number in range(900))


@pytest.mark.parametrize(
    ("sql", "columns"),
    [
        ('("a" IS NULL) AND \'x "b" y\' <> "c"', {"a", "c"}),
        ('NULLIF(TRIM("two ""words"""), \'it\'\'s "q"\')', {'two "words"'}),
        ("TRUE", set()),
    ],
)
def test_the_columns_of_sql_are_read_outside_its_texts(sql: str, columns: set[str]) -> None:
    assert finest.columns_of(sql) == columns
