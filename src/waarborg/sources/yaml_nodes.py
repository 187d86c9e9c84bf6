"""What YAML lets pass in silence and people do not mean: a repeated key, a text that unfolds, a no."""

from collections.abc import Iterable, Iterator
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


_TEXT = "tag:yaml.org,2002:str"
_OTHER_THAN_TEXT = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("bool", "int", "float", "timestamp"))


def keys_as_written(node: yaml.Node | None) -> None:
    """Let a key be the word that was written: YAML 1.1 reads ``yes:`` and ``no:`` as true and false."""
    for inner in _inside(node):
        if isinstance(inner, yaml.MappingNode):
            _retag(key for key, _ in inner.value)


def all_as_written(node: yaml.Node | None) -> None:
    """Let every scalar be the text that was written, for a reader who knows the type of each field."""
    _retag(_inside(node))


def _retag(nodes: Iterable[yaml.Node]) -> None:
    for node in nodes:
        if isinstance(node, yaml.ScalarNode) and node.tag in _OTHER_THAN_TEXT:
            node.tag = _TEXT


def _inside(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """A node and all within it, each once, however often an alias names it."""
    waiting, known = [node] if node is not None else [], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in known:
            continue
        known.add(id(one))
        yield one
        if isinstance(one, yaml.MappingNode):
            waiting += [inner for pair in one.value for inner in pair]
        elif isinstance(one, yaml.SequenceNode):
            waiting += one.value


def _at(node: yaml.Node, path: Path) -> Where:
    return Where(file=str(path), line=node.start_mark.line + 1)
