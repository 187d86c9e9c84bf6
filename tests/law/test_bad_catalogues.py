"""A damaged catalogue is refused with its file, its line and a reason that names what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from waarborg.law import load_law
from waarborg.values.finding import Finding, UnusableInput
from waarborg.wording import LANGUAGES, say

Damage = Callable[[str, str, str], int]


def refused(folder: Path) -> Finding:
    with pytest.raises(UnusableInput) as caught:
        load_law(folder)
    finding = caught.value.finding
    for language in LANGUAGES:
        sentence = say(finding, language)
        assert str(finding.where.file) in sentence
        assert str(finding.where.line) in sentence
    return finding


@pytest.mark.parametrize(
    ("file", "change", "refusal"),
    [
        ("norms.yaml", ("- id: AWB-3:3\n", "- id: AWB-3:2\n"), ("law_duplicate_id", "AWB-3:2")),
        (
            "safeguards.yaml",
            ("- id: necessity\n", "- id: legal_basis\n"),
            ("law_duplicate_id", "legal_basis"),
        ),
        ("impact.yaml", ("- id: IMP-A2\n", "- id: IMP-A1\n"), ("law_duplicate_id", "IMP-A1")),
        ("instruments.yaml", ("- id: motion_ek\n", "- id: motion_tk\n"), ("law_duplicate_id", "motion_tk")),
        ("bodies.yaml", ("- id: ek\n", "- id: tk\n"), ("law_duplicate_id", "tk")),
        ("bodies.yaml", ("- kind: agency\n", "- kind: ministry\n"), ("law_duplicate_id", "ministry")),
        (
            "procedure.yaml",
            ("- id: PROC-TK-30\n", "- id: PROC-TK-MOTION\n"),
            ("law_duplicate_id", "PROC-TK-MOTION"),
        ),
        ("impact.yaml", ("norms: [AIA-6]", "norms: [AIA-66]"), ("law_unknown_id", "AIA-66")),
        (
            "impact.yaml",
            ("criterion: high_risk_ai\n", "criterion: high_risk\n"),
            ("law_unknown_id", "high_risk"),
        ),
        ("safeguards.yaml", ("norms: [GDPR-35,", "norms: [GDPR-355,"), ("law_unknown_id", "GDPR-355")),
        ("bodies.yaml", ("bodies: [eilandsraad]", "bodies: [eilandraad]"), ("law_unknown_id", "eilandraad")),
        ("bodies.yaml", ("rules: [PROC-GW-68]", "rules: [PROC-GW-86]"), ("law_unknown_id", "PROC-GW-86")),
        ("instruments.yaml", ("rules: [enquete]", "rules: [enquette]"), ("law_unknown_id", "enquette")),
        ("instruments.yaml", ("figure: held\n", "figure: weeks\n"), ("law_unknown_id", "weeks")),
        ("instruments.yaml", ("bodies: [tk]", "bodies: [tx]"), ("law_unknown_id", "tx")),
    ],
)
def test_an_id_that_stands_twice_or_is_not_known_is_refused_at_its_line(
    folder: Path, damage: Damage, file: str, change: tuple[str, str], refusal: tuple[str, str]
) -> None:
    line = damage(file, *change)
    finding = refused(folder)
    assert (finding.code, finding.params["id"]) == refusal
    assert (finding.where.file, finding.where.line) == (str(folder / file), line)


def test_an_unknown_id_comes_with_the_one_that_looks_most_like_it(folder: Path, damage: Damage) -> None:
    damage("safeguards.yaml", "norms: [GDPR-35,", "norms: [GDPR-355,")
    assert refused(folder).params["near"] == "GDPR-35"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("norms.yaml", "type: legal\n", "type: rumour\n"),
        ("norms.yaml", "status: text\n", "status: certain\n"),
        ("norms.yaml", "checked_on: 2026-11-23\n", "checked_on: yesterday\n"),
        ("norms.yaml", "valid_from: null\n", "valid_form: null\n"),
        ("safeguards.yaml", "bar: {high: documented", "bar: {high: excellent"),
        ("safeguards.yaml", '- personal_data: ["yes"]', "- personal_data: [true]"),
        ("impact.yaml", "outcome: high\n", "outcome: higher\n"),
        ("instruments.yaml", "kind: motion\n", "kind: emotion\n"),
        ("procedure.yaml", "unit: weeks\n", "unit: fortnights\n"),
        ("bodies.yaml", "- kind: agency\n", "- kind: agencies\n"),
    ],
)
def test_a_value_or_key_that_no_catalogue_knows_is_refused_near_its_line(
    folder: Path, damage: Damage, file: str, old: str, new: str
) -> None:
    line = damage(file, old, new)
    finding = refused(folder)
    assert finding.code in {"field_unknown", "field_missing", "value_of_another_kind"}
    assert finding.where.file == str(folder / file)
    # A key that is not known has no place of its own: the record it stands in is named.
    block = (folder / file).read_text("utf-8").split("\n- ")[0].count("\n") + 2
    assert finding.where.line in (line, block)


@pytest.mark.parametrize("file", ["norms.yaml", "safeguards.yaml", "impact.yaml", "procedure.yaml"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_text_without_one_of_its_languages_is_refused(
    folder: Path, damage: Damage, file: str, language: str
) -> None:
    line = damage(file, f"    {language}: ", f"    x{language}: ")
    finding = refused(folder)
    assert finding.code in {"field_unknown", "field_missing", "value_of_another_kind"}
    assert finding.where.file == str(folder / file)
    assert finding.where.line is not None
    assert abs(finding.where.line - line) <= 3, "the text's own block is named"
    assert str(finding.where.field).endswith((language, "statement"))


def test_a_blank_text_is_refused(folder: Path, damage: Damage) -> None:
    line = damage("bodies.yaml", "name: {nl: Tweede Kamer,", "name: {nl: ' ',")
    assert refused(folder).where.line == line


def test_a_validity_that_ends_before_it_begins_is_refused(folder: Path, damage: Damage) -> None:
    line = damage("procedure.yaml", "valid_until: 2023-06-12", "valid_until: 2017-12-11")
    finding = refused(folder)
    assert finding.code == "law_dates_reversed"
    assert finding.where.line == line


def test_a_norm_without_a_place_is_refused(folder: Path, damage: Damage) -> None:
    damage("safeguards.yaml", "norms: [GDPR-35, GDPR-36]", "norms: [GDPR-35]")
    finding = refused(folder)
    assert (finding.code, finding.params["ids"]) == ("law_norm_without_place", "GDPR-36")


def test_a_norm_that_has_a_place_cannot_stand_outside_as_well(folder: Path, damage: Damage) -> None:
    line = damage("safeguards.yaml", "norms: [WDO]", "norms: [WDO, GW-1]")
    finding = refused(folder)
    assert (finding.code, finding.params["id"], finding.where.line) == ("law_norm_twice", "GW-1", line)


def test_a_safeguard_without_norms_is_refused(folder: Path, damage: Damage) -> None:
    line = damage("safeguards.yaml", "norms: [GDPR-35, GDPR-36]", "norms: []")
    finding = refused(folder)
    assert (finding.code, finding.where.line) == ("law_no_norm", line)


def test_a_bar_that_is_lower_at_high_impact_is_refused(folder: Path, damage: Damage) -> None:
    line = damage(
        "safeguards.yaml", "{high: measured, otherwise: documented}", "{high: declared, otherwise: measured}"
    )
    finding = refused(folder)
    assert (finding.code, finding.where.line) == ("law_bar_reversed", line)


@pytest.mark.parametrize("broken", ["het systeem", "{systeem}", "{system"])
def test_a_question_that_does_not_name_system_and_organisation_is_refused(
    folder: Path, damage: Damage, broken: str
) -> None:
    damage("safeguards.yaml", "{system}", broken)
    finding = refused(folder)
    assert finding.code == "law_wrong_params"
    assert finding.where.field == "safeguards.0.question.nl"


def test_a_row_of_the_table_that_gives_high_needs_its_criterion(folder: Path, damage: Damage) -> None:
    damage("impact.yaml", "  criterion: high_risk_ai\n", "")
    finding = refused(folder)
    assert (finding.code, finding.params["id"]) == ("law_outcome_without_criterion", "IMP-A1")


def test_a_line_without_a_body_and_a_kind_without_a_line_are_refused(folder: Path, damage: Damage) -> None:
    line = damage("bodies.yaml", "bodies: [eilandsraad]", "bodies: []")
    finding = refused(folder)
    assert (finding.code, finding.where.line) == ("law_no_body", line)
    damage("bodies.yaml", "bodies: []", "bodies: [eilandsraad]")
    path = folder / "bodies.yaml"
    path.write_text(path.read_text("utf-8").partition("- kind: unknown")[0], "utf-8")
    assert refused(folder).params["kinds"] == "unknown"


def test_a_catalogue_that_is_no_yaml_or_is_missing_is_refused(folder: Path, damage: Damage) -> None:
    line = damage("norms.yaml", "norms:\n", "norms: [\n")
    finding = refused(folder)
    assert finding.code == "yaml_malformed"
    assert (finding.where.line or 0) >= line
    (folder / "norms.yaml").unlink()
    with pytest.raises(UnusableInput) as caught:
        load_law(folder)
    assert caught.value.finding.code == "file_not_found"
