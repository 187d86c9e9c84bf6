"""What YAML lets pass in silence and people do not mean: a key that stands twice, and a text that unfolds."""

import yaml

LARGEST = 1_000_000
"""The most values a file may hold once its aliases are written out."""


def refuse_unmeant(node: yaml.Node | None) -> None:
    """Refuse repeated keys, of which YAML would keep the last, and aliases that unfold without end.

    Raises:
        yaml.MarkedYAMLError: with the line of the second key, or of the value that grows too large.
    """
    if node is not None:
        _size(node, {})


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values a node holds, aliases written out; each node is counted once."""
    if id(node) in known:
        return known[id(node)]
    inner: list[yaml.Node] = []
    if isinstance(node, yaml.MappingNode):
        _refuse_repeated(node)
        inner = [value for _, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inner = node.value
    size = 1 + sum(_size(one, known) for one in inner)
    if size > LARGEST:
        problem = f"more than {LARGEST} values"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)
    known[id(node)] = size
    return size


def _refuse_repeated(node: yaml.MappingNode) -> None:
    keys: set[str] = set()
    for key, _ in node.value:
        name = str(key.value)
        if name in keys:
            problem = f"{name} stands twice"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
        keys.add(name)
