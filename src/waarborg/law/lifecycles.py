"""The life cycles of what bodies ask and government promises: tables, typed."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record


@frozen(kw_only=True)
class Cycle:
    """One life cycle: act -> {``from``: statuses it is allowed in, ``to``: the status it leads to}.

    ``committee_only`` are acts that the committee of the Eerste Kamer alone can do, ``beside`` acts that
    happen beside the life without changing it.
    """

    moves: Mapping[str, Mapping[str, str | list[str]]]
    committee_only: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

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
    """A term for an answer that a rule gives, in days.

    ``listed_after`` is the number of days after which the Chamber lists what has not been answered.
    """

    id: str
    kind: str
    chamber: str
    days: int
    listed_after: int | None = None


@frozen(kw_only=True)
class SittingConvention:
    """How we read that a body has sat where its sitting days are not known; a convention of ours."""

    id: str
    days_outside_recess: int
    why: str


@frozen(kw_only=True)
class SubmissionForm:
    """A form of submission: what a body can ask for in it, and what a minority of its members can.

    ``words`` are the ways records name it, ``rule`` the rule whose term it borrows.
    """

    words: tuple[str, ...]
    requests: tuple[str, ...]
    minority: tuple[str, ...]
    rule: str


@frozen(kw_only=True)
class BorrowedTerm:
    """A term by analogy: so many units, where the file gives none."""

    count: int
    unit: str


@frozen(kw_only=True)
class SubmissionRule:
    """What holds for submissions: forms, the members a request needs, the share outside recess.

    ``minority`` is the number by body, ``share`` the part of the ``seats`` it comes from.
    """

    forms: Mapping[str, SubmissionForm]
    analogy: BorrowedTerm
    minority: Mapping[str, int]
    seats: Mapping[str, int]
    share: float
    outside_recess: float
    rules: tuple[str, ...]

    def form(self, word: str | None) -> SubmissionForm:
        """The form a record calls ``word``; the light one where it says nothing or nothing known."""
        named = (form for form in self.forms.values() if (word or "").lower() in form.words)
        return next(named, self.forms["light"])

    def knows(self, word: str) -> bool:
        """Whether ``word`` names a form."""
        return any(word.lower() in form.words for form in self.forms.values())


@frozen(kw_only=True)
class Lifecycles:
    """The file ``lifecycles.yaml``."""

    version: str
    kinds: Mapping[str, list[str]]
    chambers: Mapping[str, list[str]]
    words: Mapping[str, list[str]]
    cycles: Mapping[str, Cycle]
    lapse: tuple[LapseTerm, ...]
    answer_terms: tuple[AnswerTerm, ...]
    submission: SubmissionRule
    sitting_convention: SittingConvention

    def kind(self, word: str) -> str | None:
        """The kind that a record calls ``word``."""
        return next((kind for kind, words in self.kinds.items() if word.lower() in words), None)

    def chamber(self, word: str) -> str | None:
        """The code of the body that a record calls ``word``."""
        return next((code for code, words in self.chambers.items() if word.lower() in words), None)

    def act(self, word: str) -> str | None:
        """The act that a record calls ``word``."""
        return next((act for act, words in self.words.items() if word.lower() in words), None)


@cache
def lifecycles() -> Lifecycles:
    """The life cycles, read once."""
    return load_record(Path(__file__).with_suffix(".yaml"), Lifecycles)
