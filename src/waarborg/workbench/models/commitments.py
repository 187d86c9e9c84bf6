"""Commitments and promises as computed for a day, stored for lists; tests hold them equal to the timeline."""

from django.db import models
from django.db.models import Index, UniqueConstraint

from waarborg.workbench.models.dossiers import Dossier


class StoredCommitment(models.Model):
    """Where one commitment or promise stands on the day that its dossier was computed for (``computed_on``).

    ``body`` and ``office`` are to whom it was made and who answers for it on that day, ``over`` whether
    nothing is awaited any more. ``first`` and ``last`` are the first and the last day on which its term can
    end, as far as known; ``item`` is the timeline's own item.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="stored_commitments")
    code = models.CharField(max_length=80)
    body = models.CharField(max_length=120)
    office = models.CharField(max_length=300)
    over = models.BooleanField()
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    item = models.JSONField()

    class Meta:
        """One row a commitment; read by body and office."""

        constraints = (UniqueConstraint(fields=("dossier", "code"), name="one_stored_commitment"),)
        indexes = (Index(fields=("body", "over", "office"), name="commitment_by_office"),)

    def __str__(self) -> str:
        """Which."""
        return f"{self.dossier_id} {self.code}"
