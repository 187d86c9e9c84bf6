import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waarborg.cli import waarborg

EXAMPLES = Path(__file__).parents[2] / "examples" / "register"
RAAD = ["register", "read", str(EXAMPLES / "raad.csv"), "--mapping", str(EXAMPLES / "raad.yaml")]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(waarborg, arguments)


def test_read_answers_one_json_document_of_the_agreed_shape() -> None:
    answer = json.loads(run(*RAAD, "--json").stdout)
    assert answer == {"format": "mapped", "entries": 3, "organisations": 1, "findings": []}


def test_read_writes_one_entry_a_line(tmp_path: Path) -> None:
    out = tmp_path / "entries.jsonl"
    assert run(*RAAD, "--out", str(out)).exit_code == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["source_id"] for line in lines] == ["1", "2", "3"]
    assert lines[0]["raw"]["Fase"] == "draait"


def test_an_error_in_the_data_gives_exit_code_1_and_is_listed_with_row_and_field(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        (EXAMPLES / "raad.csv").read_text(encoding="utf-8").replace("Parkeerscan", ""), encoding="utf-8"
    )
    result = run("register", "read", str(path), "--mapping", str(EXAMPLES / "raad.yaml"), "--json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert finding == {"code": "name_missing", "severity": "error", "row": 3, "field": "name", "params": {}}


@pytest.mark.parametrize("content", [b"", b"{", b"%PDF-1.7", b"PK\x03\x04", b"a,b\n1\n", b"\xff\xfe\x00"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_unusable_input_ends_with_a_sentence_exit_code_2_and_no_file(
    tmp_path: Path, content: bytes, lang: str
) -> None:
    path, out = tmp_path / "in", tmp_path / "out.jsonl"
    path.write_bytes(content)
    result = run("--lang", lang, "register", "read", str(path), "--json", "--out", str(out))
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(path) in result.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["in"]


def test_a_file_that_breaks_off_further_on_leaves_an_older_output_as_it_was(tmp_path: Path) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.jsonl"
    rows = (EXAMPLES / "raad.csv").read_text(encoding="utf-8")
    path.write_text(rows + rows.splitlines()[1] + "\n" * 3 + "4;half\n", encoding="utf-8")
    out.write_text("older", encoding="utf-8")
    result = run("register", "read", str(path), "--mapping", str(EXAMPLES / "raad.yaml"), "--out", str(out))
    assert result.exit_code == 2
    assert out.read_text(encoding="utf-8") == "older"
    assert {one.name for one in tmp_path.iterdir()} == {"in.csv", "out.jsonl"}


def test_the_input_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "raad.csv"
    path.write_bytes((EXAMPLES / "raad.csv").read_bytes())
    before = path.read_bytes()
    for command in (["read", "--mapping", str(EXAMPLES / "raad.yaml")], ["map"]):
        assert run("register", *command, str(path), "--out", str(path)).exit_code == 2
        assert path.read_bytes() == before


def test_the_size_limit_can_be_set() -> None:
    result = run("--lang", "en", *RAAD, "--size-limit", "10")
    assert result.exit_code == 2
    assert "the limit is 10" in result.stderr


def test_findings_are_told_to_a_person_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        (EXAMPLES / "raad.csv").read_text(encoding="utf-8").replace("draait", "zoemt"), encoding="utf-8"
    )
    arguments = ("register", "read", str(path), "--mapping", str(EXAMPLES / "raad.yaml"))
    assert "rij 1, veld status: de status 'zoemt' staat niet in de tabel" in run(*arguments).stdout
    assert (
        "row 1, field status: the status 'zoemt' is not in the table"
        in run("--lang", "en", *arguments).stdout
    )


def test_diff_answers_the_agreed_shape_and_a_person(tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    text = (EXAMPLES / "raad.csv").read_text(encoding="utf-8")
    new.write_text(text.replace("1;", "9;", 1).replace("Leest", "Bekijkt"), encoding="utf-8")
    arguments = (
        "register",
        "diff",
        str(EXAMPLES / "raad.csv"),
        str(new),
        "--mapping",
        str(EXAMPLES / "raad.yaml"),
    )
    answer = json.loads(run(*arguments, "--json").stdout)
    assert answer["added"] == ["9"]
    assert answer["removed"] == ["1"]
    assert answer["changed"] == [{"id": "3", "fields": ["goal"]}]
    assert answer["format_changes"] == []
    assert "1 nieuw, 1 verdwenen, 1 gewijzigd" in run(*arguments).stdout


@pytest.mark.parametrize("command", ["read", "diff", "map", "groups", "organisations"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    assert "Example: waarborg register" in run("register", command, "--help").stdout


def test_groups_answers_the_stated_shape_and_a_person(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    header, *rows = (EXAMPLES / "raad.csv").read_text(encoding="utf-8").splitlines()
    told = "Leest kentekens " + " ".join(f"woord{number}" for number in range(20))
    again = rows[2].replace("Leest kentekens", told)
    other = again.replace("3;", "4;", 1).replace("Noorderhaaks", "Zuiderhaaks")
    path.write_text("\n".join([header, rows[0], again, other]) + "\n", encoding="utf-8")
    arguments = ("register", "groups", str(path), "--mapping", str(EXAMPLES / "raad.yaml"))
    assert json.loads(run(*arguments, "--json").stdout) == {
        "format": "mapped",
        "registrations": 3,
        "systems": 2,
        "groups": [
            {
                "name": "Parkeerscan",
                "ids": ["3", "4"],
                "organisations": ["Gemeente Noorderhaaks", "Gemeente Zuiderhaaks"],
                "rules": ["SAME-TEXT"],
            }
        ],
    }
    assert "3 registraties, van 2 systemen" in run(*arguments).stdout
    assert "2 organisations: Parkeerscan (same description)" in run("--lang", "en", *arguments).stdout


def test_organisations_are_told_by_kind_and_a_table_of_ones_own_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    rows = (EXAMPLES / "raad.csv").read_text(encoding="utf-8").splitlines()
    strange = rows[3].replace("Gemeente Noorderhaaks", "Werkplein Noord")
    path.write_text("\n".join([*rows[:3], strange]) + "\n", encoding="utf-8")
    arguments = ("register", "organisations", str(path), "--mapping", str(EXAMPLES / "raad.yaml"))
    known = {
        "name": "Gemeente Noorderhaaks",
        "kind": "municipality",
        "rule": "ORG-P-MUNICIPALITY",
        "registrations": 2,
    }
    without = json.loads(run(*arguments, "--json").stdout)
    assert without["organisations"][0] == known
    assert without["unmatched"] == ["Werkplein Noord"]
    table = ("--table", str(EXAMPLES / "organisaties.yaml"))
    found = json.loads(run(*arguments, *table, "--json").stdout)
    assert found["unmatched"] == []
    assert found["organisations"][1]["rule"] == "ORG-N-JOINT-ARRANGEMENT"
    assert "onbekend: Werkplein Noord (1 registraties)" in run(*arguments).stdout
