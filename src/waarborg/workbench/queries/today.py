"""What asks attention today, as the public may know it."""

from collections.abc import Mapping

from django.db.models import Count, QuerySet

from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models import Dossier, StoredState, System

WAITING = ("open", "not_satisfied", "refused", "postponed", "answered")
"""States of a question in which somebody still has to do something."""


def systems_by_impact() -> Mapping[str, int]:
    """How many systems there are of each impact."""
    return dict(System.objects.order_by().values_list("impact").annotate(found=Count("pk")))


def waiting_questions() -> QuerySet[StoredState]:
    """Safeguards of systems on which a question waits for somebody, the gravest impact first."""
    found = StoredState.objects.filter(reader=PUBLIC, questions__in=WAITING)
    return found.select_related("system__organisation").order_by(
        "system__impact", "system__name", "safeguard"
    )


def dossiers_with_gaps() -> list[Dossier]:
    """Dossiers whose makers name what they did not find."""
    return [dossier for dossier in Dossier.objects.select_related("body") if dossier.open_questions]
