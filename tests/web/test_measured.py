"""A measurement handed in as evidence, by HTTP."""

import io
import json
from typing import Any

import pytest

from .pages import SYSTEM, Page
from .test_acts import as_one, page_of, told

pytestmark = pytest.mark.usefixtures("demo")
FIGURE: dict[str, Any] = {
    "id": "override_rate", "safeguard": "human_intervention", "group": None, "value": 0.2, "low": 0.13,
    "high": 0.29, "numerator": 20, "denominator": 100, "unit": "decisions", "method": "wilson95",
    "caveats": [],
}  # fmt: skip


def attach(safeguard: str = "human_intervention", **changed: Any) -> Any:
    report = {"rows": 100, "indicators": [FIGURE | changed], "refused": [], "suppressed": 0}
    file = io.BytesIO(json.dumps(report).encode())
    file.name = "meting.json"
    sent = told(safeguard=safeguard, title="Meting over 2025", supports="yes")
    return as_one("duo").post(f"{SYSTEM}doen/meting/", sent | {"report": file})


def test_a_measurement_stands_as_measured_evidence_with_its_figures_and_whose_it_is() -> None:
    from waarborg.workbench.models import Evidence

    assert attach().status_code == 302
    row = Evidence.objects.latest("pk")
    assert (row.grade, row.kind, len(row.file_sha256)) == ("measured", "measurement", 64)
    text = page_of(as_one(""), SYSTEM).text
    assert "Meting over 2025, van" in text
    assert "(20/100)" in text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"group": "handler=Jansen"}, "behandelaar"),
        ({"numerator": 9, "value": 0.13}, "minder dan 10"),
        ({"group": "origin=mw. J. de Vries"}, "over een persoon"),
        ({"log": []}, "vorm van een meting"),
    ],
)
def test_what_is_more_than_aggregates_is_refused_in_words(changed: dict[str, Any], words: str) -> None:
    from waarborg.workbench.models import Evidence

    before = Evidence.objects.count()
    answer = attach(**changed)
    assert answer.status_code == 422
    assert words in Page(answer.content.decode()).text
    assert Evidence.objects.count() == before


def test_a_measurement_without_a_figure_on_the_safeguard_says_which_it_has() -> None:
    answer = attach("hearing")
    assert answer.status_code == 422
    assert "human_intervention" in Page(answer.content.decode()).text
