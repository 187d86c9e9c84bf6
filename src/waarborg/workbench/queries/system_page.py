"""What a system's page shows to a reader: facts, the current assessment, the dialogue, the states."""

from typing import TypeVar

from attrs import frozen
from django.db.models import Manager, QuerySet

from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import (
    Assessment,
    Claim,
    EntryVersion,
    Evidence,
    Measure,
    Party,
    Position,
    Question,
    Review,
    StoredState,
    System,
)
from waarborg.workbench.queries.question_page import questions_for
from waarborg.workbench.queries.reviews import told_since
from waarborg.workbench.queries.sight import seen_by

AnyItem = TypeVar("AnyItem", Claim, Evidence, Measure, Position)


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
    measures: tuple[Measure, ...]
    reviews: tuple[Review, ...]
    told_since: int
    parties: dict[str, Party]


def system_record(system: System, reader: str = PUBLIC) -> SystemRecord:
    """Everything a reader may see of one system."""
    assessment = system.assessments.filter(is_current=True).select_related("version").first()
    states = _states(system, reader)
    return SystemRecord(
        system=system,
        version=assessment.version if assessment else system.versions.first(),
        assessment=assessment,
        states=states,
        claims=tuple(_on(Claim.objects, system, reader)),
        evidence=tuple(_on(Evidence.objects, system, reader)),
        questions=tuple(questions_for(reader).filter(system=system)),
        positions=tuple(_on(Position.objects, system, reader).select_related("commitment__dossier")),
        measures=tuple(_on(Measure.objects, system, reader)),
        reviews=tuple(system.reviews.select_related("party", "version")),
        told_since=told_since([system]).get(system.pk, 0),
        parties=_named(states),
    )


def _states(system: System, reader: str) -> dict[str, StoredState]:
    """The public's states, and in their place the reader's own where he sees more."""
    found = StoredState.objects.filter(system=system, reader__in=(PUBLIC, reader))
    return {state.safeguard: state for state in sorted(found, key=lambda state: state.reader != PUBLIC)}


def _on(items: Manager[AnyItem], system: System, reader: str) -> QuerySet[AnyItem]:
    return items.filter(seen_by(reader), system=system).select_related("party").distinct()


def shown_to(measures: tuple[Measure, ...], evidence: tuple[Evidence, ...]) -> dict[int, Evidence]:
    """By measure, the evidence that it is done, where the reader may see that too."""
    seen = {item.pk: item for item in evidence}
    return {one.pk: seen[one.shown_by_id] for one in measures if one.shown_by_id in seen}


def _named(states: dict[str, StoredState]) -> dict[str, Party]:
    codes = {code for state in states.values() for code in (*state.state["stances"], *state.state["lines"])}
    return {party.code: party for party in Party.objects.filter(code__in=codes)}
