"""Every text in a value made of records, lists and mappings: to look at, or to change."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

import attrs


def texts_of(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a value made of records, lists and mappings, with where it stands."""
    if isinstance(value, str):
        yield place, value
    elif attrs.has(type(value)):
        for one in attrs.fields(cast("type[attrs.AttrsInstance]", type(value))):
            yield from texts_of(getattr(value, one.name), f"{place}.{one.name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_of(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value, 1):
            yield from texts_of(inner, f"{place}.{number}".lstrip("."))


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same value with every text changed."""
    if isinstance(value, str):
        return change(value) if type(value) is str else value
    if attrs.has(type(value)):
        changed = {
            one.name: with_texts(getattr(value, one.name), change) for one in attrs.fields(type(value))
        }
        return attrs.evolve(value, **changed)
    if isinstance(value, Mapping):
        return {key: with_texts(inner, change) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(with_texts(inner, change) for inner in value)
    return value
