from pathlib import Path

import pytest

from waarborg.assessment import rule_book
from waarborg.assessment.second_reader import SecondReader, second_reader, statement_reader
from waarborg.assessment.second_reader.marked import OPENING
from waarborg.assessment.second_reader.pieces import SIZE
from waarborg.assessment.second_reader.weights import Weights, as_json, load_weights
from waarborg.law import safeguards
from waarborg.values.assessment import ImpactLevel, Role, StatementValue, Subject

READERS = [
    pytest.param(second_reader("nl"), id="entries-nl"),
    pytest.param(second_reader("en"), id="entries-en"),
    pytest.param(statement_reader("nl"), id="statements-nl"),
]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    made = Weights(("impact=high",), (0.5,), {'a"é ': (1.25, -0.125)}, {"m.one": (0.001,)}, {"impact": 4})
    path = tmp_path / "weights.json"
    path.write_text(as_json(made), encoding="utf-8")
    assert load_weights(path) == made


@pytest.mark.parametrize("reader", READERS)
def test_the_file_holds_no_sentence_of_anybody_but_words_and_pieces_of_four_letters(
    reader: SecondReader,
) -> None:
    for piece in reader.weights.pieces:
        assert len(piece) == SIZE or (piece == f" {piece.strip()} " and " " not in piece.strip())
        assert piece.strip().isalpha()


@pytest.mark.parametrize("reader", READERS)
def test_every_row_has_a_number_for_every_label_and_every_mark_is_one_of_the_rules(
    reader: SecondReader,
) -> None:
    weights = reader.weights
    width = len(weights.labels)
    assert len(weights.start) == width
    assert {len(row) for row in weights.pieces.values()} == {width + 1}
    assert {len(row) for row in weights.marks.values()} <= {width}
    assert {name.removeprefix(OPENING) for name in weights.marks} <= rule_book().searches.keys()


def test_every_answer_has_an_id_of_its_own_and_is_said_in_both_languages() -> None:
    rules = [*second_reader().answers.rules, *statement_reader().answers.rules]
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.id.startswith("MODEL-")
        assert rule.statement.nl != rule.statement.en
        assert all(0 < sure < 1 for sure in rule.sure.values())


@pytest.mark.parametrize("reader", READERS)
def test_every_answer_is_one_that_was_learned_and_that_the_house_knows(reader: SecondReader) -> None:
    known = {"subject": set(Subject), "role": set(Role), "impact": set(ImpactLevel)}
    known |= {f"safeguard.{name}": set(StatementValue) for name in safeguards()}
    for rule in reader.answers.rules:
        assert rule.gives in reader.weights.columns(rule.key)
        assert reader.language in rule.sure
        assert rule.gives in known.get(rule.key, {"yes"})


def test_a_hint_weighs_by_its_own_table_wherever_it_stands_and_every_learned_key_is_in_both() -> None:
    answers = second_reader().answers
    assert answers.weight("role", "cue.pick") == answers.cue_weight["role"]
    assert answers.weight("role", f"{OPENING}cue.pick") == answers.cue_weight["role"]
    assert answers.weight("role", f"{OPENING}act.selects") == answers.mark_weight["role"]
    assert answers.cue_weight.keys() == answers.mark_weight.keys()
