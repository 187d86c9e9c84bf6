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
