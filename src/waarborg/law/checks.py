"""What a catalogue must hold beside the shape of its records; each refusal names file, line and reason."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from string import Formatter
from typing import Protocol

from waarborg.law.texts import Text
from waarborg.sources.records import line_of
from waarborg.values.finding import UnusableInput, Where

Steps = tuple[str | int, ...]
"""The place of a value in a file: keys and places in lists."""


class Dated(Protocol):
    """Whatever has a validity."""

    @property
    def valid_from(self) -> dt.date | None:
        """The first day it holds, None when not established."""

    @property
    def valid_until(self) -> dt.date | None:
        """The last day it holds, None when not established."""


def refuse(path: Path, steps: Steps, code: str, **params: object) -> UnusableInput:
    """The refusal of the value at ``steps`` in the file ``path``."""
    place = ".".join(str(step) for step in steps)
    return UnusableInput(code, Where(file=str(path), line=line_of(path, *steps), field=place), **params)


def unique(path: Path, ids: Iterable[tuple[Steps, str]]) -> None:
    """Refuse an id that stands twice.

    Raises:
        UnusableInput: ``law_duplicate_id``.
    """
    seen: set[str] = set()
    for steps, id_ in ids:
        if id_ in seen:
            raise refuse(path, steps, "law_duplicate_id", id=id_)
        seen.add(id_)


def known(path: Path, used: Iterable[tuple[Steps, str]], ids: Collection[str]) -> None:
    """Refuse an id that no catalogue holds, and name the one that looks most like it.

    Raises:
        UnusableInput: ``law_unknown_id``.
    """
    for steps, id_ in used:
        if id_ not in ids:
            near = get_close_matches(id_, sorted(ids), n=1)
            raise refuse(path, steps, "law_unknown_id", id=id_, near=near[0] if near else "-")


def in_order(path: Path, dated: Iterable[tuple[Steps, Dated]]) -> None:
    """Refuse a validity that ends before it begins.

    Raises:
        UnusableInput: ``law_dates_reversed``.
    """
    for steps, rule in dated:
        start, end = rule.valid_from, rule.valid_until
        if start is not None and end is not None and end < start:
            raise refuse(path, (*steps, "valid_until"), "law_dates_reversed", start=start, end=end)


def takes(path: Path, steps: Steps, text: Text, params: Collection[str]) -> None:
    """Refuse a sentence that does not take exactly ``params``, in either language.

    Raises:
        UnusableInput: ``law_wrong_params``.
    """
    for language, sentence in (("nl", text.nl), ("en", text.en)):
        if _params(sentence) != set(params):
            asked = ", ".join(f"{{{param}}}" for param in sorted(params))
            raise refuse(path, (*steps, language), "law_wrong_params", params=asked)


def _params(sentence: str) -> set[str] | None:
    """The params of a sentence, None when its braces do not match."""
    try:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:
        return None


def places(steps: Steps, values: Iterable[str]) -> Iterator[tuple[Steps, str]]:
    """Each value of a list with its place."""
    for index, value in enumerate(values):
        yield (*steps, index), value
