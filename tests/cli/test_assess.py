import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from waarborg.cli import waarborg
from waarborg.register.formats import known
from waarborg.register.formats.mapped import read_mapping

ONE = {
    "id": "11", "title": "=Proef", "organisatie": "Belastingdienst", "status": "in_gebruik",
    "doel": "Het model selecteert aangiften van burgers met een hoger risico op fraude voor controle.",
    "juridische_basis": "Algemene wet inzake rijksbelastingen", "geregistreerd": "2026-01-01",
    "toegevoegd": "2026-01-02", "url": "https://voorbeeld.invalid", "impactassessment": "",
}  # fmt: skip

FORM = Path(known.__file__).with_name("us-2025.yaml")


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    path = tmp_path / "listing.json"
    path.write_text(json.dumps({"algoritmes": [ONE], "count": 1}), encoding="utf-8")
    return path


def _run(*words: object) -> "tuple[int, str, str]":
    result = CliRunner().invoke(waarborg, [str(word) for word in words])
    return result.exit_code, result.stdout, result.stderr


def test_json_is_the_document_of_the_contract(listing: Path) -> None:
    code, out, _ = _run("assess", listing, "--json")
    document = json.loads(out)
    (entry,) = document["entries"]
    assert code == 0
    assert set(document) == {"catalogue", "entries"}
    assert list(entry) == [
        "id", "name", "organisation", "organisation_kind", "body", "subject", "role",
        "automated_individual_decision", "impact", "safeguards", "answers",
    ]  # fmt: skip
    assert (entry["id"], entry["body"], entry["role"], entry["subject"]) == (
        "11",
        "tk,ek",
        "selects",
        "person",
    )
    assert entry["impact"]["level"] == "high"
    for quote in entry["impact"]["quotes"]:
        text = {"goal": ONE["doel"], "lawful_basis": ONE["juridische_basis"], "name": ONE["title"]}[
            quote["field"]
        ]
        assert quote["text"] == text[quote["start"] : quote["end"]]
    for key, answer in entry["answers"].items():
        assert answer["value"] == entry[key]
        assert answer["rule"]
        assert answer["quotes"]
    assert len(entry["safeguards"]) == 20
    assert set(entry["safeguards"]["legal_basis"]) == {"value", "rule", "quotes"}


def test_a_summary_counts_for_a_reader(listing: Path) -> None:
    code, out, _ = _run("--lang", "en", "assess", listing)
    assert code == 0
    assert "1 registrations assessed" in out
    assert "high" in out
    assert "Tweede Kamer, Eerste Kamer" in out


def test_csv_has_a_row_an_entry_and_no_formula(listing: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    code, _, _ = _run("assess", listing, "--csv", out)
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert code == 0
    assert (rows[0]["id"], rows[0]["name"], rows[0]["impact"]) == ("11", "'=Proef", "high")
    assert rows[0]["legal_basis"] == "present"


def test_a_check_shows_who_differs(listing: Path, tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    coded.write_text(
        json.dumps({"sample": "A", "source": "listing", "id": "11", "role": "supports"}), encoding="utf-8"
    )
    code, out, _ = _run("--lang", "en", "assess", listing, "--check", coded)
    assert code == 0
    assert "coded supports, found selects" in out
    _, document, _ = _run("assess", listing, "--check", coded, "--json")
    (key,) = json.loads(document)["check"]["keys"]
    assert (key["key"], key["agreement"], key["confusion"]) == ("role", 0.0, {"supports": {"selects": 1}})


@pytest.mark.parametrize("content", ["", "{", '{"iets": 1}', '{"algoritmes": [{"id": "1"'])
def test_unusable_input_names_the_file_and_writes_nothing(tmp_path: Path, content: str) -> None:
    path, out = tmp_path / "kapot.json", tmp_path / "out.csv"
    path.write_text(content, encoding="utf-8")
    code, stdout, stderr = _run("assess", path, "--csv", out)
    assert (code, stdout) == (2, "")
    assert "kapot.json" in stderr
    assert not out.exists()


def test_a_file_over_the_limit_is_refused(listing: Path) -> None:
    code, _, stderr = _run("assess", listing, "--size-limit", "10")
    assert code == 2
    assert "10" in stderr


def _declaring(folder: Path) -> Path:
    """An inventory of the form of 2025 with a high label on a tool, and a presumption set aside."""
    goal = "The software searches documents and summarizes text for staff."
    rows = [
        {"id": "1", "is_high_impact": "High-impact"},
        {
            "id": "2",
            "is_high_impact": "Presumed High-Impact, but Not High-impact",
            "HI_justification": "A person decides.",
        },
    ]
    path = folder / "inventory.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, read_mapping(FORM).columns)
        writer.writeheader()
        for row in rows:
            writer.writerow({"agency_name": "Agency", "use_case_name": "Tool", "problem_solved": goal} | row)
    return path


def test_declared_against_found_shows_both_reasons_and_what_was_rebutted(tmp_path: Path) -> None:
    code, out, _ = _run("--lang", "en", "assess", _declaring(tmp_path), "--declared")
    assert code == 0
    assert "Of 2 registrations 2 declare a level themselves. For 1 the text supports another level" in out
    assert "declared: high (high_impact). Reason: none given" in out
    assert "found: not high" in out
    assert "declared: not high (presumed_but_not_high_impact). Reason: A person decides." in out


def test_declared_against_found_is_data_too(tmp_path: Path) -> None:
    _, out, _ = _run("assess", _declaring(tmp_path), "--declared", "--json")
    held = json.loads(out)["declared"]
    (differs,), (rebutted,) = held["differ"], held["rebutted"]
    assert (held["entries"], held["declaring"], differs["id"], rebutted["id"]) == (2, 2, "1", "2")
    assert (differs["declared"]["level"], differs["found"]["level"]) == ("high", "not_high")
    assert rebutted["declared"]["reason"] == "A person decides."
