"""Every clause of DESIGN 4 by cases derived by hand from its text; they stand in ``clauses.yaml``."""

from pathlib import Path

import pytest

from waarborg.cli.commands.dialogue import as_data
from waarborg.dialogue import state
from waarborg.dialogue.file import Example, read_examples

CASES = read_examples(Path(__file__).with_name("clauses.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_clause_means_what_its_text_says(case: Example) -> None:
    told = as_data(state(case.given.record(), case.given.view()))
    assert case.expect
    assert {name: told[name] for name in case.expect} == case.expect
