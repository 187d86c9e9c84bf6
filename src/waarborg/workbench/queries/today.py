"""What asks attention today, as the public may know it."""

import datetime as dt
from collections.abc import Mapping

from attrs import frozen
from django.db.models import Count, QuerySet

from waarborg.procedure.timeline import Item, Watch
from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import CaseParty, Dossier, Instrument, StoredState, System
from waarborg.workbench.queries.case_of import timeline_of

WAITING = ("open", "not_satisfied", "refused", "postponed", "answered")
"""States of a question in which somebody still has to do something."""


LATE = ("overdue", "possibly_overdue", "partly_fulfilled")
"""Statuses in which lateness asks attention: something is still to come. What was answered late is watched."""


@frozen
class LateItem:
    """Something late, with its row and whoever answers for it now."""

    item: Item
    instrument: Instrument
    responsible: CaseParty | None


@frozen
class DossierToday:
    """What a dossier asks attention for on a day."""

    dossier: Dossier
    late: tuple[LateItem, ...]
    watch: tuple[Watch, ...]


def dossiers_today(on: dt.date) -> list[DossierToday]:
    """Every dossier with what is late in it and what asks to be watched."""
    return [_today(dossier, on) for dossier in Dossier.objects.select_related("body")]


def _today(dossier: Dossier, on: dt.date) -> DossierToday:
    found = timeline_of(dossier, on)
    instruments = {row.code: row for row in dossier.instruments.select_related("paper")}
    parties = {party.code: party for party in dossier.case_parties.all()}
    late = tuple(
        LateItem(item, instruments[item.id], parties.get(item.responsible or ""))
        for item in sorted(found.items, key=_gravest)
        if item.status in LATE and item.id in instruments and (item.days_late or "overdue" in item.status)
    )
    return DossierToday(dossier, late, found.watch)


def _gravest(item: Item) -> tuple[int, int]:
    return (LATE.index(item.status) if item.status in LATE else len(LATE), -(item.days_late or 0))


def systems_by_impact() -> Mapping[str, int]:
    """How many systems there are of each impact."""
    return dict(System.objects.order_by().values_list("impact").annotate(found=Count("pk")))


def waiting_questions() -> QuerySet[StoredState]:
    """Safeguards of systems on which a question waits for somebody, the gravest impact first."""
    found = StoredState.objects.filter(reader=PUBLIC, questions__in=WAITING)
    return found.select_related("system__organisation").order_by(
        "system__impact", "system__name", "safeguard"
    )
