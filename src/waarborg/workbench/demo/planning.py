"""Entering the plan of dossier CXLVII through the services that any party uses."""

import datetime as dt
from pathlib import Path

from attrs import frozen

from waarborg.sources.records import load_record
from waarborg.values.plan import MoveKind
from waarborg.workbench.demo.cast import dutch, languages
from waarborg.workbench.models import DialoguePlan, Dossier, Party, Person
from waarborg.workbench.models.scope import PUBLIC
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, actor_of
from waarborg.workbench.services.plans import accept, open_plan, propose

Pair = dict[str, str]


@frozen(kw_only=True)
class DemoMove:
    """A move; ``by`` is the code of a party of the cast. ``not_before`` where its day is not known."""

    element: Pair
    by: str
    kind: MoveKind
    version: int
    date: dt.date
    not_before: dt.date | None = None
    text: Pair | None = None


@frozen(kw_only=True)
class DemoPlan:
    """The file."""

    title: Pair
    dossier: str
    opened_by: str
    opened_on: dt.date
    other: str
    moves: tuple[DemoMove, ...]


def make_plan(now: dt.datetime) -> bool:
    """Enter the plan once; False when it stands in the record already."""
    told = load_record(Path(__file__).with_name("plan.yaml"), DemoPlan)
    dossier = Dossier.objects.get(number=told.dossier)
    if DialoguePlan.objects.filter(dossier=dossier, is_demo=True).exists():
        return False
    plan = open_plan(
        actor=_actor(told.opened_by, now),
        other=Party.objects.get(code=told.other),
        title=dutch(told.title),
        dossier=dossier,
        entering=_entering(told.opened_on, now, {"title": told.title}),
    )
    for move in told.moves:
        _move(plan, move, now)
    return True


def _move(plan: DialoguePlan, told: DemoMove, now: dt.datetime) -> None:
    actor, element = _actor(told.by, now), dutch(told.element)
    entering = _entering(told.date, now, {"element": told.element, "text": told.text or {}})
    if told.kind is MoveKind.ACCEPT:
        accept(actor=actor, plan=plan, element=element, entering=entering, version=told.version)
    else:
        propose(
            actor=actor,
            plan=plan,
            element=element,
            form=None,
            text=dutch(told.text),
            entering=entering,
            version=told.version - 1,
            not_before=told.not_before,
        )


def _actor(code: str, now: dt.datetime) -> Actor:
    return actor_of(Person.objects.get(username=f"demo-{code}"), on=now.date())


def _entering(day: dt.date, now: dt.datetime, texts: dict[str, Pair]) -> Entering:
    return Entering(date=day, now=now, visibility=PUBLIC, is_demo=True, translations=languages(**texts))
