"""The list of systems: search, filters, their counts, and the order of the list.

``chosen`` is what the reader chose, as in the address of the page: ``q``, the facets below, ``dossier`` for
the systems that are its subject, ``since`` a day with ``news`` of one kind, ``sort``. A value that does not
exist finds nothing; a sort that does not exist is the default one.
"""

import datetime as dt
from collections.abc import Mapping
from functools import reduce
from operator import or_

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from waarborg.values.assessment import ImpactLevel
from waarborg.workbench.folding import folded
from waarborg.workbench.models import DossierSubject, System
from waarborg.workbench.queries.dossier_subjects import STANDING
from waarborg.workbench.queries.news import news_filters

FACETS = {
    "impact": "impact",
    "body": "organisation__bodies__kind",
    "kind": "organisation__kind",
    "status": "status",
    "role": "role",
    "register": "register",
}
SORTS = {
    "impact": ("gravity", "name", "pk"),
    "name": ("name", "pk"),
    "organisation": ("organisation__name", "name", "pk"),
    "changed": ("-last_changed", "name", "pk"),
}
DEFAULT_SORT = "impact"
_GRAVITY = Case(
    When(impact=ImpactLevel.HIGH, then=Value(0)),
    When(impact=ImpactLevel.UNKNOWN, then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)


def systems_list(chosen: Mapping[str, str]) -> QuerySet[System]:
    """The systems that fit what was chosen, in the chosen order, with their organisation."""
    order = SORTS.get(chosen.get("sort", ""), SORTS[DEFAULT_SORT])
    found = _fitting(chosen, leave_out=None).annotate(gravity=_GRAVITY)
    return found.select_related("organisation").order_by(*order)


def facet_counts(chosen: Mapping[str, str]) -> dict[str, list[tuple[str, int]]]:
    """Per facet its values with how many systems each would leave, the other choices kept; most first."""
    return {facet: _counts(chosen, facet, column) for facet, column in FACETS.items()}


def news_counts(chosen: Mapping[str, str]) -> list[tuple[str, int]]:
    """Each kind of news since the chosen day with how many systems it would leave; nothing without a day."""
    day = day_of(chosen)
    if day is None:
        return []
    found = _fitting({**chosen, "news": ""}, leave_out=None)
    return [(kind.value, found.filter(kept).count()) for kind, kept in news_filters(day).items()]


def day_of(chosen: Mapping[str, str]) -> dt.date | None:
    """The day since which the reader asks what is new, or None."""
    try:
        return dt.date.fromisoformat(chosen.get("since", ""))
    except ValueError:
        return None


def _counts(chosen: Mapping[str, str], facet: str, column: str) -> list[tuple[str, int]]:
    rows = (
        _fitting(chosen, leave_out=facet)
        .order_by()
        .exclude(**{column: None})
        .values_list(column)
        .annotate(found=Count("pk", distinct=True))
        .order_by("-found", column)
    )
    return [(str(value), found) for value, found in rows]


def _fitting(chosen: Mapping[str, str], *, leave_out: str | None) -> QuerySet[System]:
    if any("\0" in value for value in chosen.values()):  # no text holds it, and PostgreSQL refuses to compare
        return System.objects.none()
    found = System.objects.all()
    for word in folded(chosen.get("q", "")).split():
        found = found.filter(search_text__contains=word)
    if chosen.get("since"):
        found = found.filter(_news(chosen))
    if chosen.get("dossier"):
        found = found.filter(pk__in=_subjects(chosen["dossier"]))
    for facet, column in FACETS.items():
        if facet != leave_out and chosen.get(facet):
            found = found.filter(_fits(facet, column, chosen[facet]))
    return found.distinct()


def _subjects(slug: str) -> QuerySet[DossierSubject, int]:
    """The systems that stand as a subject of a dossier."""
    return DossierSubject.objects.filter(STANDING, dossier__slug=slug).values_list("system", flat=True)


def _news(chosen: Mapping[str, str]) -> Q:
    """The systems with news since the chosen day, of the chosen kind or of any."""
    day, nothing = day_of(chosen), Q(pk__in=())
    kinds = {kind.value: kept for kind, kept in news_filters(day).items()} if day else {}
    if chosen.get("news"):
        return kinds.get(chosen["news"], nothing)
    return reduce(or_, kinds.values(), nothing)


def _fits(facet: str, column: str, value: str) -> Q:
    """A body is named by its kind, or as one council among many by its code."""
    found = Q(**{column: value})
    return found | Q(organisation__bodies__code=value) if facet == "body" else found
