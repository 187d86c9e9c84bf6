"""Regimes as data: the seven, a user's own, and what a bad file is told."""

from pathlib import Path
from typing import Any

import pytest

from waarborg.involvement import Run, built_in_regimes, choose_regimes, compare, default_assumptions
from waarborg.involvement.regimes import read_regimes
from waarborg.involvement.world import BODIES
from waarborg.values.finding import UnusableInput

ONE = """\
id: ours
name: {nl: Onze vorm, en: Our form}
statement: {nl: Alles naar de eigen raad., en: All to the own council.}
beforehand: {impact: any, to: own, term_weeks: 6, go_live: after_outcome}
afterwards: {to: own, report: true, share: 0.1}
"""


def written(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "regime.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(tmp_path: Path, text: str) -> Any:
    with pytest.raises(UnusableInput) as caught:
        read_regimes(written(tmp_path, text))
    return caught.value.finding


def test_the_seven_stand_in_their_order() -> None:
    assert list(built_in_regimes()) == [
        "status_quo",
        "motion",
        "risk_based",
        "law_bound",
        "afterwards",
        "thematic",
        "decentral",
    ]


def test_a_file_from_elsewhere_runs_unchanged(tmp_path: Path) -> None:
    chosen = choose_regimes(["motion", str(written(tmp_path, ONE))])
    figures = compare(chosen, default_assumptions(), Run(replications=3, years=2))
    assert [one.id for one in figures] == ["motion", "ours"]
    assert figures[1].measures["systems_a_year.gemeenteraad"].mean > 0


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("term_weeks: 6", "term_weeks: lihgt_term_weeks", "regime_unknown_parameter", 4),
        ("term_weeks: 6", "term_weeks: short_share", "regime_unknown_parameter", 4),
        ("term_weeks: 6", "term_weeks: -1", "regime_bad_amount", 4),
        ("term_weeks: 6", "term_weeks: .nan", "regime_bad_amount", 4),
        ("share: 0.1", "share: 1.5", "regime_bad_amount", 5),
        ("share: 0.1", "share: 0.1, systems_a_year: 3", "regime_two_choices", 5),
        ("report: true, share: 0.1", "report: false", "regime_looks_at_nothing", 5),
        ("id: ours", "id: Our Form", "regime_bad_id", 1),
        (
            "beforehand: {impact: any, to: own, term_weeks: 6, go_live: after_outcome}",
            "beforehand: [own]",
            "regime_not_fields",
            4,
        ),
        ("term_weeks: 6", 'term_weeks: "6"', "regime_unknown_parameter", 4),
        ("report: true", "report: yes please", "value_of_another_kind", 5),
        ("to: own, term_weeks", "too: own, term_weeks", "field_unknown", 4),
        ("go_live: after_outcome", "go_live: sometime", "regime_bad_choice", 4),
        ("to: own, report", "to: nobody, report", "regime_bad_choice", 5),
        ("name: {nl: Onze vorm, en: Our form}", "name: {nl: Onze vorm}", "field_missing", 2),
    ],
)
def test_a_bad_regime_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, line: Any
) -> None:
    assert old in ONE
    finding = refused(tmp_path, ONE.replace(old, new))
    assert (finding.code, finding.where.line) == (code, line)


def test_a_misspelt_assumption_is_told_what_it_looks_like(tmp_path: Path) -> None:
    finding = refused(tmp_path, ONE.replace("term_weeks: 6", "term_weeks: lihgt_term_weeks"))
    assert "light_term_weeks" in str(finding.params["near"])


def test_a_regime_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="regime_twice"):
        choose_regimes(["motion", "motion"])
    body = ONE.replace("\n", "\n  ").rstrip()
    finding = refused(tmp_path, f"regimes:\n- {body}\n- {body}\n")
    assert (finding.code, finding.where.line) == ("regime_twice", 7)


def test_an_unknown_regime_is_told_what_it_looks_like() -> None:
    with pytest.raises(UnusableInput) as caught:
        choose_regimes(["risk_basd"])
    assert caught.value.finding.code == "regime_unknown"
    assert "risk_based" in str(caught.value.finding.params["near"])


@pytest.mark.parametrize("text", ["regimes: {id: ours}\n", "regimes: [motion]\n"])
def test_regimes_that_are_no_list_of_fields_are_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).code == "regime_not_fields"


ODD = """\
version: 2026-11-29
regimes:
- id: Alleen-EK
  name: Alleen de Eerste Kamer
  statement: Wat gemeenten in gebruik willen nemen, gaat naar de Eerste Kamer.
  beforehand: {to: ek, lines: gemeenteraad, term_weeks: 0, go_live: at_once}
- id: nothing
  name: {nl: Niets, en: Nothing}
  statement: {nl: Niets., en: Nothing.}
  beforehand:
"""


def test_an_odd_but_rightful_file_is_read(tmp_path: Path) -> None:
    """One language for both, a date for a version, an id with a dash, a part left blank."""
    one, nothing = read_regimes(written(tmp_path, ODD))
    assert one.name.nl == one.name.en == "Alleen de Eerste Kamer"
    assert nothing.beforehand is None
    figures, _ = compare([one, nothing], default_assumptions(), Run(replications=3, years=2))
    put = {body: figures.measures[f"systems_a_year.{body}"].mean for body in BODIES}
    assert put["ek"] > 0
    assert sum(put.values()) == put["ek"]
    assert figures.measures["outside_chambers"].mean == 1


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_from_another_machine_reads_the_same(tmp_path: Path, ending: str, encoding: str) -> None:
    text = ONE.replace("Onze vorm", "Eén vorm")
    path = tmp_path / "vorm.txt"
    path.write_bytes(text.replace("\n", ending).encode(encoding))
    assert read_regimes(path) == read_regimes(written(tmp_path, text))


@pytest.mark.parametrize("text", ["- 1\n", "regimes: []\n", "only words\n"])
def test_a_file_without_a_regime_is_refused(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text).code == "regime_none"


def test_a_wrong_word_is_told_which_words_there_are(tmp_path: Path) -> None:
    finding = refused(tmp_path, ONE.replace("go_live: after_outcome", "go_live: sometime"))
    assert finding.params["known"] == "at_once, after_term, after_outcome"


@pytest.mark.parametrize("amount", ["9" * 400, "1.0e+999", ".nan", "-.inf", "0x" + "f" * 400])
def test_a_number_beyond_all_numbers_is_refused_with_its_line(tmp_path: Path, amount: str) -> None:
    finding = refused(tmp_path, ONE.replace("term_weeks: 6", f"term_weeks: {amount}"))
    assert (finding.code, finding.where.line) == ("regime_bad_amount", 4)
