"""What tests of measurement share: a synthetic log measured by its example mapping."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from waarborg.jobs.measure import measure
from waarborg.measurement.contract import as_data
from waarborg.measurement.synthetic import Planted, write_synthetic

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "measurement"


@pytest.fixture
def measured(tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Measure a synthetic log with what is planted in it."""

    def run(**planted: Any) -> dict[str, Any]:
        log = tmp_path / "log.csv"
        write_synthetic(Planted(**planted), log)
        return as_data(measure(log, EXAMPLES / "synthetic.yaml"))

    return run


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Measure ``log`` (a path, or the text of a CSV file) by the text of a mapping."""

    def run(log: Path | str, mapping: str) -> dict[str, Any]:
        if isinstance(log, str):
            (tmp_path / "told.csv").write_text(log, encoding="utf-8")
            log = tmp_path / "told.csv"
        (tmp_path / "told.yaml").write_text(mapping, encoding="utf-8")
        return as_data(measure(log, tmp_path / "told.yaml"))

    return run


@pytest.fixture
def counted(told: Callable[..., dict[str, Any]]) -> Callable[..., tuple[int, int]]:
    """Numerator and denominator of one figure of a log, for everybody or for one group."""

    def run(log: Path | str, mapping: str, id_: str, group: str | None = None) -> tuple[int, int]:
        figures = told(log, mapping)["indicators"]
        (found,) = (one for one in figures if (one["id"], one["group"]) == (id_, group))
        return found["numerator"], found["denominator"]

    return run
