import json
from pathlib import Path

from click.testing import CliRunner

from waarborg.cli import waarborg


def run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(waarborg, ["deadline", *args])
    return result.exit_code, result.stdout, result.stderr


def test_the_answer_in_json_has_the_keys_of_the_contract() -> None:
    code, out, _ = run("binnen vier weken", "--said", "2024-04-24", "--chamber", "EK", "--json")
    answer = json.loads(out)
    assert code == 0
    assert set(answer) == {"text", "due", "earliest", "latest", "certainty", "basis", "settles"}
    assert (answer["due"], answer["certainty"]) == ("2024-05-22", "derived")


def test_an_added_calendar_settles_the_term_and_a_bad_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ek.yaml"
    path.write_text("chamber: EK\nperiods: [{name: zomerreces, from: 2023-07-14, to: 2023-09-04}]\n")
    args = (
        "voor het zomerreces",
        "--said",
        "2023-03-30",
        "--chamber",
        "EK",
        "--json",
        "--calendar",
        str(path),
    )
    assert json.loads(run(*args)[1])["due"] == "2023-07-13"
    path.write_text("chamber: EK\nperiods: [{name: zomerreces, from: 2023-09-14, to: 2023-09-04}]\n")
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert "2023-09-14" in err


def test_without_json_it_says_so_in_words_and_names_what_would_settle_it() -> None:
    code, out, _ = run("voor het zomerreces", "--said", "2023-03-30", "--chamber", "EK")
    assert code == 0
    assert "niet bekend" in out
    assert "2023-07-06" in out


def test_a_day_that_is_none_is_wrong_usage() -> None:
    assert run("morgen", "--said", "2024-02-30", "--chamber", "EK")[0] == 2


def test_a_term_that_an_act_sets_moves_off_a_holiday() -> None:
    # Four weeks after 4 March 2024 is Easter Monday.
    args = ("binnen vier weken", "--said", "2024-03-04", "--chamber", "TK", "--json")
    assert json.loads(run(*args)[1])["due"] == "2024-04-01"
    assert json.loads(run(*args, "--statutory")[1])["due"] == "2024-04-02"
    assert "artikel 1" in run(*args[:-1], "--statutory")[1]
