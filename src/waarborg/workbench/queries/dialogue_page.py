"""How the dialogue is held: the plans as a reader may see them."""

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

from attrs import frozen
from django.db.models import Prefetch, Q, QuerySet

from waarborg.dialogue.plan import plan_state
from waarborg.values.dialogue import View
from waarborg.values.plan import ElementState, Move, MoveKind, Plan, PlanState
from waarborg.workbench.models import DialoguePlan, Dossier, Meeting, Party, PlanMove, Position, Question
from waarborg.workbench.queries.sight import seen_by
from waarborg.workbench.states import items

AnyOutcome = TypeVar("AnyOutcome", Position, Question)

_BRINGS = (MoveKind.PROPOSE.value, MoveKind.COUNTER.value)


@frozen(kw_only=True)
class ElementShown:
    """An element with its standing, the proposal that stands, and every move the reader may see."""

    name: str
    state: ElementState
    proposal: PlanMove
    waiting: tuple[str, ...]
    moves: tuple[PlanMove, ...]


@frozen(kw_only=True)
class PlanShown:
    """A plan as a reader may see it on a day."""

    row: DialoguePlan
    state: PlanState
    elements: tuple[ElementShown, ...]
    next_meeting: Meeting | None
    held: tuple[Meeting, ...]


def plans_for(reader: str) -> QuerySet[DialoguePlan]:
    """The plans that a reader may see, with the moves and meetings that he may see."""
    moves = PlanMove.objects.filter(seen_by(reader)).select_related("party").distinct()
    meetings = Meeting.objects.filter(seen_by(reader)).prefetch_related(
        "commitments",
        Prefetch("positions", _came_of_it(Position.objects.all(), reader)),
        Prefetch("questions", _came_of_it(Question.objects.all(), reader)),
    )
    return (
        DialoguePlan.objects.filter(seen_by(reader))
        .select_related("party", "other", "dossier")
        .prefetch_related(
            Prefetch("moves", moves.prefetch_related("named_parties")),
            Prefetch("meetings", meetings.distinct()),
        )
        .distinct()
    )


def _came_of_it(rows: QuerySet[AnyOutcome], reader: str) -> QuerySet[AnyOutcome]:
    return rows.filter(seen_by(reader)).select_related("party", "system").distinct()


def meetings_of(party: Party, on: dt.date) -> QuerySet[Meeting]:
    """The meetings, held by a day, of plans of which a party is a side, the last one first."""
    sides = Q(plan__party=party) | Q(plan__other=party)
    found = Meeting.objects.filter(seen_by(party.code), sides, on__lte=on).select_related("plan")
    return found.distinct().order_by("-on", "-pk")


def meetings_on(dossier: Dossier, reader: str) -> QuerySet[Meeting]:
    """The meetings of plans on a dossier that a reader may see, the last one first."""
    found = Meeting.objects.filter(seen_by(reader), plan__dossier=dossier)
    return found.select_related("plan").distinct().order_by("-on", "-pk")


def plan_shown(row: DialoguePlan, on: dt.date, reader: str) -> PlanShown:
    """One of them, as it stands on a day."""
    state = plan_state(value_of(row), View(on=on, reader=reader))
    meetings = tuple(row.meetings.all())
    return PlanShown(
        row=row,
        state=state,
        elements=tuple(sorted(_elements(row, state), key=lambda one: one.moves[0].date)),
        next_meeting=next((one for one in meetings if one.on >= on), None),
        held=tuple(one for one in meetings if one.on <= on),
    )


def value_of(row: DialoguePlan) -> Plan:
    """A plan as the pure function takes it. Needs ``moves`` with their parties loaded."""
    return Plan(
        sides=(row.party.code, row.other.code),
        moves=tuple(
            Move(
                date=move.date,
                recorded=items.day(move.recorded_at),
                visible_to=items.seen_by(move),
                element=move.element,
                by=move.party.code,
                kind=MoveKind(move.kind),
                version=move.version,
            )
            for move in row.moves.all()
        ),
    )


def standing_versions(row: DialoguePlan) -> dict[str, int]:
    """The elements of a plan with the version that stands; those that were taken back are left out."""
    state = plan_state(value_of(row), View(on=dt.date.max, reader=row.party.code))
    return {name: one.version for name, one in state.elements.items() if one.status != "withdrawn"}


def _elements(row: DialoguePlan, state: PlanState) -> Iterator[ElementShown]:
    sides = {party.code: party.name for party in (row.party, row.other)}
    for name, element in state.elements.items():
        moves = tuple(move for move in row.moves.all() if move.element == name)
        proposal = next(move for move in moves if move.kind in _BRINGS and move.version == element.version)
        waiting = tuple(sides[code] for code in element.waits_for)
        yield ElementShown(name=name, state=element, proposal=proposal, waiting=waiting, moves=moves)
