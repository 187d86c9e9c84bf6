"""The illustrated dialogue: items as the parties could have entered them. Only the evidence is real."""

import datetime as dt
from functools import cache
from pathlib import Path

from attrs import field, frozen

from waarborg.sources.records import load_record
from waarborg.values.dialogue import Basis, Grade, Says, Scope, Stance, StepKind

Pair = dict[str, str]


@frozen(kw_only=True)
class DemoParty:
    """A party of the illustration. ``organisation`` is its name in the register where that differs."""

    code: str
    kind: str
    name: str
    organisation: str | None = None


@frozen(kw_only=True)
class Item:
    """What every item of the file has."""

    date: dt.date
    party: str
    visible_to: tuple[str, ...]
    text: Pair = field(factory=dict)


@frozen(kw_only=True)
class DemoClaim(Item):
    """A claim."""

    id: str
    says: Says


@frozen(kw_only=True)
class DemoEvidence(Item):
    """Evidence; ``real`` where it was published and read, not made up."""

    id: str
    kind: str
    title: Pair
    grade: Grade
    source: str
    source_url: str
    real: bool = False
    supports: bool = True
    covers: tuple[str, ...] = ()
    date_note: Pair | None = None


@frozen(kw_only=True)
class DemoStep(Item):
    """A step of a question."""

    kind: StepKind
    until: dt.date | None = None
    ground: str = ""


@frozen(kw_only=True)
class DemoQuestion:
    """A question with its steps."""

    id: str
    by: str
    to: str
    date: dt.date
    visible_to: tuple[str, ...]
    text: Pair
    term: dt.date | None = None
    steps: tuple[DemoStep, ...] = ()


@frozen(kw_only=True)
class DemoPosition(Item):
    """A position."""

    id: str
    stance: Stance
    basis: Basis = Basis.DECISION
    scope: Scope = Scope.SYSTEM
    condition: Pair = field(factory=dict)


@frozen(kw_only=True)
class DemoSafeguard:
    """All items on one safeguard."""

    safeguard: str
    claimant: str
    bodies: tuple[str, ...]
    applicable: str
    claims: tuple[DemoClaim, ...] = ()
    evidence: tuple[DemoEvidence, ...] = ()
    questions: tuple[DemoQuestion, ...] = ()
    positions: tuple[DemoPosition, ...] = ()


@frozen(kw_only=True)
class DemoDialogue:
    """The file ``dialogue.yaml``, on one system of the demo register."""

    schema: str
    illustration: bool
    notice: Pair
    system: str
    parties: tuple[DemoParty, ...]
    safeguards: tuple[DemoSafeguard, ...]


@cache
def demo_dialogue() -> DemoDialogue:
    """The dialogue that comes with the package."""
    return load_record(Path(__file__).with_name("dialogue.yaml"), DemoDialogue)
