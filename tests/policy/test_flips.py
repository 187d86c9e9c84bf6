"""Nothing in the table can change without a test that fails: every role and state in it is walked."""

import sys
from collections.abc import Iterator
from itertools import product

import pytest
from attrs import evolve

from waarborg.policy import Action, Role, decide, table
from waarborg.policy.table import Rule

from .test_table import ALLOWED, STATES


def differs(action: Action) -> bool:
    """Whether the walk over an action, as ``test_table`` does it, finds a cell that is not as expected."""
    roles, states = ALLOWED[action]
    return any(
        decide(role, action, state).allowed is not (role in roles and state in states)
        for role, state in product(Role, STATES)
    )


def flips(rule: Rule) -> Iterator[Rule]:
    """The rule with one role or one state taken out, or one added."""
    for role in Role:
        yield evolve(rule, roles=rule.roles ^ {role})
    for state in STATES:
        yield evolve(rule, states=rule.states ^ {state})


def test_every_state_that_the_table_names_is_walked() -> None:
    assert {state for rule in table().values() for state in rule.states} <= set(STATES)


@pytest.mark.parametrize("action", list(Action))
def test_any_one_flip_in_a_rule_is_found(monkeypatch: pytest.MonkeyPatch, action: Action) -> None:
    assert not differs(action)
    whole, module = dict(table()), sys.modules[Rule.__module__]
    for flipped in flips(whole[action]):
        monkeypatch.setattr(module, "table", lambda rule=flipped: whole | {action: rule})
        assert differs(action), flipped
