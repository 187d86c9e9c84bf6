"""``waarborg law``: readable in Dutch and English, whole when piped, data on request."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from waarborg import law
from waarborg.cli import waarborg


def run(*words: str) -> Result:
    return CliRunner().invoke(waarborg, list(words))


def data(*words: str) -> Any:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_list_holds_every_entry_with_its_full_words(language: Any) -> None:
    result = run("--lang", language, "law", "list")
    assert result.exit_code == 0
    for part in law.parts():
        assert all(id_ in result.stdout for id_ in part.items)
    for norm in law.norms().values():
        assert norm.statement.said(language) in result.stdout
    assert "…" not in result.stdout


def test_the_list_as_data_has_every_id_with_the_version_of_its_catalogue() -> None:
    told = data("law", "list")
    assert [item["id"] for item in told["norms"]["items"]] == list(law.norms())
    assert told["safeguards"]["version"] == law.law().safeguards.version
    assert set(told) == {part.code for part in law.parts()}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_entry_can_be_shown_in_both_languages_and_as_data(language: str) -> None:
    for part in law.parts():
        for id_ in part.items:
            shown = run("--lang", language, "law", "show", id_)
            assert shown.exit_code == 0, (id_, shown.exception)
            assert id_ in shown.stdout
            assert data("law", "show", id_)["id"] == id_


def test_a_safeguard_shows_its_question_its_norms_and_how_far_they_were_read() -> None:
    shown = run("law", "show", "human_intervention").stdout
    safeguard = law.safeguards()["human_intervention"]
    assert safeguard.question.nl.strip() in shown
    for id_ in safeguard.norms:
        assert law.norms()[id_].statement.nl in shown
    assert "tekst gelezen op 23 november 2026" in shown
    assert "alleen tweede bron" in shown
    assert "niet vastgesteld" in shown


def test_a_safeguard_as_data_brings_its_norms_whole_and_its_grades_by_code() -> None:
    told = data("law", "show", "human_intervention")
    assert told["catalogue"] == "safeguards"
    assert told["bar"] == {"high": "measured", "otherwise": "declared"}
    assert [norm["id"] for norm in told["norm_records"]] == told["norms"]
    assert told["norm_records"][0]["verification"]["status"] == "text"
    assert told["norm_records"][0]["valid_until"] is None


@pytest.mark.parametrize(
    ("id_", "dutch", "english"),
    [
        ("PROC-EK-SO-4W", "niet geverifieerd", "not verified"),
        ("REG", "alleen tweede bron", "second source only"),
        ("police", "uit het hoofd, niet geverifieerd", "from memory, not verified"),
        ("ek-rappel", "de regel zelf is niet gelezen", "the rule itself was not read"),
        ("GDPR-9", "UAVG 30 maar deels gelezen", "UAVG 30 read only in part"),
        ("AWB-3:2", "vanaf: niet vastgesteld", "from: not established"),
        ("AIA-9", "vanaf: 2 december 2027", "from: 2 December 2027"),
    ],
)
def test_what_is_not_certain_is_said_in_words(id_: str, dutch: str, english: str) -> None:
    assert dutch in run("--lang", "nl", "law", "show", id_).stdout
    assert english in run("--lang", "en", "law", "show", id_).stdout


@pytest.mark.parametrize(("language", "words"), [("nl", "geen regel"), ("en", "no entry")])
def test_an_unknown_id_ends_with_a_sentence_near_matches_and_exit_code_2(language: str, words: str) -> None:
    result = run("--lang", language, "law", "show", "human_interventoin", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert "human_intervention" in result.stderr


def test_an_id_that_looks_like_nothing_ends_with_a_sentence_too() -> None:
    result = run("law", "show", "%%%")
    assert result.exit_code == 2
    assert "%%%" in result.stderr


def test_each_command_has_help_with_an_example() -> None:
    for words in (("law",), ("law", "list"), ("law", "show")):
        assert "Example: waarborg" in run(*words, "--help").stdout
