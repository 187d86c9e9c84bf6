"""Spellings of the state of a system, mapped by the table ``statuses.yaml``; an unknown one stays unknown."""

import re
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_yaml
from waarborg.values.entry import SystemStatus

_JOINS = re.compile(r"[\s_\-]+")


def status_of(published: str) -> SystemStatus:
    """The state that a published word or sentence stands for; ``unknown`` when the table does not hold it."""
    word = _plain(published)
    for state, spellings in _table():
        if word in spellings.exact or word.startswith(spellings.start):
            return state
        if any(part in word for part in spellings.contains):
            return state
    return SystemStatus.UNKNOWN


def is_plain_status(published: str) -> bool:
    """Whether a value is one of the words of the table, and not a sentence that was read by its beginning."""
    return any(_plain(published) in spellings.exact for _, spellings in _table())


@frozen
class _Spellings:
    exact: frozenset[str]
    start: tuple[str, ...]
    contains: tuple[str, ...]


def _plain(text: str) -> str:
    return _JOINS.sub(" ", text).strip(" .").casefold()


@cache
def _table() -> tuple[tuple[SystemStatus, _Spellings], ...]:
    data = load_yaml(Path(__file__).with_name("statuses.yaml"))
    return tuple((SystemStatus(state), _spellings(rows)) for state, rows in data.items())


def _spellings(rows: dict[str, list[str]]) -> _Spellings:
    plain = {key: tuple(_plain(word) for word in words) for key, words in rows.items()}
    return _Spellings(frozenset(plain["exact"]), plain["start"], plain["contains"])
