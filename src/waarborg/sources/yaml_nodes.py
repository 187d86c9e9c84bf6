"""What YAML lets pass in silence and people do not mean: a key that stands twice, and a text that unfolds."""

from pathlib import Path

import yaml

from waarborg.values.finding import UnusableInput, Where

LARGEST = 1_000_000
"""The most values a file may hold once its aliases are written out."""


def refuse_unmeant(node: yaml.Node | None, path: Path) -> None:
    """Refuse repeated keys, of which YAML would keep the last, and aliases that unfold without end.

    Raises:
        UnusableInput: ``yaml_key_twice`` at the second key, ``yaml_too_large`` at the value that unfolds.
        RecursionError: nested deeper than Python goes.
    """
    if node is not None:
        _size(node, {}, path)


def _size(node: yaml.Node, known: dict[int, int], path: Path) -> int:
    """How many values a node holds, aliases written out; each node is counted once."""
    if id(node) in known:
        return known[id(node)]
    inner: list[yaml.Node] = []
    if isinstance(node, yaml.MappingNode):
        _refuse_repeated(node, path)
        inner = [value for _, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inner = node.value
    size = 1 + sum(_size(one, known, path) for one in inner)
    if size > LARGEST:
        raise UnusableInput("yaml_too_large", _at(node, path), limit=LARGEST)
    known[id(node)] = size
    return size


def _refuse_repeated(node: yaml.MappingNode, path: Path) -> None:
    keys: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in keys:
            raise UnusableInput("yaml_key_twice", _at(key, path), name=name)
        keys.add(name)


def _at(node: yaml.Node, path: Path) -> Where:
    return Where(file=str(path), line=node.start_mark.line + 1)
