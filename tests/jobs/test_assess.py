import json
from pathlib import Path

import pytest

from waarborg.jobs.assess import assess_register, place
from waarborg.jobs.coded import check, read_coded
from waarborg.values.finding import UnusableInput

ONE = {
    "id": "11", "title": "Proef", "organisatie": "Gemeente Voorbeeld", "status": "in_gebruik",
    "doel": "De scanauto leest het kenteken en controleert of voor parkeren is betaald.",
    "juridische_basis": "Gemeentewet",
    "geregistreerd": "2026-01-01", "toegevoegd": "2026-01-02",
    "url": "https://voorbeeld.invalid", "impactassessment": "",
}  # fmt: skip


def _listing(tmp_path: Path, *records: dict[str, str]) -> Path:
    path = tmp_path / "listing.json"
    path.write_text(json.dumps({"algoritmes": records, "count": len(records)}), encoding="utf-8")
    return path


def _coded(tmp_path: Path, *records: object) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def test_a_register_is_assessed_whole(tmp_path: Path) -> None:
    seen: list[int] = []
    found = assess_register(_listing(tmp_path, ONE), progress=seen.append)
    ((entry, assessment),) = found.entries
    assert (entry.source_id, assessment.source_id, assessment.impact.level) == ("11", "11", "high")
    assert (assessment.organisation_kind, assessment.body) == ("municipality", "gemeenteraad")
    assert seen == [1]


@pytest.mark.parametrize(
    ("organisation", "body"),
    [
        ("Gemeente Utrecht", "gemeenteraad"),
        ("Provincie Utrecht", "provinciale_staten"),
        ("Belastingdienst", "tk,ek"),
    ],
)
def test_an_organisation_stands_in_its_line(organisation: str, body: str) -> None:
    assert place(organisation).body == body


def test_coded_entries_of_another_file_are_left_out_and_null_is_skipped(tmp_path: Path) -> None:
    coded = _coded(
        tmp_path,
        {"sample": "A", "source": "listing", "id": "11", "subject": "person", "role": None, "impact": "high",
         "criteria": ["b"], "safeguards": {"dpia": "not_stated", "logging": None}},
        {"sample": "B", "source": "other", "id": "11", "subject": "none"},
        {"sample": "C", "source": "listing", "id": "12", "subject": "none"},
    )  # fmt: skip
    found = assess_register(_listing(tmp_path, ONE))
    compared = check(found.entries, "listing", read_coded(coded))
    assert (compared.entries, compared.left_out, compared.missing) == (1, 1, ("C",))
    keys = {key.key: key.agreement for key in compared.keys}
    assert keys == {
        "subject": 1.0, "impact": 1.0, "safeguards.dpia": 1.0,
        "criteria.high_risk_ai": 1.0, "criteria.legal_consequence": 1.0, "criteria.classification": 1.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("geen object", "coded_malformed"),
        ({"sample": "A"}, "coded_malformed"),
        ({"id": "11", "role": "rules"}, "coded_value_unknown"),
        ({"id": "11", "safeguards": {"dpia": "yes"}}, "coded_value_unknown"),
        ({"id": "11", "safeguards": {"dpias": "present"}}, "coded_value_unknown"),
    ],
)
def test_coding_that_is_not_right_is_refused_with_its_line(tmp_path: Path, record: object, code: str) -> None:
    with pytest.raises(UnusableInput) as refused:
        read_coded(_coded(tmp_path, {"id": "10"}, record))
    assert (refused.value.finding.code, refused.value.finding.where.line) == (code, 2)


@pytest.mark.shared_data
def test_the_whole_listing_holds_what_a_level_needs(shared_data: Path) -> None:
    # Issue 2: 1,530 entries; every high has a criterion and a quote; a quote is at most 300 long.
    found = assess_register(shared_data / "registers" / "nl" / "listing-2026-08-08.json")
    assert len(found.entries) == 1530
    for entry, assessment in found.entries:
        statements = assessment.statements.values()
        quotes = [*assessment.impact.quotes, *(quote for each in statements for quote in each.quotes)]
        assert all(quote.end <= len(entry.texts[quote.field]) for quote in quotes)
        assert all(0 < quote.end - quote.start <= 300 for quote in quotes)
        if assessment.impact.level == "high":
            assert assessment.impact.criteria
            assert assessment.impact.quotes
        assert all(each.quotes for each in statements if each.value in {"present", "absent"})
