"""What persons said of the assessment, and which of it stands."""

from collections.abc import Iterable

from django.db.models import Max

from waarborg.workbench.models import EntryVersion, Review, System


def told_since(systems: Iterable[System]) -> dict[int, int]:
    """By system, the number of the version since which its entry tells the same; absent for the first.

    A version of which only the form changed in which the register was collected tells nothing else.
    """
    changed = EntryVersion.objects.filter(system__in=list(systems)).exclude(changed_fields=[])
    return dict(changed.values_list("system").annotate(Max("number")).order_by())


def standing_reviews(systems: Iterable[System]) -> list[Review]:
    """The reviews of what the entries still tell, oldest first: of two on one answer the last stands."""
    rows = list(systems)
    since = told_since(rows)
    reviews = Review.objects.filter(system__in=rows).select_related("version").order_by("date", "pk")
    return [one for one in reviews if one.version.number >= since.get(one.system_id, 0)]
