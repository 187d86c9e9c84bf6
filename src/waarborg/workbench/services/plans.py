"""Dialogue plans: opened by one side, designed by both, with the meetings that come of them."""

import datetime as dt

from attrs import evolve
from django.db import transaction

from waarborg.dialogue.plan import plan_clashes
from waarborg.policy import Action
from waarborg.values.plan import Form, Move, MoveKind
from waarborg.workbench.models import DialoguePlan, Dossier, Meeting, Party, PlanMove
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.queries.dialogue_page import value_of
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.entering import enter, save, tell
from waarborg.workbench.services.refusal import Refused


@transaction.atomic
def open_plan(
    *, actor: Actor, other: Party, title: str, entering: Entering, dossier: Dossier | None = None
) -> DialoguePlan:
    """Open a plan with another party: one side is a body, the other the government side.

    Raises:
        Refused: by the policy; a plan with oneself, or between two of the same side.
    """
    permit(actor, Action.OPEN_PLAN)
    if (actor.office().kind in GOVERNMENT_SIDE) == (other.kind in GOVERNMENT_SIDE):
        raise Refused("plan_of_one_side", party=other.name)
    row = DialoguePlan(**entering.columns(actor), other=other, title=title, dossier=dossier)
    enter(row, entering=entering, actor=actor, verb=Action.OPEN_PLAN)
    return row


@transaction.atomic
def propose(  # noqa: PLR0913  what a proposal says of itself
    *,
    actor: Actor,
    plan: DialoguePlan,
    element: str,
    form: Form | None,
    text: str,
    entering: Entering,
    version: int,
    not_before: dt.date | None = None,
) -> PlanMove:
    """Bring a proposal for an element, or a counter-proposal to the ``version`` that was read (0: a new one).

    ``not_before`` where the day is not known: the day of ``entering`` is then the last that it can be.

    Raises:
        Refused: by the policy; an outsider; an element that another version of stands by now.
    """
    row = _locked(actor, plan)
    latest = _latest(row, element)
    if latest != version:
        raise Refused("plan_changed_meanwhile")
    mine = version and _author(row, element, version) == actor.office()
    kind = MoveKind.PROPOSE if not version or mine else MoveKind.COUNTER
    return _move(
        actor,
        row,
        PlanMove(
            element=element,
            kind=kind,
            version=version + 1,
            form=form or "",
            text=text,
            not_before=not_before,
        ),
        entering,
    )


@transaction.atomic
def accept(*, actor: Actor, plan: DialoguePlan, element: str, entering: Entering, version: int) -> PlanMove:
    """Accept the version of an element that was read.

    Raises:
        Refused: by the policy; an outsider; one's own version; another version that stands by now.
    """
    return _on_latest(actor, plan, element, MoveKind.ACCEPT, entering, version)


@transaction.atomic
def withdraw(*, actor: Actor, plan: DialoguePlan, element: str, entering: Entering, version: int) -> PlanMove:
    """Take back one's own version of an element.

    Raises:
        Refused: by the policy; an outsider; a version of the other side; another version that stands by now.
    """
    return _on_latest(actor, plan, element, MoveKind.WITHDRAW, entering, version)


@transaction.atomic
def tell_role(*, actor: Actor, plan: DialoguePlan, text: str, entering: Entering) -> DialoguePlan:
    """The role that the body sees for itself, in its own words.

    Raises:
        Refused: by the policy; an outsider; for the government side, whose role it is not.
    """
    row = _locked(actor, plan)
    if actor.office().kind in GOVERNMENT_SIDE:
        raise Refused("plan_role_of_body", party=actor.code)
    row.role_seen = text
    tell(save(row), actor=actor, verb="tell_role", at=entering)
    return row


@transaction.atomic
def plan_meeting(  # noqa: PLR0913  what a meeting says of itself
    *,
    actor: Actor,
    plan: DialoguePlan,
    entering: Entering,
    on: dt.date,
    form: Form,
    title: str,
    place: str = "",
    text: str = "",
) -> Meeting:
    """Put a meeting in the plan, to come or held; ``text`` says what came of it.

    Raises:
        Refused: by the policy; an outsider.
    """
    row = _locked(actor, plan)
    made = Meeting(**entering.columns(actor), plan=row, on=on, form=form, title=title, place=place, text=text)
    enter(made, entering=entering, actor=actor, verb="plan_meeting")
    return made


def _on_latest(
    actor: Actor, plan: DialoguePlan, element: str, kind: MoveKind, entering: Entering, version: int
) -> PlanMove:
    row = _locked(actor, plan)
    if _latest(row, element) != version:
        raise Refused("plan_changed_meanwhile")
    return _move(actor, row, PlanMove(element=element, kind=kind, version=version), entering)


def _locked(actor: Actor, plan: DialoguePlan) -> DialoguePlan:
    row = (
        DialoguePlan.objects.select_for_update(of=("self",)).select_related("party", "other").get(pk=plan.pk)
    )
    permit(actor, Action.MOVE_IN_PLAN)
    if actor.office() not in {row.party, row.other}:
        raise Refused("not_own_item", party=actor.code)
    return row


def _move(actor: Actor, plan: DialoguePlan, move: PlanMove, entering: Entering) -> PlanMove:
    """Enter a move that the pure plan would hold."""
    told = value_of(plan)
    new = Move(
        date=entering.date,
        element=move.element,
        by=actor.code,
        kind=MoveKind(move.kind),
        version=move.version,
    )
    if clashes := plan_clashes(evolve(told, moves=(*told.moves, new))):
        raise Refused(clashes[0].code, **clashes[0].params)
    for column, value in {**entering.columns(actor), "plan": plan}.items():
        setattr(move, column, value)
    enter(move, entering=entering, actor=actor, verb=f"{move.kind}_element")
    return move


def _latest(plan: DialoguePlan, element: str) -> int:
    """The number of the version that stands, 0 for none."""
    brought = plan.moves.filter(element=element, kind__in=(MoveKind.PROPOSE, MoveKind.COUNTER))
    last = brought.order_by("-version").first()
    return last.version if last else 0


def _author(plan: DialoguePlan, element: str, version: int) -> Party:
    kinds = (MoveKind.PROPOSE, MoveKind.COUNTER)
    return plan.moves.select_related("party").get(element=element, version=version, kind__in=kinds).party
