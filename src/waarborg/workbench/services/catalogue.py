"""Adopting the installed rules: every system that other rules read is read anew."""

import datetime as dt
from collections.abc import Callable

from attrs import frozen
from django.db import transaction
from django.utils import timezone

from waarborg.assessment import rule_book
from waarborg.policy import Action
from waarborg.workbench.audit import digest_of, record_event
from waarborg.workbench.models import Assessment, System
from waarborg.workbench.queries.newer_catalogue import NewReading, new_readings
from waarborg.workbench.services.actor import Actor, permit
from waarborg.workbench.services.register_rows import Incoming, assessment_of, describe
from waarborg.workbench.services.reviews import apply_reviews
from waarborg.workbench.states.renewal import renew


@frozen
class Adopted:
    """How many systems were read anew, and how many of them have another answer for it."""

    catalogue: str
    read: int
    changed: int


@transaction.atomic
def adopt_catalogue(
    *, actor: Actor, now: dt.datetime, progress: Callable[[int], object] | None = None
) -> Adopted:
    """Read anew what other rules read. The old readings stay; what a person said of them stands.

    Raises:
        Refused: by the policy.
    """
    permit(actor, Action.ADOPT_CATALOGUE)
    today, read, changed = timezone.localdate(now), 0, []
    for new in new_readings(progress):
        _adopt(new, today)
        read += 1
        if new.changes:
            changed.append(new.system.slug)
    adopted = Adopted(rule_book().version, read, len(changed))
    if read:
        record_event(
            actor=actor.name,
            party=actor.code,
            verb=Action.ADOPT_CATALOGUE,
            kind="catalogue",
            object_id=adopted.catalogue,
            payload={"read": read, "changed": len(changed), "systems": digest_of(changed)},
            at=now,
        )
    return adopted


def _adopt(new: NewReading, today: dt.date) -> None:
    incoming = Incoming(new.entry, new.judged, new.system.organisation, today)
    Assessment.objects.filter(system=new.system, is_current=True).update(is_current=False)
    Assessment.objects.update_or_create(
        version=new.version,
        catalogue_version=new.judged.catalogue_version,
        defaults=_columns(assessment_of(new.system, new.version, incoming)),
    )
    system: System = describe(new.system, incoming)
    apply_reviews([system])
    system.save()
    renew([system], on=today)


def _columns(row: Assessment) -> dict[str, object]:
    names = ("system", "level", "result", "is_current", "assessed_on")
    return {name: getattr(row, name) for name in names}
