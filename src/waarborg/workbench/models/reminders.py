"""What a party was reminded of, so that it is not told the same twice."""

from django.db import models
from django.db.models import UniqueConstraint

from waarborg.workbench.models.parties import Party


class Reminder(models.Model):
    """One reminder of one term. ``subject`` names what the term is of, ``last`` is its last day.

    ``moment`` is the day that the reminder stands for by the schedule. It is recorded before the mail goes
    out; ``handed_over_at`` is empty as long as it is not sure that the mail server took it. Addresses are
    not kept.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="reminders")
    subject = models.CharField(max_length=200)
    last = models.DateField()
    moment = models.DateField()
    recorded_at = models.DateTimeField()
    handed_over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Each reminder once."""

        ordering = ("party", "pk")
        constraints = (
            UniqueConstraint(fields=("party", "subject", "last", "moment"), name="one_reminder_a_moment"),
        )

    def __str__(self) -> str:
        """Of what, for which day."""
        return f"{self.subject} {self.last} ({self.moment})"
