"""What a reader may see of entered items, as a condition of a query (DESIGN 5.2)."""

from django.db.models import Q

from waarborg.values.dialogue import PUBLIC
from waarborg.workbench.models.scope import NAMED, OWN


def seen_by(reader: str, prefix: str = "") -> Q:
    """Items that ``reader`` (a party's code, or ``PUBLIC``) may see; ``prefix`` leads to them from a row."""
    found = Q(**{f"{prefix}visibility": PUBLIC})
    if reader == PUBLIC:
        return found
    own = Q(**{f"{prefix}visibility__in": (OWN, NAMED), f"{prefix}party__code": reader})
    return found | own | Q(**{f"{prefix}visibility": NAMED, f"{prefix}named_parties__code": reader})
