from pathlib import Path

import pytest
from click.testing import CliRunner

from waarborg.cli import waarborg

CASE = """
- name: a clerk's note
  given:
    claimant: ministry
    bodies: [ek]
    applicable: 'yes'
    bar: documented
    'on': '2024-01-01'
"""


def _run(tmp_path: Path, text: str, *options: str) -> tuple[int, str]:
    file = tmp_path / "state.yaml"
    file.write_text(text, encoding="utf-8")
    told = CliRunner().invoke(waarborg, ["--lang", "en", "dialogue", "state", str(file), *options])
    return told.exit_code, told.output


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ("    colour: blue\n", "line 4"),
        ("    claims: [{party: ministry, says: maybe, date: 2023-01-01}]\n", "line 9"),
        ("    claims: {party: ministry}\n", "line 9"),
        ("    evidence: [{grade: splendid, date: 2023-01-01}]\n", "line 9"),
        ("    evidence: [{grade: declared, date: 1 May}]\n", "line 9"),
        ("    claims: [\n", "not valid YAML"),
        ("    claims: [{party: ek, says: present, date: 2023-01-01}]\n", "representative body"),
        ("    claims: [{party: auditor, says: present, date: 2023-01-01}]\n", "government side"),
        ("    claims: [{party: m, says: present, date: 2023-01-01T09:30:00}]\n", "YYYY-MM-DD"),
        ("    claims: [{party: m, says: present, date: 2023-02-30}]\n", "line 9"),
        ("    claims: [{party: m, says: maybe, date: 2023-01-01}]\n", "present, absent"),
        ("    evidence: [{grade: splendid, date: 2023-01-01}]\n", "declared, documented, measured, verified"),
        ("    evidence: [{grade: none, date: 2023-01-01}]\n", "none is no grade"),
        ("    evidence: [{grade: declared, date: 2023-01-01, supports: perhaps}]\n", "supports"),
        ("    evidence: [{grade: declared, date: 2023-01-01, covers: [z]}]\n", "norm z"),
        ("    norms: [a, a]\n", "twice under norms"),
        ("    2: two\n", "not known here: 2"),
    ],
)
def test_a_record_that_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, added: str, told: str
) -> None:
    code, output = _run(tmp_path, CASE + added)
    assert code == 2
    assert told in output
    assert "Traceback" not in output


@pytest.mark.parametrize(
    ("bodies", "told"), [("[ek, ek]", "twice under bodies"), ("[ek, ministry]", "accounts to himself")]
)
def test_a_line_that_cannot_be_is_refused(tmp_path: Path, bodies: str, told: str) -> None:
    code, output = _run(tmp_path, CASE.replace("[ek]", bodies))
    assert code == 2
    assert told in output


def test_on_yes_and_no_are_words_with_or_without_quotes(tmp_path: Path) -> None:
    bare = CASE.replace("'on'", "on").replace("'yes'", "no")
    against = "    evidence: [{grade: verified, date: 2023-01-01, supports: 'no'}]\n"
    code, output = _run(tmp_path, bare + against, "--json")
    assert code == 0
    assert '"evidence": "not_applicable"' in output
    code, output = _run(tmp_path, CASE + against, "--json")
    assert code == 0
    assert '"evidence": "contradicted"' in output


def test_the_example_that_ships_comes_out_as_it_says() -> None:
    file = Path(__file__).parents[2] / "examples" / "dialogue" / "state.yaml"
    told = CliRunner().invoke(waarborg, ["dialogue", "state", str(file)])
    assert told.exit_code == 0
    assert told.stderr == ""


def test_two_claims_of_one_party_on_one_day_are_refused(tmp_path: Path) -> None:
    claim = "{party: m, says: %s, date: 2023-01-01}"
    claims = f"    claims: [{claim % 'present'}, {claim % 'absent'}]\n"
    code, output = _run(tmp_path, CASE + claims)
    assert code == 2
    assert "two claims" in output


def test_a_withdrawal_may_name_the_day_it_was_recorded(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {date: 2023-03-01, recorded: 2023-09-01}"
    evidence = (
        f"    known_on: 2023-06-01\n    evidence: [{{grade: documented, date: 2023-01-01, {withdrawn}}}]\n"
    )
    code, output = _run(tmp_path, CASE + evidence, "--json")
    assert code == 0
    assert '"evidence": "meets_bar"' in output


def test_without_json_the_state_is_told_in_words(tmp_path: Path) -> None:
    code, output = _run(tmp_path, CASE)
    assert code == 0
    assert "Asks attention: ask; take a position (ministry,ek)" in output
