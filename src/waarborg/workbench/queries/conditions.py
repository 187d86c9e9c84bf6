"""What was promised that a condition or a measure can name."""

from django.db.models import QuerySet

from waarborg.workbench.models import Instrument, Organisation

PROMISED = ("commitment", "promise")


def commitments_for(organisation: Organisation | None) -> QuerySet[Instrument]:
    """Commitments and promises to the bodies that an organisation accounts to; to any body without one."""
    found = Instrument.objects.filter(kind__in=PROMISED).select_related("dossier")
    if organisation is None:
        return found
    return found.filter(dossier__body__in=organisation.bodies.all())
