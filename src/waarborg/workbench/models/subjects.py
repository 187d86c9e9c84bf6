"""Which systems a dossier is about: named by a party on a day, taken back with a reason, never erased."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from waarborg.workbench.models.dossiers import Dossier
from waarborg.workbench.models.scope import Entered
from waarborg.workbench.models.systems import System


class DossierSubject(Entered):
    """A system that ``party`` named as a subject of a dossier, with why in ``text``; public, as a dossier is.

    ``withdrawn_on`` is the day on which it was taken back, ``withdrawn_at`` the moment that was recorded.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="subjects")
    system = models.ForeignKey(System, models.PROTECT, related_name="dossier_subjects")
    text = models.TextField(blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta(Entered.Meta):
        """A system is named once while that stands; a withdrawal has its day, moment and reason."""

        ordering = ("date", "pk")
        constraints = (
            UniqueConstraint(
                fields=("dossier", "system"),
                condition=Q(withdrawn_on=None),
                name="one_standing_subject",
                violation_error_code="subject_named_already",
            ),
            CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_at=None, withdrawn_reason="")
                | (~Q(withdrawn_on=None) & ~Q(withdrawn_at=None) & ~Q(withdrawn_reason="")),
                name="subject_withdrawn_with_reason",
                violation_error_code="withdrawal_without_reason",
            ),
        )

    def __str__(self) -> str:
        """The system."""
        return str(self.system)
