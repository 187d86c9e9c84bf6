"""What the government side says of a safeguard, and the evidence for and against it."""

from django.db import models
from django.db.models import CheckConstraint, Q

from waarborg.values.dialogue import Grade, Says
from waarborg.workbench.models.choices import codes
from waarborg.workbench.models.scope import Scoped, names_its_subject, once_a_day

EVIDENCE_GRADES = [grade for grade in codes(Grade) if grade[0] != Grade.NONE.code]


class Claim(Scoped):
    """A claim that a safeguard is there or not, with its reason; one a day per party and subject."""

    says = models.CharField(max_length=10, choices=codes(Says))
    text = models.TextField(blank=True)

    class Meta(Scoped.Meta):
        """Two claims of a party on one day are refused at the door."""

        ordering = ("date", "pk")
        constraints = (
            names_its_subject("claim_names_subject"),
            *once_a_day("one_claim_a_day", "party", code="two_claims_one_day"),
        )

    def __str__(self) -> str:
        """What it says, of what."""
        return f"{self.safeguard} {self.says}"


class Evidence(Scoped):
    """Something that supports or contradicts a safeguard; withdrawn with a reason, never erased.

    ``covers`` holds norm ids, empty for all norms. ``withdrawn_on`` is the day of the withdrawal,
    ``withdrawn_at`` the moment it was recorded. ``figures`` holds the indicators of a measurement.
    """

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=500)
    grade = models.CharField(max_length=12, choices=EVIDENCE_GRADES)
    supports = models.BooleanField(default=True)
    covers = models.JSONField(default=list, blank=True)
    text = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    figures = models.JSONField(default=list, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta(Scoped.Meta):
        """A withdrawal has its day, its moment and its reason, or is none."""

        ordering = ("date", "pk")
        verbose_name_plural = "evidence"
        constraints = (
            names_its_subject("evidence_names_subject"),
            CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_at=None, withdrawn_reason="")
                | (~Q(withdrawn_on=None) & ~Q(withdrawn_at=None) & ~Q(withdrawn_reason="")),
                name="evidence_withdrawn_with_reason",
                violation_error_code="withdrawal_without_reason",
            ),
        )

    def __str__(self) -> str:
        """The title."""
        return self.title
