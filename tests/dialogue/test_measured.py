"""A report of ``waarborg measure --json`` is evidence; rows, names and small cells stop at the door."""

import json
from typing import Any

import pytest

from waarborg.dialogue.measured import read_report
from waarborg.measurement.contract import as_data
from waarborg.values.finding import UnusableInput
from waarborg.values.indicator import Indicator, Measurement

FIGURE: dict[str, Any] = {
    "id": "override_rate", "safeguard": "human_intervention", "group": "period=2025", "value": 0.2,
    "low": 0.1, "high": 0.3, "numerator": 20, "denominator": 100, "unit": "decisions", "method": "wilson95",
    "caveats": ["short_period"],
}  # fmt: skip


def content(**changed: Any) -> bytes:
    report = {"rows": 100, "indicators": [FIGURE | changed], "refused": [], "suppressed": 0}
    return json.dumps(report).encode()


def refusal(given: bytes) -> str:
    with pytest.raises(UnusableInput) as told:
        read_report(given, "report.json")
    assert told.value.finding.where.file == "report.json"
    return told.value.finding.code


def test_what_a_measurement_writes_is_read_back_whole() -> None:
    one = Indicator(**{**FIGURE, "caveats": ("short_period",)})
    written = json.dumps(as_data(Measurement(rows=100, indicators=(one,)))).encode()
    report = read_report(written, "report.json")
    assert report.rows == 100
    assert report.of("human_intervention") == (one,)
    assert report.of("hearing") == ()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"group": "handler=Jansen"}, "report_identifies"),
        ({"group": "period=2025 & Case=12"}, "report_identifies"),
        ({"numerator": 9, "value": 0.09, "low": 0.05}, "report_small_cell"),
        ({"numerator": 0, "denominator": 9, "value": 0.0, "low": 0.0}, "report_small_cell"),
        ({"safeguard": "goodwill"}, "report_safeguard_unknown"),
        ({"numerator": 101}, "report_figure_wrong"),
        ({"value": 0.5}, "report_figure_wrong"),
        ({"numerator": -20, "denominator": None}, "report_figure_wrong"),
        ({"id": "a b"}, "report_figure_wrong"),
        ({"method": "m" * 401}, "report_figure_wrong"),
        ({"numerator": "20"}, "report_of_another_shape"),
        ({"numerator": True}, "report_of_another_shape"),
        ({"denominator": 100.5}, "report_of_another_shape"),
        ({"log": [{"case": "1"}]}, "report_of_another_shape"),
        ({"high": 10**400}, "report_of_another_shape"),
        ({"method": "half a sign \ud800"}, "report_of_another_shape"),
        ({"caveats": ["nothing\0"]}, "report_of_another_shape"),
    ],
)
def test_a_figure_that_may_not_come_in_is_refused(changed: dict[str, Any], code: str) -> None:
    assert refusal(content(**changed)) == code


def test_the_number_of_handlers_may_be_small_for_it_names_none() -> None:
    changed = {"unit": "handlers", "numerator": 3, "value": 3.0, "low": None, "high": None}
    assert read_report(content(**changed), "report.json").indicators[0].numerator == 3


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (b"", "report_no_json"),
        (b"case;handler\n1;Jansen\n", "report_no_json"),
        (b'[{"case": 1}]', "report_of_another_shape"),
        (
            b'{"rows": 1, "indicators": [], "refused": [], "suppressed": 0, "log": []}',
            "report_of_another_shape",
        ),
        (b'{"rows": NaN, "indicators": [], "refused": [], "suppressed": 0}', "report_no_json"),
        (b'{"rows": 1, "indicators": [[]], "refused": [], "suppressed": 0}', "report_of_another_shape"),
        (
            b'{"rows": 1, "indicators": [], "refused": [{"case": 1}], "suppressed": 0}',
            "report_of_another_shape",
        ),
        (b'{"rows": 1, "indicators": {}, "refused": [], "suppressed": 0}', "report_of_another_shape"),
        (b" " * (5 * 2**20 + 1), "report_too_large"),
    ],
    ids=["empty", "csv", "rows", "log", "nan", "list", "refused", "shape", "large"],
)
def test_what_is_no_report_is_refused(given: bytes, code: str) -> None:
    assert refusal(given) == code


def test_a_number_without_end_is_refused() -> None:
    assert refusal(content().replace(b'"high": 0.3', b'"high": 1e400')) == "report_of_another_shape"
