"""Bad logs and bad mappings end in an error that says where, or in a bounded answer."""

from pathlib import Path

import pytest

from waarborg.jobs.measure import measure
from waarborg.jobs.measure_init import first_mapping
from waarborg.measurement.contract import as_data
from waarborg.values.finding import UnusableInput

MAPPING = """kind: decisions
columns:
  received: received
  decided: decided
  adverse: adverse
  area: area
groups: [area]
"""


def written(folder: Path, log: str, mapping: str = MAPPING) -> tuple[Path, Path]:
    (folder / "log.csv").write_text(log, encoding="utf-8")
    (folder / "mapping.yaml").write_text(mapping, encoding="utf-8")
    return folder / "log.csv", folder / "mapping.yaml"


def rows(number: int, area: str = "x") -> str:
    head = "received,decided,adverse,area\n"
    return head + "".join(f"2024-01-01,2024-02-01,{'yes' if i % 3 else 'no'},{area}\n" for i in range(number))


def refused(log: Path, mapping: Path) -> UnusableInput:
    with pytest.raises(UnusableInput) as caught:
        measure(log, mapping)
    return caught.value


def test_a_text_in_a_date_column_is_refused_with_its_row_and_column(tmp_path: Path) -> None:
    log, mapping = written(tmp_path, rows(20) + "soon,2024-02-01,yes,x\n")
    finding = refused(log, mapping).finding
    assert (finding.code, finding.where.row, finding.where.column) == ("value_unreadable", 21, "received")
    assert finding.where.file == str(log)


def test_a_mapping_that_names_a_missing_column_is_refused_with_its_line(tmp_path: Path) -> None:
    log, mapping = written(tmp_path, rows(20), MAPPING.replace("decided: decided", "decided: decision"))
    finding = refused(log, mapping).finding
    assert (finding.code, finding.where.line, finding.where.file) == ("column_missing", 4, str(mapping))


def test_an_unknown_name_in_an_expression_is_refused_with_its_line(tmp_path: Path) -> None:
    text = MAPPING + "fields:\n  late: days(recieved, decided) > 10\n"
    finding = refused(*written(tmp_path, rows(20), text)).finding
    assert (finding.code, finding.params["close"], finding.where.line) == ("name_unknown", "received", 9)


@pytest.mark.parametrize(
    ("content", "code"), [("", "file_empty"), ("received,decided,adverse,area\n", "log_without_rows")]
)
def test_an_empty_log_is_refused(tmp_path: Path, content: str, code: str) -> None:
    assert refused(*written(tmp_path, content)).finding.code == code


def test_ten_thousand_groups_are_refused_as_groups_and_the_rest_is_measured(tmp_path: Path) -> None:
    head = "received,decided,adverse,area\n"
    log = head + "".join(f"2024-01-01,2024-02-01,yes,area{i}\n" for i in range(10_000))
    data = as_data(measure(*written(tmp_path, log)))
    assert {"id": "by.area", "reason": "too_many_groups:10000"} in data["refused"]
    assert [one["denominator"] for one in data["indicators"] if one["id"] == "adverse_rate"] == [10_000]


def test_a_small_group_is_hidden_with_the_next_smallest(tmp_path: Path) -> None:
    log = rows(300, "big") + rows(60, "middle").split("\n", 1)[1] + rows(7, "tiny").split("\n", 1)[1]
    data = as_data(measure(*written(tmp_path, log)))
    shown = {one["group"] for one in data["indicators"] if one["id"] == "adverse_rate"}
    assert shown == {None, "area=big"}
    assert data["suppressed"] >= 2


def test_one_case_with_very_many_events_gives_a_bounded_answer(tmp_path: Path) -> None:
    lines = "".join(f"A,step{i % 7},2024-01-01T00:00:{i % 60:02d}\n" for i in range(200_000))
    mapping = "kind: events\ncolumns: {case: c, activity: a, time: t}\n"
    data = as_data(measure(*written(tmp_path, "c,a,t\n" + lines, mapping)))
    assert data["rows"] == 200_000
    assert sum(one["numerator"] for one in data["indicators"] if one["id"] == "steps") == 200_000


def test_a_term_with_validity_dates_judges_each_case_by_its_own_term(tmp_path: Path) -> None:
    """Of 40 cases of 31 days, 20 start under a term of 30 days (late) and 20 under one of 60 (in time)."""
    head = "received,decided,adverse,area\n"
    early, later = "2024-01-01,2024-02-01,no,x\n" * 20, "2024-07-01,2024-08-01,no,x\n" * 20
    terms = """terms:
  - {id: decide, days: 30, valid_until: 2024-06-30}
  - {id: decide, days: 60, valid_from: 2024-07-01}
"""
    data = as_data(measure(*written(tmp_path, head + early + later, MAPPING + terms)))
    found = next(one for one in data["indicators"] if one["id"] == "late.decide" and one["group"] is None)
    assert (found["numerator"], found["denominator"]) == (20, 40)


def test_error_rates_are_refused_where_the_truth_is_known_of_the_selected_only(tmp_path: Path) -> None:
    lines = "yes,yes\n" * 30 + "yes,no\n" * 30 + "no,\n" * 60
    mapping = "kind: decisions\ncolumns: {selected: s, truth: t}\n"
    data = as_data(measure(*written(tmp_path, "s,t\n" + lines, mapping)))
    assert {"id": "false_negative_rate", "reason": "selection_on_the_outcome"} in data["refused"]
    assert next(one for one in data["indicators"] if one["id"] == "hit_rate")["value"] == 0.5


def test_a_rate_without_negatives_is_refused_with_that_reason(tmp_path: Path) -> None:
    mapping = "kind: decisions\ncolumns: {adverse: s, truth: t}\n"
    data = as_data(measure(*written(tmp_path, "s,t\n" + "yes,yes\n" * 30, mapping)))
    assert {"id": "false_positive_rate", "reason": "no_negatives"} in data["refused"]


def test_a_first_mapping_can_be_measured_as_it_is(tmp_path: Path) -> None:
    log, mapping = written(
        tmp_path, "zaaknummer,ontvangen,besloten,geslacht\n" + "1,2024-01-01,2024-02-01,v\n" * 30
    )
    mapping.write_text(first_mapping(log), encoding="utf-8")
    data = as_data(measure(log, mapping))
    assert next(one for one in data["indicators"] if one["id"] == "days_to_decision")["value"] == 31
