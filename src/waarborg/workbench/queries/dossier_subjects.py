"""Which systems a dossier is about, on a day and now; and the dossiers that a system is a subject of."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils import timezone

from waarborg.workbench.models import Dossier, DossierSubject, System

STANDING = Q(withdrawn_on=None)
"""What was not taken back."""
_CHAMBERS = {"ek", "tk"}


def subjects_of(dossier: Dossier, on: dt.date) -> list[DossierSubject]:
    """What was named by a day, as known on it, whether taken back or not; by system."""
    rows = dossier.subjects.filter(date__lte=on).select_related("system__organisation", "party")
    known = [row for row in rows if timezone.localdate(row.recorded_at) <= on]
    return sorted((_as_known(row, on) for row in known), key=lambda row: (row.system.name, row.pk))


def dossiers_of(system: System) -> QuerySet[DossierSubject]:
    """Where a system stands as a subject, with the dossier."""
    found = system.dossier_subjects.filter(STANDING).select_related("dossier__body")
    return found.order_by("dossier__number", "pk")


def subjects_to_name(dossier: Dossier) -> QuerySet[System]:
    """The systems on the line of the dossier's body that are not named yet, by organisation."""
    named = dossier.subjects.filter(STANDING).values("system")
    found = System.objects.filter(_on_line(dossier)).exclude(pk__in=named).select_related("organisation")
    return found.distinct().order_by("organisation__name", "name", "pk")


def is_on_line(system: System, dossier: Dossier) -> bool:
    """Whether a system can be a subject: its organisation accounts to the dossier's body.

    The Chambers follow each other's; where it is not established to which body, any dossier may name it.
    """
    return System.objects.filter(_on_line(dossier), pk=system.pk).exists()


def _on_line(dossier: Dossier) -> Q:
    body = dossier.body
    own = Q(organisation__bodies=body) | Q(organisation__bodies=None)
    return own | Q(organisation__bodies__kind__in=_CHAMBERS) if body.kind in _CHAMBERS else own


def _as_known(row: DossierSubject, on: dt.date) -> DossierSubject:
    """The row without a withdrawal that was not there, or not recorded, by the day."""
    at = row.withdrawn_at
    if row.withdrawn_on and at and max(row.withdrawn_on, timezone.localdate(at)) > on:
        row.withdrawn_on, row.withdrawn_at, row.withdrawn_reason = None, None, ""
    return row
