"""A dialogue plan: the elements that two sides design together, and the moves each makes on them.

A proposal or a counter-proposal is a numbered version of an element; an acceptance names the version it
accepts. The number, not the order of arrival, says what stands.
"""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from waarborg.values.dialogue import Item


class Form(StrEnum):
    """How an element of the dialogue is held."""

    TECHNICAL_BRIEFING = "technical_briefing"
    EXPERT_MEETING = "expert_meeting"
    ROUND_TABLE = "round_table"
    WRITTEN_CONSULTATION = "written_consultation"
    WORKING_VISIT = "working_visit"
    JOINT_SESSION = "joint_session"


class MoveKind(StrEnum):
    """What a side can do with an element."""

    PROPOSE = "propose"
    COUNTER = "counter"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"


@frozen(kw_only=True)
class Move(Item):
    """One move of a side on an element; ``version`` is what it brings, accepts or takes back."""

    element: str
    by: str
    kind: MoveKind
    version: int


@frozen(kw_only=True)
class Plan:
    """All moves on a plan between two sides. Order within ``moves`` has no meaning."""

    sides: tuple[str, str]
    moves: tuple[Move, ...] = ()


@frozen(kw_only=True)
class ElementState:
    """Where an element stands: ``proposed``, ``countered``, ``agreed``, ``withdrawn``; whom it waits for."""

    status: str
    version: int
    by: str
    waits_for: tuple[str, ...] = ()


@frozen(kw_only=True)
class PlanState:
    """Where a plan stands: ``empty``, ``in_design`` or ``agreed``; and each of its elements."""

    status: str
    elements: Mapping[str, ElementState] = field(factory=dict)
