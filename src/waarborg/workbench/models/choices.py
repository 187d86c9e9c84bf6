"""Values of the house as choices of a column, so that a code is spelled once."""

from collections.abc import Iterable
from enum import Enum


def codes(*kinds: type[Enum]) -> list[tuple[str, str]]:
    """The codes of the enums as Django's choices; words for them are said at the door, not here."""
    return [(_code(member), _code(member)) for kind in kinds for member in kind]


def code_list(names: Iterable[str]) -> list[tuple[str, str]]:
    """Plain codes as Django's choices."""
    return [(name, name) for name in names]


def _code(member: Enum) -> str:
    return member.name.lower() if isinstance(member.value, int) else str(member.value)
