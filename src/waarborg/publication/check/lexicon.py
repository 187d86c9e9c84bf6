"""The words of ``words.yaml``: what a name is known by, and what is none."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def listed(group: str) -> frozenset[str]:
    """The single words of a group, as they are written there."""
    return frozenset(word for line in _told()[group] for word in line.split())


@cache
def known(group: str) -> frozenset[str]:
    """The single words of a group without their capitals."""
    return frozenset(word.casefold() for word in listed(group))


@cache
def phrases(group: str) -> tuple[str, ...]:
    """The phrases of a group, the longest first, so that the first that fits is the whole of it."""
    found = (part.strip() for line in _told()[group] for part in line.split(", "))
    return tuple(sorted(filter(None, found), key=lambda one: (-len(one), one)))


@cache
def _told() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return found
