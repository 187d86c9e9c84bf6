"""The life cycles of what bodies ask and government promises: tables, typed."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import field, frozen

from waarborg.sources.records import load_record


@frozen(kw_only=True)
class Cycle:
    """One life cycle: act -> {``from``: statuses it is allowed in, ``to``: [the status it leads to]}."""

    moves: Mapping[str, Mapping[str, str | list[str]]]
    committee_only: tuple[str, ...] = ()

    def allowed(self, act: str, status: str) -> bool:
        """Whether ``act`` can happen in ``status``."""
        return act in self.moves and status in self.moves[act]["from"]

    def leads_to(self, act: str) -> str:
        """The status after ``act``."""
        return str(self.moves[act]["to"])


@frozen(kw_only=True)
class LapseTerm:
    """When a motion held over lapses, for motions held over between two days (None: no bound known)."""

    id: str
    chamber: str
    end: str
    weeks: int | None = None
    months: int | None = None
    held_from: dt.date | None = None
    held_until: dt.date | None = None


@frozen(kw_only=True)
class AnswerTerm:
    """A term for an answer that a rule gives."""

    id: str
    kind: str
    chamber: str
    days: int


@frozen(kw_only=True)
class SubmissionRule:
    """The heavy form of a submission."""

    minority: Mapping[str, int]
    outside_recess: float
    rules: tuple[str, ...]


@frozen(kw_only=True)
class Lifecycles:
    """The file ``lifecycles.yaml``."""

    version: str
    kinds: Mapping[str, list[str]]
    words: Mapping[str, list[str]]
    cycles: Mapping[str, Cycle]
    lapse: tuple[LapseTerm, ...]
    answer_terms: tuple[AnswerTerm, ...]
    submission: SubmissionRule
    by_word: Mapping[str, str] = field(factory=dict)

    def kind(self, word: str) -> str | None:
        """The kind that a record calls ``word``."""
        return next((kind for kind, words in self.kinds.items() if word.lower() in words), None)

    def act(self, word: str) -> str | None:
        """The act that a record calls ``word``."""
        return next((act for act, words in self.words.items() if word.lower() in words), None)


@cache
def lifecycles() -> Lifecycles:
    """The life cycles, read once."""
    return load_record(Path(__file__).with_suffix(".yaml"), Lifecycles)
