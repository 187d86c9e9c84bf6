from pathlib import Path

import pytest

from waarborg.sources.records import load_yaml
from waarborg.sources.yaml_words import as_bool
from waarborg.values.finding import UnusableInput


def test_only_true_and_false_are_true_and_false(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("on: [yes, No, off, y, true, False]\n", encoding="utf-8")
    assert load_yaml(path) == {"on": ["yes", "No", "off", "y", True, False]}


@pytest.mark.parametrize(("word", "expected"), [("yes", True), ("No", False), ("off", False), (True, True)])
def test_a_field_of_yes_or_no_takes_the_words(word: object, expected: object) -> None:
    assert as_bool(word) is expected


@pytest.mark.parametrize("word", ["", "maybe", 1, None, []])
def test_nothing_else_is_yes_or_no(word: object) -> None:
    with pytest.raises(ValueError, match="true or false expected"):
        as_bool(word)


def test_a_day_that_does_not_exist_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "days.yaml"
    path.write_text("first: 2025-02-28\nsecond: 2025-02-30\n", encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        load_yaml(path)
    assert caught.value.finding.where.line == 2


def test_half_a_sign_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "signs.yaml"
    path.write_text('first: "\\u20ac"\nsecond: "\\ud800"\n', encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        load_yaml(path)
    assert caught.value.finding.where.line == 2
