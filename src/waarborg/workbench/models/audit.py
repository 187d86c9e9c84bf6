"""The audit trail: one event a write, each chained to the one before it by its hash."""

from django.db import models


class AuditEvent(models.Model):
    """Who did what to which object, for which party, when. ``digest`` covers every column and ``previous``.

    ``payload_digest`` is the SHA-256 of what was written, so that a later change of it shows. Names, not
    foreign keys: the trail stays readable whatever happens to the rows it is about.
    """

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    party = models.CharField(max_length=120, blank=True)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=60)
    object_id = models.CharField(max_length=200)
    payload_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        """In the order of the chain."""

        ordering = ("number",)

    def __str__(self) -> str:
        """The event in short."""
        return f"{self.number} {self.verb} {self.kind} {self.object_id}"
