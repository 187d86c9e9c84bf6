"""Spark counts what DuckDB counts, to the last figure."""

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from waarborg.jobs.measure import measure
from waarborg.measurement.contract import as_data
from waarborg.measurement.synthetic import Planted, write_synthetic

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "measurement" / "synthetic.yaml"

# Every type of Parquet: days, wall clocks in the hour that a change of clock skips (31 March 2024)
# and in the one it repeats (27 October), instants, numbers of every width, a yes or no with gaps.
TYPED = """
COPY (SELECT
  CAST(DATE '2023-12-30' + CAST(n // 3 AS INT) AS DATE) AS received,
  TIMESTAMP '2024-03-31 00:30' + INTERVAL 30 MINUTE * (n % 6) + INTERVAL 210 DAY * (n % 2) AS decided,
  TIMESTAMPTZ '2024-03-31 00:30:00+00' + INTERVAL 1 HOUR * n AS notified,
  CAST(n % 7 AS TINYINT) AS level, CAST(n AS DECIMAL(9, 2)) / 4 AS amount, CAST(n AS FLOAT) AS score,
  CASE WHEN n % 5 = 0 THEN NULL ELSE n % 3 = 0 END AS adverse,
  CASE WHEN n % 4 = 0 THEN 'a' ELSE 'b' END AS origin
FROM RANGE(600) AS t(n)) TO '{path}' (FORMAT parquet)
"""
MAPPING = """
kind: decisions
synthetic: true
columns: {received: received, decided: decided, notified: notified, level: level,
  amount: amount, score: score, adverse: adverse, origin: origin}
groups: [origin]
may_leave: [level]
terms:
- {id: decide, days: 91, start: received, end: decided}
indicators:
- {id: told_late, safeguard: notice, kind: rate, of: "true", share: "seconds(decided, notified) > 3600",
  by: [origin], title: {nl: t, en: t}, meaning: {nl: m, en: m}}
- {id: amounts, safeguard: bias_test, kind: median, of: "true", value: amount, by: [origin],
  title: {nl: t, en: t}, meaning: {nl: m, en: m}}
- {id: at_weekend, safeguard: bias_test, kind: rate, of: "true", share: "weekday(received) > 5",
  by: [level], title: {nl: t, en: t}, meaning: {nl: m, en: m}}
"""


@pytest.fixture
def _spark(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    monkeypatch.setenv(
        "WAARBORG_SPARK_MASTER", os.environ.get("WAARBORG_SPARK_MASTER", "local-cluster[1,1,1024]")
    )


@pytest.mark.spark
@pytest.mark.usefixtures("_spark")
@pytest.mark.filterwarnings("ignore")  # Spark and py4j warn of their own ways
def test_spark_in_a_local_cluster_gives_the_figures_of_duckdb(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    write_synthetic(Planted(rows=5_000, human_bias=1.5, gaps=0.02), log)
    assert as_data(measure(log, EXAMPLE, engine="spark")) == as_data(measure(log, EXAMPLE))


@pytest.mark.spark
@pytest.mark.usefixtures("_spark")
@pytest.mark.filterwarnings("ignore")  # Spark and py4j warn of their own ways
def test_days_wall_clocks_and_instants_of_a_parquet_file_are_the_same_in_both_engines(tmp_path: Path) -> None:
    log, mapping = tmp_path / "log.parquet", tmp_path / "mapping.yaml"
    duckdb.connect().execute(TYPED.format(path=log))
    mapping.write_text(MAPPING, encoding="utf-8")
    assert as_data(measure(log, mapping, engine="spark")) == as_data(measure(log, mapping))
