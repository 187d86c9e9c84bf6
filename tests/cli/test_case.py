import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from waarborg.cli import waarborg

CASE = """\
dossier: {chamber: EK, number: X}
parties: [{id: m, name: "Minister (BZK)", role: addressee}]
instruments:
  - {id: T1, kind: toezegging, made_on: 2024-01-10, deadline: 2024-03-01, responsible: m}
  - {id: T2, kind: toezegging, made_on: 2024-01-10, deadline: 2024-09-01, responsible: m}
"""


def run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(waarborg, list(args))
    return result.exit_code, result.stdout, result.stderr


def write(folder: Path, text: str = CASE) -> str:
    path = folder / "case.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_timeline_in_json_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    code, out, _ = run("case", "timeline", write(tmp_path), "--on", "2024-03-05", "--json")
    made = json.loads(out)
    assert code == 0
    assert set(made) == {"on", "items", "watch"}
    first = made["items"][0]
    assert {"id", "kind", "status", "due", "certainty", "days_late", "responsible"} <= set(first)
    assert (first["id"], first["status"], first["days_late"], first["responsible"]) == (
        "T1",
        "overdue",
        4,
        "m",
    )


def test_a_timeline_is_told_in_words(tmp_path: Path) -> None:
    code, out, _ = run("--lang", "en", "case", "timeline", write(tmp_path), "--on", "2024-03-05")
    assert code == 0
    assert "T1: commitment, overdue, due 2024-03-01, 4 days late, responsible: m" in out


def test_a_case_with_errors_ends_with_exit_code_one_and_names_the_line(tmp_path: Path) -> None:
    path = write(tmp_path, CASE.replace("responsible: m}", "responsible: nobody}", 1))
    code, out, _ = run("case", "check", path, "--json")
    (finding,) = json.loads(out)["findings"]
    assert code == 1
    assert (finding["code"], finding["line"]) == ("case_reference_unknown", 4)
    assert run("case", "timeline", path, "--on", "2024-03-05", "--json")[0] == 1


def test_a_file_that_is_no_case_ends_with_exit_code_two(tmp_path: Path) -> None:
    code, out, err = run("case", "timeline", write(tmp_path, "a: 1"), "--on", "2024-03-05", "--json")
    assert (code, out) == (2, "")
    assert "dossier" in err


def test_the_real_case_checks_clean(shared_data: Path) -> None:
    path = str(shared_data / "parliament" / "cxlvii.yaml")
    assert run("case", "check", path)[0] == 0


def test_a_submission_that_goes_live_too_soon_is_said_and_is_no_error_in_the_file(tmp_path: Path) -> None:
    text = """\
dossier: {chamber: TK, number: X}
instruments: [{id: S, kind: voorlegging, made_on: 2024-03-04, form: light}]
events: [{date: 2024-03-20, kind: went_live, instrument: S}]
"""
    code, out, err = run("case", "timeline", write(tmp_path, text), "--on", "2024-03-21", "--json")
    assert code == 0
    assert "live_too_soon" in [watch["code"] for watch in json.loads(out)["watch"]]
    assert "2024-03-20" in err


@pytest.mark.parametrize("command", [("check",), ("timeline", "--on", "2024-03-21")])
def test_a_form_that_no_submission_has_is_an_error_of_the_file(tmp_path: Path, command: list[str]) -> None:
    text = """\
dossier: {chamber: TK, number: X}
instruments: [{id: S, kind: voorlegging, made_on: 2024-03-04, form: heavvy}]
"""
    name, *more = command
    code, out, err = run("--lang", "en", "case", name, write(tmp_path, text), *more)
    assert code == 1
    assert "case.yaml, line 2" in out + err
    assert "heavvy is no form of submission. Write one of: light, licht, lichte, heavy" in out + err


def test_beside_a_lapse_that_no_rule_explains_the_days_of_the_rules_are_told(shared_data: Path) -> None:
    path = str(shared_data / "parliament" / "cxlvii.yaml")
    out = run("case", "timeline", path, "--on", "2023-07-11")[1]
    assert "PROC-EK-MOTION-HELD was de laatste dag 2023-06-20" in out
    assert "PROC-EK-MOTION-HELD-OLD was de laatste dag ?" in out
