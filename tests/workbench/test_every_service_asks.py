"""Every write asks the policy: read from the source of the services, so that a new one cannot forget it."""

import ast
from pathlib import Path

import pytest

from waarborg.policy import Action
from waarborg.workbench import services

FOLDER = Path(services.__file__).parent
MODULES = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.py")}
WITHOUT_A_SERVICE = {Action.READ_TRAIL}
"""The trail is read on the machine of the record."""
FUNCTIONS = {
    (stem, node.name): node
    for stem, module in MODULES.items()
    for node in ast.walk(module)
    if isinstance(node, ast.FunctionDef)
}
WRITES = sorted(
    key
    for key, node in FUNCTIONS.items()
    if not key[1].startswith("_")
    and any(isinstance(one, ast.Attribute) and one.attr == "atomic" for one in node.decorator_list)
    and any(argument.arg == "actor" for argument in node.args.kwonlyargs)
)


def calls(stem: str, name: str, seen: frozenset[tuple[str, str]] = frozenset()) -> set[str]:
    """The names that a function calls, by whatever function of its own or another service it calls them."""
    key = (stem, name) if (stem, name) in FUNCTIONS else _elsewhere(name)
    if key is None or key in seen:
        return set()
    called = {
        node.func.id
        for node in ast.walk(FUNCTIONS[key])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    return called.union(*(calls(key[0], one, seen | {key}) for one in called))


def _elsewhere(name: str) -> tuple[str, str] | None:
    """A public function of another service; private ones are their own service's."""
    found = [key for key in FUNCTIONS if key[1] == name and not name.startswith("_")]
    return found[0] if found else None


def test_there_are_services_to_read() -> None:
    wanted = {"make_claim", "send_answer", "move_paper", "transfer_questions"}
    assert wanted <= {name for _, name in WRITES}


@pytest.mark.parametrize(("stem", "name"), WRITES)
def test_a_write_asks_the_policy_and_tells_the_trail(stem: str, name: str) -> None:
    called = calls(stem, name)
    assert "permit" in called
    assert called & {"tell", "record_event"}


def test_every_other_action_of_the_table_is_asked_by_a_service() -> None:
    named = {
        node.attr
        for module in MODULES.values()
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Action"
    }
    assert {action for action in Action if action.name not in named} == WITHOUT_A_SERVICE
