"""Reading YAML as people mean it: ``on``, ``yes`` and ``no`` are words, not true or false.

YAML 1.1, which PyYAML reads, turns an unquoted ``on:`` into the key True and ``applicable: no`` into False.
YAML 1.2 (core schema, 10.3.2) keeps ``true`` and ``false`` only; so do these loaders. A field that holds
yes or no by its kind still takes the words, see ``as_bool``.
"""

import re
from typing import Any

import yaml

_BOOL = "tag:yaml.org,2002:bool"
_TRUE_OR_FALSE = re.compile("^(?:true|True|TRUE|false|False|FALSE)$")
_HALF_A_SIGN = re.compile("[\ud800-\udfff]")
_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class WordLoader(yaml.SafeLoader):
    """The safe loader in Python, with YAML 1.2's booleans."""


class FastWordLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # found at run time
    """The safe loader in C, where there is one, with YAML 1.2's booleans."""


def _day(loader: Any, node: yaml.ScalarNode) -> object:
    """A day that does not exist is told with its line, as every other fault of the file."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.constructor.ConstructorError(
            None, None, f"{node.value}: {error}", node.start_mark
        ) from None


def _text(loader: Any, node: yaml.ScalarNode) -> str:
    """Half a sign, which an escape can write and no file can hold, is told with its line too."""
    text = str(loader.construct_scalar(node))
    if _HALF_A_SIGN.search(text):
        raise yaml.constructor.ConstructorError(None, None, f"{text!a}: no text", node.start_mark)
    return text


for _loader in (WordLoader, FastWordLoader):
    _loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOL]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    _loader.add_implicit_resolver(_BOOL, _TRUE_OR_FALSE, list("tTfF"))
    _loader.add_constructor("tag:yaml.org,2002:timestamp", _day)
    _loader.add_constructor("tag:yaml.org,2002:str", _text)


def as_bool(value: object, _: Any = bool) -> bool:
    """True or false, also as the words yes, no, on and off.

    Raises:
        ValueError: any other value; a text is never true because it is there.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _WORDS:
        return _WORDS[value.lower()]
    message = f"true or false expected, not {value!r}"
    raise ValueError(message)
