import json
from pathlib import Path

from click.testing import CliRunner

from waarborg.cli import waarborg

CASE = """\
dossier: {chamber: EK, number: X}
parties: [{id: m, name: "Minister (BZK)", role: addressee}]
instruments:
  - {id: T1, kind: toezegging, made_on: 2024-01-10, deadline: 2024-07-01, responsible: m}
  - {id: T2, kind: toezegging, made_on: 2024-01-10, deadline: 2024-07-02, responsible: m}
  - {id: T3, kind: toezegging, made_on: 2024-01-10, deadline: 2025-01-02, responsible: m}
  - {id: T4, kind: toezegging, made_on: 2024-01-10, responsible: m}
"""


def run(folder: Path, *args: str) -> tuple[int, str]:
    path = folder / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    result = CliRunner().invoke(waarborg, ["rappel", str(path), "--on", "2024-07-01", *args])
    return result.exit_code, result.stdout


def test_list_one_is_expired_by_the_day_and_list_two_by_the_next(tmp_path: Path) -> None:
    code, out = run(tmp_path, "--chamber", "EK", "--ministry", "BZK", "--json")
    lists = json.loads(out)
    assert code == 0
    assert [item["id"] for item in lists["list1"]] == ["T1"]
    assert [item["id"] for item in lists["list2"]] == ["T2"]


def test_the_ministry_may_be_named_in_full_and_another_has_nothing(tmp_path: Path) -> None:
    full = "Binnenlandse Zaken en Koninkrijksrelaties"
    assert '"T1"' in run(tmp_path, "--chamber", "EK", "--ministry", full, "--json")[1]
    assert '"T1"' not in run(tmp_path, "--chamber", "EK", "--ministry", "VWS", "--json")[1]
    assert '"T1"' not in run(tmp_path, "--chamber", "TK", "--ministry", "BZK", "--json")[1]


def test_without_json_there_is_a_draft_letter(tmp_path: Path) -> None:
    out = run(tmp_path, "--chamber", "EK", "--ministry", "BZK")[1]
    assert "CONCEPT" in out
    assert "T1" in out
    assert "T3" not in out
    assert "1 juli 2024" in out


def test_what_has_no_term_stands_in_the_letter_and_on_no_list(tmp_path: Path) -> None:
    assert "T4" in run(tmp_path, "--chamber", "EK", "--ministry", "BZK")[1]
    lists = json.loads(run(tmp_path, "--chamber", "EK", "--ministry", "BZK", "--json")[1])
    assert set(lists) == {"list1", "list2"}
    assert "T4" not in str(lists)
