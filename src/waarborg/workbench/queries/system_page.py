"""What a system's page shows to the public: facts, the current assessment, the dialogue, the states."""

from typing import TypeVar

from attrs import frozen
from django.db.models import Manager, Prefetch, QuerySet

from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import (
    Assessment,
    Claim,
    EntryVersion,
    Evidence,
    Party,
    Position,
    Question,
    QuestionStep,
    StoredState,
    System,
)

AnyItem = TypeVar("AnyItem", Claim, Evidence, Position)
_SHOWN = {"visibility": PUBLIC}


@frozen(kw_only=True)
class SystemRecord:
    """A system with its parts. ``assessment`` and ``version`` are None where the register gave no text."""

    system: System
    version: EntryVersion | None
    assessment: Assessment | None
    states: dict[str, StoredState]
    claims: tuple[Claim, ...]
    evidence: tuple[Evidence, ...]
    questions: tuple[Question, ...]
    positions: tuple[Position, ...]
    parties: dict[str, Party]


def system_record(system: System) -> SystemRecord:
    """Everything the public may see of one system."""
    assessment = system.assessments.filter(is_current=True).select_related("version").first()
    states = {state.safeguard: state for state in StoredState.objects.filter(system=system, reader=PUBLIC)}
    return SystemRecord(
        system=system,
        version=assessment.version if assessment else system.versions.first(),
        assessment=assessment,
        states=states,
        claims=tuple(_on(Claim.objects, system)),
        evidence=tuple(_on(Evidence.objects, system)),
        questions=tuple(public_questions().filter(system=system)),
        positions=tuple(_on(Position.objects, system)),
        parties=_named(states),
    )


def public_questions() -> QuerySet[Question]:
    """Questions that everyone may see, with their public steps, oldest first."""
    steps = Prefetch("steps", QuestionStep.objects.filter(**_SHOWN).select_related("party").order_by("date"))
    found = Question.objects.filter(**_SHOWN).select_related("party", "addressee", "system__organisation")
    return found.prefetch_related(steps)


def _on(items: Manager[AnyItem], system: System) -> QuerySet[AnyItem]:
    return items.filter(**_SHOWN, system=system).select_related("party")


def _named(states: dict[str, StoredState]) -> dict[str, Party]:
    codes = {code for state in states.values() for code in (*state.state["stances"], *state.state["lines"])}
    return {party.code: party for party in Party.objects.filter(code__in=codes)}
