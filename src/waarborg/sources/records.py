"""YAML files read into typed records, so that a bad file is refused with file, line and reason.

PyYAML gives every node its line; cattrs gives every error its path in the data; here the two meet.
"""

import re
from collections.abc import Sequence
from datetime import date
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_origin

import cattrs
import yaml
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn
from cattrs.strategies import configure_union_passthrough, use_class_methods

from waarborg.sources.text import decode, read_bytes
from waarborg.sources.yaml_nodes import refuse_unmeant
from waarborg.values.finding import UnusableInput, Where

T = TypeVar("T")

_PACKAGE = Path(__file__).parent.parent


def load_yaml(path: Path) -> Any:
    """Read a YAML file as plain data.

    Raises:
        UnusableInput: ``yaml_malformed`` with the line, or what ``read_bytes`` raises.
    """
    return _parse(path)[0]


def load_record(path: Path, shape: type[T]) -> T:
    """Read a YAML file into ``shape``, an attrs class or a tuple of them. Unknown keys are refused.

    A class with a class method ``from_data`` reads itself, where people write a thing in more than one way.

    Raises:
        UnusableInput: ``field_unknown``, ``field_missing``, ``value_of_another_kind`` or
            ``record_malformed`` with the line, or what ``load_yaml`` raises.
    """
    data, node = _parse(path)
    try:
        return _CONVERTER.structure(data, shape)
    except cattrs.BaseValidationError as error:
        first = min(transform_error(error), key=lambda told: "extra fields" not in told)
        reason, place = first.rsplit(" @ ", 1)
        where = Where(file=str(path), line=_line_of(node, _steps(place)), field=place.removeprefix("$."))
        raise _refusal(reason, where) from None


_REASONS = (
    ("field_unknown", re.compile(r"extra fields found \((?P<names>.*)\)")),
    ("field_missing", re.compile(r"required field missing")),
    ("value_of_another_kind", re.compile(r"invalid (?:type|value for type), expected (?P<expected>.+)")),
)
"""What cattrs says of an error, by the code of our own sentence."""


def _refusal(reason: str, where: Where) -> UnusableInput:
    for code, pattern in _REASONS:
        if found := pattern.fullmatch(reason):
            return UnusableInput(code, where, **found.groupdict())
    return UnusableInput("record_malformed", where, reason=reason)


def line_of(path: Path, *steps: str | int) -> int | None:
    """The line, counted from 1, of the value at ``steps`` (keys and places in lists) in a YAML file.

    For a rule about a record that reads well but cannot be right, so that it too names its line.
    """
    return _line_of(_parse(path)[1], steps)


def _parse(path: Path) -> tuple[Any, yaml.Node | None]:
    text, _ = decode(read_bytes(path))
    try:
        loader = _loader(path)(text)
        node = loader.get_single_node()
        if not path.is_relative_to(_PACKAGE):
            refuse_unmeant(node, path)
        return (None if node is None else loader.construct_document(node)), node
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        where = Where(file=str(path), line=line)
        raise UnusableInput("yaml_malformed", where, reason=error.problem or "") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnusableInput("yaml_malformed", Where(file=str(path)), reason=str(error)) from None


def _loader(path: Path) -> Any:
    """The reader in C for the package's own files: ten times as fast, but it crashes on hostile nesting."""
    ours = path.is_relative_to(_PACKAGE) and yaml.__with_libyaml__
    return yaml.CSafeLoader if ours else yaml.SafeLoader


def _steps(place: str) -> list[str | int]:
    """Split a cattrs path such as ``$.norms[3].id`` into its steps."""
    steps: list[str | int] = []
    for part in place.removeprefix("$").replace("[", ".[").split("."):
        if part.startswith("["):
            inner = part[1:-1]
            steps.append(int(inner) if inner.isdigit() else inner.strip("'\""))
        elif part:
            steps.append(part)
    return steps


def _line_of(node: yaml.Node | None, steps: Sequence[str | int]) -> int | None:
    """Follow ``steps`` as far as the node tree goes; the line, counted from 1, of the last node found."""
    for step in steps:
        inner = _child(node, step)
        if inner is None:
            break
        node = inner
    return node.start_mark.line + 1 if node is not None else None


def _child(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item: yaml.Node = node.value[step]
        return item
    return None


def _as_date(value: object, _: type[date]) -> date:
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value))


def _as_text(value: object, _: type[str]) -> str:
    if not isinstance(value, str):
        message = f"text expected, not {type(value).__name__}"
        raise TypeError(message)
    return value


def _as_yes_or_no(value: object, _: type[bool]) -> bool:
    """``nee`` in quotes is text, and no text is a no: Python would call it true."""
    if not isinstance(value, bool):
        message = f"true or false expected, not {type(value).__name__}"
        raise TypeError(message)
    return value


def _as_grade(value: object, kind: type[IntEnum]) -> IntEnum:
    return kind[str(value).upper()]


def _as_code(value: object, kind: type[StrEnum]) -> StrEnum:
    return kind(_as_text(value, str))


_NAMES = (tuple[str, ...], frozenset[str])


def _as_names(value: object, kind: Any) -> Any:
    """A list of names; one name alone stands for a list of one, never for its letters."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list):
        message = f"a list expected, not {type(value).__name__}"
        raise TypeError(message)
    return get_origin(kind)(_as_text(name, str) for name in names)


def _with_short_form(kind: type[Any], converter: Converter) -> Any:
    """A record with a ``from_text`` may be written as a plain text."""
    whole = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, shape: Any) -> Any:
        return kind.from_text(value) if isinstance(value, str) else whole(value, shape)

    return structure


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_factory(lambda kind: hasattr(kind, "from_text"), _with_short_form)
    converter.register_structure_hook_func(lambda kind: kind in _NAMES, _as_names)
    use_class_methods(converter, structure_method_name="from_data")
    configure_union_passthrough(str | int | float | bool | None, converter)
    converter.register_structure_hook(date, _as_date)
    converter.register_structure_hook(str, _as_text)
    converter.register_structure_hook(bool, _as_yes_or_no)
    converter.register_structure_hook(StrEnum, lambda value, kind: kind(value))
    converter.register_structure_hook(IntEnum, _as_grade)
    converter.register_structure_hook(StrEnum, _as_code)
    return converter


_CONVERTER = _converter()
