"""The figures of a log as data, and as a page for people."""

import os
from pathlib import Path
from typing import Any

from waarborg.measurement.contract import as_data as contract_data
from waarborg.publication.measurement.page import page
from waarborg.values.indicator import Measurement
from waarborg.wording import Language


def as_data(measurement: Measurement) -> dict[str, Any]:
    """The documented JSON, checked for what may not leave."""
    return contract_data(measurement)


def write_html(measurement: Measurement, target: Path, language: Language) -> None:
    """Write the report as one file, whole or not at all."""
    contract_data(measurement)
    beside = target.with_name(f".{target.name}.part")
    beside.write_text(page(measurement, language), encoding="utf-8")
    os.replace(beside, target)  # noqa: PTH105  one step, also over an older report
