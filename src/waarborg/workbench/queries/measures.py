"""The measures of a system as a party may see and end them, and what can show that one is done."""

from django.db.models import QuerySet

from waarborg.workbench.models import Evidence, Measure, Party, System
from waarborg.workbench.queries.sight import seen_by


def running_measures(system: System, party: Party | None) -> QuerySet[Measure]:
    """A party's own measures on a system that have not ended."""
    return Measure.objects.filter(system=system, party=party, done_on=None, withdrawn_on=None)


def evidence_on(system: System, reader: str) -> QuerySet[Evidence]:
    """The live evidence on a system that a reader may see."""
    found = Evidence.objects.filter(seen_by(reader), system=system, withdrawn_on=None)
    return found.distinct().order_by("safeguard", "date", "pk")
