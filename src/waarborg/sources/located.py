"""YAML in which every value knows its line, for files in which one wrong value must not hide the rest."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from attrs import field, frozen

from waarborg.sources.text import decode, read_bytes
from waarborg.sources.yaml_nodes import refuse_unmeant
from waarborg.values.finding import UnusableInput, Where

_DATE_TAG = "tag:yaml.org,2002:timestamp"
_DEPTH = 50


@frozen
class Located:
    """A mapping of a file, with the line (from 1) of itself and of each of its keys.

    Values are plain data, lists or ``Located`` again. Days stay text, so that the 30th of February reaches
    the rule that can say where it stands.
    """

    line: int
    values: Mapping[str, Any] = field(factory=dict)
    lines: Mapping[str, int] = field(factory=dict)

    def line_of(self, key: str) -> int:
        """The line of ``key``, or of the mapping where the key is not there."""
        return self.lines.get(key, self.line)


def load_located(path: Path) -> Any:
    """Read a YAML file as ``Located`` mappings, lists and plain values.

    Raises:
        UnusableInput: ``yaml_malformed`` with the line, or what ``read_bytes`` raises.
    """
    text, _ = decode(read_bytes(path))
    loader = _DatesAsText(text)
    try:
        node = loader.get_single_node()
        refuse_unmeant(node, path)
        return _build(node, loader, 0)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        where = Where(file=str(path), line=line)
        raise UnusableInput("yaml_malformed", where, reason=error.problem or "") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnusableInput("yaml_malformed", Where(file=str(path)), reason=str(error)) from None
    finally:
        loader.dispose()


class _DatesAsText(yaml.SafeLoader):
    """A safe loader that leaves days as the text they were written in."""


_DatesAsText.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in resolvers if tag != _DATE_TAG]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _build(node: yaml.Node | None, loader: yaml.SafeLoader, depth: int) -> Any:
    if depth > _DEPTH:
        message = f"nested deeper than {_DEPTH}"
        raise ValueError(message)
    if isinstance(node, yaml.MappingNode):
        pairs = [(str(key.value), value) for key, value in node.value]
        return Located(
            node.start_mark.line + 1,
            {key: _build(value, loader, depth + 1) for key, value in pairs},
            {key: value.start_mark.line + 1 for key, value in pairs},
        )
    if isinstance(node, yaml.SequenceNode):
        return [_build(inner, loader, depth + 1) for inner in node.value]
    return None if node is None else loader.construct_object(node, deep=True)
