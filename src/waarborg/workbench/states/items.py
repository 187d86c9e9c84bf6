"""Rows of the dialogue as the values that the pure function takes."""

import datetime as dt

from django.utils import timezone

from waarborg.values import dialogue as values
from waarborg.workbench import models
from waarborg.workbench.models.scope import NAMED, PUBLIC, Entered


def seen_by(row: Entered) -> frozenset[str]:
    """The codes of the parties that may see a row. Needs ``party`` and ``named_parties`` loaded."""
    if row.visibility == PUBLIC:
        return frozenset({values.PUBLIC})
    named = {party.code for party in row.named_parties.all()} if row.visibility == NAMED else set()
    return frozenset({row.party.code, *named})


def claim(row: models.Claim) -> values.Claim:
    """A claim."""
    return values.Claim(
        date=row.date,
        recorded=day(row.recorded_at),
        visible_to=seen_by(row),
        party=row.party.code,
        says=values.Says(row.says),
        scope=values.Scope(row.scope),
    )


def evidence(row: models.Evidence) -> values.Evidence:
    """Evidence, with its withdrawal where there is one."""
    return values.Evidence(
        date=row.date,
        recorded=day(row.recorded_at),
        visible_to=seen_by(row),
        grade=values.Grade[row.grade.upper()],
        supports=row.supports,
        covers=frozenset(row.covers),
        valid_until=row.valid_until,
        withdrawn=dated(row.withdrawn_on, row.withdrawn_at),
    )


def question(row: models.Question) -> values.Question:
    """A question with its steps. Needs ``steps`` loaded."""
    return values.Question(
        date=row.date,
        recorded=day(row.recorded_at),
        visible_to=seen_by(row),
        by=row.party.code,
        steps=tuple(step(item) for item in row.steps.all()),
    )


def step(row: models.QuestionStep) -> values.Step:
    """A step of a question."""
    return values.Step(
        date=row.date,
        recorded=day(row.recorded_at),
        visible_to=seen_by(row),
        kind=values.StepKind(row.kind),
        until=row.until,
    )


def position(row: models.Position) -> values.Position:
    """A position."""
    return values.Position(
        date=row.date,
        recorded=day(row.recorded_at),
        visible_to=seen_by(row),
        party=row.party.code,
        stance=values.Stance(row.stance),
        scope=values.Scope(row.scope),
        basis=values.Basis(row.basis),
        holder=row.holder or None,
    )


def measure(row: models.Measure) -> values.Measure:
    """A measure, with how it ended where it did."""
    return values.Measure(
        date=row.date,
        recorded=day(row.recorded_at),
        visible_to=seen_by(row),
        due=row.due,
        done=dated(row.done_on, row.done_at),
        withdrawn=dated(row.withdrawn_on, row.withdrawn_at),
    )


def change(row: models.Change) -> values.Change:
    """A significant change."""
    return values.Change(date=row.date, recorded=day(row.recorded_at), visible_to=seen_by(row))


def new_holder(row: models.OfficeHolder) -> values.NewHolder:
    """A new office-holder; offices are public."""
    return values.NewHolder(date=row.since, recorded=day(row.recorded_at), party=row.party.code)


def dated(on: dt.date | None, at: dt.datetime | None) -> values.Dated | None:
    """The day of something that ended an item, and the day it was recorded."""
    return values.Dated(on, day(at)) if on and at else None


def day(at: dt.datetime) -> dt.date:
    """The day of a moment, in the workbench's own time zone."""
    return timezone.localdate(at)
