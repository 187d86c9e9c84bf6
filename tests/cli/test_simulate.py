"""``waarborg simulate`` as a user runs it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from waarborg.cli import waarborg

KEYS = {"name", "value", "unit", "low", "high", "source"}


@pytest.fixture
def register(tmp_path: Path) -> Any:
    """A small register of our own, in the mapped form of the collector's listing."""
    rows = [
        {
            "id": str(number),
            "title": f"Systeem {number}",
            "organisatie": "Gemeente Teststad" if number % 2 else "Belastingdienst",
            "doel": "Het systeem selecteert burgers voor controle op hun aanvraag.",
            "status": "in_gebruik",
            "geregistreerd": f"2025-{number % 12 + 1:02}-01",
            "toegevoegd": f"2025-{number % 12 + 1:02}-01",
            "juridische_basis": "",
            "impactassessment": "Onbekend",
            "url": "https://example.org",
        }
        for number in range(24)
    ]
    path = tmp_path / "listing.json"
    path.write_text(json.dumps({"algoritmes": rows, "count": len(rows)}), encoding="utf-8")
    return path


def run(*args: Any, lang: str = "en") -> Any:
    return CliRunner().invoke(waarborg, ["--lang", lang, "simulate", *map(str, args)])


def simulated(register: Path, *args: Any) -> Any:
    found = run("--register", register, "--replications", 5, "--years", 2, *args, "--json")
    assert found.exit_code == 0, found.stderr
    return json.loads(found.stdout)


def test_the_json_is_that_of_the_contract_with_all_seven_regimes(register: Path) -> None:
    data = simulated(register)
    assert set(data) == {"assumptions", "regimes"}
    assert all(set(one) == KEYS for one in data["assumptions"])
    assert len(data["regimes"]) == 7
    for regime in data["regimes"]:
        assert set(regime) == {"id", "measures"}
        assert all(set(one) == {"mean", "low", "high", "unit"} for one in regime["measures"].values())
        assert all(one["low"] <= one["high"] for one in regime["measures"].values())


def test_the_same_seed_prints_the_same_document(register: Path) -> None:
    first, second = (simulated(register, "--seed", 7) for _ in range(2))
    assert first == second != simulated(register, "--seed", 8)


def test_a_set_assumption_shows_as_set_and_changes_the_figures(register: Path) -> None:
    ten, twenty = (
        simulated(
            register, "--regime", "motion", "--set", f"hours.reading={hours}", "--set", "hours_spread=0"
        )
        for hours in (10, 20)
    )
    told = {one["name"]: one for one in ten["assumptions"]}
    assert (told["hours.reading"]["value"], told["hours.reading"]["source"]) == (10, "set")
    first, second = (one["regimes"][0]["measures"]["hours_a_year.tk"]["mean"] for one in (ten, twenty))
    assert first < second


def test_sensitivity_comes_when_asked(register: Path) -> None:
    data = simulated(register, "--regime", "status_quo", "--regime", "motion", "--sensitivity")
    assert {one["regime"] for one in data["sensitivity"]} == {"motion"}


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--regime", "motie"), "motion"),
        (("--regime", "absent.yaml"), "absent.yaml"),
        (("--set", "hours_a_week.tkk=3"), "hours_a_week.tk"),
        (("--set", "hours_a_week.tk"), "NAME=VALUE"),
        (("--set", "short_share=3"), "0 to 1"),
        (("--set", "short_share=half"), "half"),
    ],
)
def test_what_cannot_be_used_ends_with_exit_code_2_and_says_what_would_do(
    register: Path, args: Any, told: str
) -> None:
    found = run("--register", register, *args)
    assert found.exit_code == 2
    assert told in found.stderr
    assert found.stdout == ""


def test_a_register_that_is_not_there_ends_with_exit_code_2(tmp_path: Path) -> None:
    assert run("--register", tmp_path / "none.csv").exit_code == 2


@pytest.mark.parametrize(
    ("lang", "reading", "advice"),
    [
        ("nl", "verzoek en is vervallen op 11 juli 2023", "Dit is geen advies"),
        ("en", "a request and lapsed on 11 July 2023", "This is no advice"),
    ],
)
def test_the_page_says_what_it_is_and_holds_the_assumptions(
    register: Path, tmp_path: Path, lang: str, reading: str, advice: str
) -> None:
    target = tmp_path / "page.html"
    found = run(
        "--register", register, "--replications", 5, "--years", 2, "--html", target, "--regime", "motion",
        "--regime", "status_quo", lang=lang,
    )  # fmt: skip
    assert found.exit_code == 0, found.stderr
    text = target.read_text(encoding="utf-8")
    assert reading in text
    assert advice in text
    assert "hours_a_week.ek" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "").replace(
        "https://www.tweedekamer.nl", ""
    )


def test_the_register_is_never_written_over(register: Path) -> None:
    before = register.read_bytes()
    found = run(
        "--register", register, "--replications", 2, "--years", 1, "--regime", "motion", "--html", register
    )
    assert found.exit_code == 2
    assert register.read_bytes() == before


def test_the_lines_for_people_name_every_regime_in_its_order(register: Path) -> None:
    found = run("--register", register, "--replications", 3, "--years", 1, lang="nl")
    assert found.exit_code == 0
    names = ["Zoals het is", "De motie", "Naar risico", "Bij nieuwe wetgeving", "Achteraf", "Per thema"]
    places = [found.stdout.index(f"  {name}: ") for name in names]
    assert places == sorted(places)


def test_numbers_and_days_are_written_as_the_language_does(register: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    args = ("--register", register, "--replications", 2, "--years", 1, "--regime", "motion", "--html", target)
    assert run(*args, "--set", "hours_a_week.tk=1234.5", lang="nl").exit_code == 0
    text = target.read_text(encoding="utf-8")
    assert "1.234" in text or "1.235" in text
    assert "1 januari 2025" in text
    assert "door u ingesteld" in text
