"""The record of a safeguard as the dialogue sees it, and the state that follows from it.

Dates on items: ``date`` is the day the item is about, ``recorded`` the day it was entered (the same day
where not given). ``visible_to`` names the parties that may see an item; the party ``public`` stands for all.
"""

import datetime as dt
from collections.abc import Mapping
from enum import IntEnum, StrEnum

from attrs import field, frozen

PUBLIC = "public"


class Applicable(StrEnum):
    """Whether a safeguard applies to a system."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    CONTESTED = "contested"


class Grade(IntEnum):
    """The strength of evidence; ``none`` is no support at all."""

    NONE = 0
    DECLARED = 1
    DOCUMENTED = 2
    MEASURED = 3
    VERIFIED = 4

    @property
    def code(self) -> str:
        """The grade's name in data, such as ``documented``."""
        return self.name.lower()


class Stance(StrEnum):
    """What a party holds on a safeguard."""

    ADEQUATE = "adequate"
    CONDITIONAL = "conditional"
    INADEQUATE = "inadequate"
    UNDECIDED = "undecided"


class Scope(StrEnum):
    """What a position is about, from narrow to wide."""

    SYSTEM = "system"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    ALL = "all"

    @property
    def breadth(self) -> int:
        """How wide it is, 0 for the narrowest."""
        return tuple(Scope).index(self)


class Basis(StrEnum):
    """Whether a position is a decision of the body or the view of a member, fraction or committee."""

    DECISION = "decision"
    VIEW = "view"


class Says(StrEnum):
    """What a claim says of a safeguard."""

    PRESENT = "present"
    ABSENT = "absent"


class StepKind(StrEnum):
    """What can happen to a question after it was put."""

    ANSWER = "answer"
    POSTPONEMENT = "postponement"
    REFUSAL = "refusal"
    SATISFIED = "satisfied"
    NOTED = "noted"
    NOT_SATISFIED = "not_satisfied"
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True)
class Item:
    """What every item of the record has."""

    date: dt.date
    recorded: dt.date | None = None
    visible_to: frozenset[str] = frozenset({PUBLIC})


@frozen
class Dated:
    """Something that happened to an item: the day it is about and the day it was recorded."""

    date: dt.date
    recorded: dt.date | None = None


@frozen(kw_only=True)
class Claim(Item):
    """What a party on the government side says of a safeguard."""

    party: str
    says: Says
    scope: Scope = Scope.SYSTEM


@frozen(kw_only=True)
class Evidence(Item):
    """Something that supports or contradicts a safeguard; ``covers`` names norms, empty for all."""

    grade: Grade
    supports: bool = True
    covers: frozenset[str] = frozenset()
    valid_until: dt.date | None = None
    withdrawn: Dated | None = None


@frozen(kw_only=True)
class Step(Item):
    """One step of a question; ``until`` belongs to a postponement."""

    kind: StepKind
    until: dt.date | None = None


@frozen(kw_only=True)
class Question(Item):
    """A question on a safeguard, with its steps."""

    by: str
    steps: tuple[Step, ...] = ()


@frozen(kw_only=True)
class Position(Item):
    """Where a party stands; ``holder`` names the member, fraction or committee of a view."""

    party: str
    stance: Stance
    scope: Scope = Scope.SYSTEM
    basis: Basis = Basis.DECISION
    holder: str | None = None


@frozen(kw_only=True)
class Measure(Item):
    """An improvement under way on a safeguard."""

    due: dt.date | None = None
    done: Dated | None = None
    withdrawn: Dated | None = None


@frozen(kw_only=True)
class Change(Item):
    """A significant change of the system, after which older evidence is worth its declaration only."""


@frozen(kw_only=True)
class NewHolder(Item):
    """A new office-holder, or a new committee, for a party."""

    party: str


@frozen(kw_only=True)
class Record:
    """All that is known of one safeguard of one system. Order within a tuple has no meaning."""

    claimant: str
    bodies: tuple[str, ...]
    applicable: Applicable
    bar: Grade
    norms: tuple[str, ...] = ("one",)
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    measures: tuple[Measure, ...] = ()
    changes: tuple[Change, ...] = ()
    new_holders: tuple[NewHolder, ...] = ()


@frozen(kw_only=True)
class View:
    """The question put to a record: the state on ``on``, as known on ``known_on``, for ``reader``."""

    on: dt.date
    known_on: dt.date | None = None
    reader: str = PUBLIC


@frozen
class Attention:
    """What would settle a point, and the parties it waits for, where it waits for parties."""

    code: str
    parties: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The form used in data: ``position:ek,tk``."""
        return f"{self.code}:{','.join(self.parties)}" if self.parties else self.code


@frozen(kw_only=True)
class SafeguardState:
    """The state of a safeguard; DESIGN 4 gives the meaning of every part."""

    evidence: str
    best_grade: str
    covered: str
    contested: bool
    questions: str
    question_counts: Mapping[str, int] = field(factory=dict)
    lines: Mapping[str, str] = field(factory=dict)
    agreement: str
    stances: Mapping[str, str] = field(factory=dict)
    views: Mapping[str, str] = field(factory=dict)
    attention: tuple[Attention, ...] = ()
