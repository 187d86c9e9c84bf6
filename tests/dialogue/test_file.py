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
    ],
)
def test_a_record_that_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, added: str, told: str
) -> None:
    code, output = _run(tmp_path, CASE + added)
    assert code == 2
    assert told in output
    assert "Traceback" not in output


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
