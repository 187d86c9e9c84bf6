import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.sources.logs import open_log
from waarborg.sources.logs.json_rows import as_text, read_json
from waarborg.values.finding import UnusableInput
from waarborg.values.log import FileOptions

LIMIT = 1 << 20
ROWS = [{"case": "1", "decision": {"outcome": "grant", "by": None}}, {"case": "2", "late": True}]


def _read(path: Path, text: str) -> list[Mapping[str, str]]:
    path.write_text(text, encoding="utf-8")
    return list(read_json(path, LIMIT))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ROWS),
        json.dumps({"made": "2026-01-01", "log": {"rows": ROWS}}),
        "\n".join(json.dumps(row) for row in ROWS),
    ],
    ids=["a list", "an object that holds one", "a record a line"],
)
def test_rows_are_found_in_each_form_and_nested_names_are_joined(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path / "log.json", text) == [
        {"case": "1", "decision.outcome": "grant", "decision.by": ""},
        {"case": "2", "late": "true"},
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("[{", "json_cut_off"), ("[1]", "record_not_an_object"), ("[{'a': 1}]", "json_malformed")],
)
def test_what_is_no_json_of_records_is_refused_with_its_line(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        _read(tmp_path / "log.json", text)
    assert (caught.value.finding.code, caught.value.finding.where.line) == (code, 1)


def test_a_json_log_opens_as_a_table_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    session = open_log(path, FileOptions())
    assert session.rows('SELECT "case", "decision.outcome", late FROM log ORDER BY 1') == [
        ("1", "grant", None),
        ("2", None, "true"),
    ]
    session.close()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_only_what_is_empty_leaves_its_cell_empty(value: object) -> None:
    assert bool(as_text(value)) is (value is not None and value not in ("", []))
