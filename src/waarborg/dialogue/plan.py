"""Where a dialogue plan stands (DESIGN 10, page Dialoog): agreed when both sides stand behind every element.

Pure: from the moves and a view to a state. A move that the reader may not see changes nothing of what he
gets. A later version undoes what was accepted before it; a version taken back leaves the element withdrawn.
"""

from collections import Counter
from collections.abc import Iterator

from waarborg.dialogue.sight import counted
from waarborg.values.dialogue import View
from waarborg.values.finding import Finding, Severity
from waarborg.values.plan import ElementState, Move, MoveKind, Plan, PlanState

_BRINGS = frozenset({MoveKind.PROPOSE, MoveKind.COUNTER})


def plan_state(plan: Plan, view: View) -> PlanState:
    """The state of a plan on a day, as known on a day, for a reader."""
    moves = counted(plan.moves, view)
    names = sorted({move.element for move in moves if move.kind in _BRINGS})
    elements = {name: _element(plan, [move for move in moves if move.element == name]) for name in names}
    statuses = {element.status for element in elements.values()} - {"withdrawn"}
    if not statuses:
        return PlanState(status="empty", elements=elements)
    return PlanState(status="agreed" if statuses == {"agreed"} else "in_design", elements=elements)


def _element(plan: Plan, moves: list[Move]) -> ElementState:
    latest = max((move for move in moves if move.kind in _BRINGS), key=lambda move: move.version)
    of_latest = [move for move in moves if move.version == latest.version]
    if any(move.kind is MoveKind.WITHDRAW for move in of_latest):
        return ElementState(status="withdrawn", version=latest.version, by=latest.by)
    behind = {latest.by} | {move.by for move in of_latest if move.kind is MoveKind.ACCEPT}
    waits = tuple(side for side in plan.sides if side not in behind)
    open_as = "countered" if latest.kind is MoveKind.COUNTER else "proposed"
    return ElementState(
        status=open_as if waits else "agreed", version=latest.version, by=latest.by, waits_for=waits
    )


def plan_clashes(plan: Plan) -> tuple[Finding, ...]:
    """Moves that a plan refuses at the door, so that the order in which they come never matters."""
    return tuple(_clashes(plan))


def _clashes(plan: Plan) -> Iterator[Finding]:
    brought = {(move.element, move.version): move.by for move in plan.moves if move.kind in _BRINGS}
    counts = Counter((move.element, move.version) for move in plan.moves if move.kind in _BRINGS)
    for (element, version), count in counts.items():
        if count > 1:
            yield _clash("plan_version_twice", element=element, version=version)
    for move in plan.moves:
        author = brought.get((move.element, move.version))
        if move.by not in plan.sides:
            yield _clash("plan_move_of_outsider", element=move.element, party=move.by)
        elif author is None:
            yield _clash("plan_version_unknown", element=move.element, version=move.version)
        elif move.kind is MoveKind.ACCEPT and author == move.by:
            yield _clash("plan_own_version_accepted", element=move.element, party=move.by)
        elif move.kind is MoveKind.WITHDRAW and author != move.by:
            yield _clash("plan_version_of_other_side", element=move.element, party=move.by)


def _clash(code: str, **params: object) -> Finding:
    return Finding(code, params, severity=Severity.ERROR)
