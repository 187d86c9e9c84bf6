"""The catalogues of the package: whole, in both languages, and true to the public data they come from."""

import datetime as dt
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from waarborg import law
from waarborg.values.assessment import ImpactLevel
from waarborg.values.dialogue import Grade

# DESIGN 9, in its order.
SAFEGUARDS = [
    "legal_basis",
    "necessity",
    "dpia",
    "human_rights_assessment",
    "bias_test",
    "human_intervention",
    "hearing",
    "explanation_to_person",
    "notice",
    "objection_route",
    "correction",
    "hardship",
    "decision_in_time",
    "logging",
    "monitoring",
    "independent_review",
    "register_publication",
    "competent_staff",
    "fallback",
    "risk_management",
]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def as_date(value: str | None) -> dt.date | None:
    return None if value is None else dt.date.fromisoformat(value)


def same_verification(rule: law.LegalRule, row: dict[str, Any]) -> None:
    seen, told = rule.verification, row["verification"]
    assert seen.status.value == told["status"]
    assert seen.source == told["source"]
    assert seen.checked_on == as_date(told["checked_on"])
    assert [gap.en for gap in seen.gaps] == told.get("gaps", [])
    assert (seen.note.en if seen.note else None) == told.get("note")
    assert seen.status_before == told.get("status_before")
    assert seen.row_corrected == told.get("row_corrected")


def same_rule(rule: law.LegalRule, row: dict[str, Any]) -> None:
    assert (rule.law, rule.article) == (row["law"], row["article"])
    assert (rule.statement.nl, rule.statement.en) == (row["statement_nl"], row["statement_en"])
    assert rule.text_version == as_date(row.get("text_version"))
    assert (rule.valid_from, rule.valid_until) == (as_date(row["valid_from"]), as_date(row["valid_until"]))
    note = rule.valid_from_note
    assert (note.en if note else None) == row.get("valid_from_note")
    same_verification(rule, row)


@pytest.mark.shared_data
def test_every_norm_that_was_checked_is_in_with_its_verification(shared_data: Path) -> None:
    public = read(shared_data / "norms" / "safeguards.yaml")
    counted, split = public["safeguards"], public["split_off"]
    assert (len(counted), len(split)) == (92, 3), "DESIGN 7 and the head of the file"
    assert list(law.norms()) == [row["id"] for row in counted + split]
    for row in counted + split:
        norm = law.norms()[row["id"]]
        same_rule(norm, row)
        assert norm.split_off is (row in split)
        assert (norm.type.value.replace("_", " ") if norm.type else None) == row.get("type")


@pytest.mark.shared_data
def test_every_checked_rule_of_procedure_is_in_with_its_verification(shared_data: Path) -> None:
    rows = read(shared_data / "parliament" / "procedure.yaml")["procedure"]
    assert len(rows) == 34
    assert list(law.procedure_rules())[:34] == [row["id"] for row in rows]
    for row in rows:
        same_rule(law.procedure_rules()[row["id"]], row)


@pytest.mark.shared_data
def test_every_collected_rule_is_in_or_named_where_a_checked_one_goes_first(shared_data: Path) -> None:
    rows = read(shared_data / "parliament" / "rules.yaml")["rules"]
    checked_instead = {
        "ek-motie-steun": "PROC-EK-MOTION-SUPPORT",
        "tk-motie-steun": "PROC-TK-MOTION",
        "ek-motie-verval": "PROC-EK-MOTION-HELD",
        "tk-motie-verval": "PROC-TK-MOTION-HELD",
        "ek-so-term": "PROC-EK-SO-4W",
        "tk-vragen": "PROC-TK-QUESTIONS",
        "reces-termijn": "PROC-AWR-2-38",
    }
    differing = {rule for each in law.law().procedure.differences for rule in each.rules}
    for row in rows:
        rule = checked_instead.get(row["id"], row["id"])
        assert rule in law.procedure_rules(), row["id"]
        assert rule in differing or row["id"] not in checked_instead


@pytest.mark.shared_data
def test_every_accountability_line_that_was_collected_has_its_kind(shared_data: Path) -> None:
    rows = read(shared_data / "parliament" / "rules.yaml")["representation"]
    names = {"Tweede Kamer": "tk", "Eerste Kamer": "ek"}
    kinds = {
        "ministerie": "ministry",
        "gemeente": "municipality",
        "provincie": "province",
        "waterschap": "water_board",
        "zbo": "zbo",
        "openbaar lichaam BES": "caribbean_body",
        "politie": "police",
        "Hoge Colleges van Staat": "high_council_of_state",
    }
    for row in rows:
        if row["org"] in kinds:
            line = law.accountability_lines()[kinds[row["org"]]]
            bodies = row["body"] if isinstance(row["body"], list) else [row["body"]]
            assert [names.get(body, body.replace(" ", "_")) for body in bodies] == list(line.bodies)
            assert (line.via is not None) == ("via" in row)


def test_what_rests_on_memory_or_nothing_does_not_pass_for_read() -> None:
    lines = law.accountability_lines()
    for kind in ("police", "high_council_of_state", "caribbean_body", "joint_arrangement"):
        assert lines[kind].certainty is law.VerificationStatus.MEMORY
        assert lines[kind].doubt is not None
    for rule in list(law.procedure_rules().values())[34:]:
        assert rule.verification.status is not law.VerificationStatus.TEXT
        assert rule.verification.checked_on is None


def test_no_instrument_is_surer_than_the_rules_of_its_terms() -> None:
    read_ones = {law.VerificationStatus.TEXT}
    for instrument in law.instruments().values():
        terms = {law.procedure_rules()[term.rule].verification.status for term in instrument.terms}
        if instrument.certainty in read_ones:
            assert terms <= read_ones, instrument.id


def test_no_term_is_given_where_no_rule_was_found() -> None:
    for rule in law.procedure_rules().values():
        if rule.verification.status is law.VerificationStatus.UNVERIFIED:
            assert rule.figures == ()


def test_the_safeguards_are_the_twenty_of_the_design_in_its_order() -> None:
    assert list(law.safeguards()) == SAFEGUARDS


@pytest.mark.parametrize("id_", SAFEGUARDS)
def test_a_safeguard_has_all_it_needs_in_both_languages(id_: str) -> None:
    safeguard = law.safeguards()[id_]
    texts = (
        safeguard.name,
        safeguard.statement,
        safeguard.applies.text,
        safeguard.measurable.text,
        safeguard.question,
    )
    for text in texts:
        assert text.nl.strip()
        assert text.en.strip()
        assert text.nl != text.en
    assert safeguard.norms
    assert Grade.DECLARED <= safeguard.bar.otherwise <= safeguard.bar.high <= Grade.VERIFIED
    for question in (safeguard.question.nl, safeguard.question.en):
        names = {name for _, name, _, _ in Formatter().parse(question) if name}
        assert names == {"system", "organisation"}
        assert question.strip()[-1] in "?."


def test_the_bar_at_unknown_impact_is_the_one_for_the_rest() -> None:
    bar = law.safeguards()["bias_test"].bar
    assert bar.at(ImpactLevel.HIGH) is bar.high
    assert bar.at(ImpactLevel.UNKNOWN) is bar.at(ImpactLevel.NOT_HIGH) is bar.otherwise


def test_every_norm_has_a_safeguard_or_a_reason_why_not() -> None:
    inside = {norm for safeguard in law.safeguards().values() for norm in safeguard.norms}
    outside = {norm for heading in law.law().safeguards.outside for norm in heading.norms}
    assert inside | outside == set(law.norms())
    assert not inside & outside
    assert outside == {"GW-68", "GEMW-169", "WDO"}


def test_the_three_criteria_carry_the_letters_of_the_code_book() -> None:
    letters = {criterion.id: criterion.letter for criterion in law.impact_criteria().values()}
    assert letters == {"high_risk_ai": "a", "legal_consequence": "b", "classification": "c"}
    used = {rule.criterion for rule in law.impact_rules().values()} - {None}
    assert used == set(letters)


def test_the_table_can_answer_each_level_and_ends_in_one_that_always_answers() -> None:
    rules = list(law.impact_rules().values())
    assert {rule.outcome for rule in rules} == set(ImpactLevel)
    assert set(rules[-1].when.no_criteria) == set(law.impact_criteria())
    assert rules[-1].when == law.ImpactCondition(no_criteria=rules[-1].when.no_criteria)


def test_every_kind_of_organisation_has_a_line_to_a_body() -> None:
    assert set(law.accountability_lines()) == {kind.value for kind in law.OrganisationKind}
    for line in law.accountability_lines().values():
        assert line.bodies
        assert set(line.bodies) <= set(law.bodies())


@given(st.sampled_from([(part.code, id_) for part in law.parts() for id_ in part.items]), st.data())
def test_every_entry_is_found_by_its_id_whatever_its_capitals(entry: tuple[str, str], data: Any) -> None:
    code, id_ = entry
    capitals = data.draw(st.lists(st.booleans(), min_size=len(id_), max_size=len(id_)))
    typed = "".join(letter.swapcase() if up else letter for letter, up in zip(id_, capitals, strict=True))
    found = law.look_up(typed)
    assert found is not None
    assert found.id == id_
    assert found.part.code == code or id_ == "unknown", "only `unknown` is both a body and a kind"


def test_what_looks_like_an_id_is_offered_the_likeliest_first() -> None:
    assert law.look_up("human_interventoin") is None
    assert law.alike("human_interventoin")[0] == "human_intervention"
    assert "human_intervention" in law.alike("intervention")
    assert len(law.alike("a")) <= 3
