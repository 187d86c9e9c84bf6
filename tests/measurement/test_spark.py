"""Spark counts what DuckDB counts, to the last figure."""

import os
import shutil
from pathlib import Path

import pytest

from waarborg.jobs.measure import measure
from waarborg.measurement.contract import as_data
from waarborg.measurement.synthetic import Planted, write_synthetic

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "measurement" / "synthetic.yaml"


@pytest.mark.spark
@pytest.mark.filterwarnings("ignore")  # Spark and py4j warn of their own ways
def test_spark_in_a_local_cluster_gives_the_figures_of_duckdb(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    monkeypatch.setenv(
        "WAARBORG_SPARK_MASTER", os.environ.get("WAARBORG_SPARK_MASTER", "local-cluster[1,1,1024]")
    )
    log = tmp_path / "log.csv"
    write_synthetic(Planted(rows=5_000, human_bias=1.5, gaps=0.02), log)
    assert as_data(measure(log, EXAMPLE, engine="spark")) == as_data(measure(log, EXAMPLE))
