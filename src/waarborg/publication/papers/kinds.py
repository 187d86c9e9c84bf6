"""The kinds of paper, as data."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record


@frozen(kw_only=True)
class Section:
    """A part of a paper: whether it has a heading, and whether it may stay empty."""

    id: str
    needed: bool = False
    heading: bool = True


@frozen(kw_only=True)
class Kind:
    """A kind of paper: its frame lines and parts in order; ``private`` lines stay in the house."""

    id: str
    fields: tuple[str, ...]
    sections: tuple[Section, ...]
    private: tuple[str, ...] = ()
    annexes: bool = False
    signed: bool = False


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds, by id."""
    found = load_record(Path(__file__).with_suffix(".yaml"), tuple[Kind, ...])
    return {kind.id: kind for kind in found}
