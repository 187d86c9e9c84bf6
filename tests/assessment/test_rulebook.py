from pathlib import Path

import pytest

from waarborg.assessment.rulebook import load_rule_book
from waarborg.values.finding import UnusableInput
from waarborg.wording import has_phrase

TERMS = """
version: "1"
terms: {}
groups: {prose: [goal]}
denials: [niet]
placeholders: ["-"]
"""
HEAD = 'key: subject\nsource: "bron"\n'
RULE = "rules:\n- {id: r.one, gives: person, any: [m.one], statement: {nl: een, en: one}}\n"


def _folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "terms.yaml").write_text(TERMS, encoding="utf-8")
    (tmp_path / "subject.yaml").write_text(HEAD + text, encoding="utf-8")
    return tmp_path


def test_a_small_rule_book_is_read(tmp_path: Path) -> None:
    book = load_rule_book(
        _folder(tmp_path, "marks:\n- {id: m.one, fields: [prose], words: [burger]}\n" + RULE)
    )
    assert [rule.id for rule in book.rules("subject")] == ["r.one"]
    assert book.rules("role") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (RULE, "rule_mark_unknown"),
        ("marks:\n- {id: m.one, fields: [prose], words: [(open]}\n" + RULE, "rule_phrase_malformed"),
        (
            "marks:\n- {id: m.one, fields: [goal], words: [a]}\n- {id: m.one, fields: [goal]}\n",
            "rule_id_twice",
        ),
        ("marks:\n- {id: m.one, colour: red, fields: [prose]}\n", "field_unknown"),
    ],
)
def test_a_rule_book_that_is_not_right_is_refused_with_a_sentence(
    tmp_path: Path, text: str, code: str
) -> None:
    with pytest.raises(UnusableInput) as refused:
        load_rule_book(_folder(tmp_path, text))
    assert refused.value.finding.code == code
    assert has_phrase(f"finding.{code}")
