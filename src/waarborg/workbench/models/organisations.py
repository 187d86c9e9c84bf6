"""Organisations that use systems, and the representative bodies they account to."""

from django.db import models
from django.db.models import UniqueConstraint


class Body(models.Model):
    """A representative body: a Chamber, or the council, states or general board of one organisation.

    ``kind`` is an id of the catalogue of bodies; ``organisation_name`` is empty for the two Chambers.
    """

    code = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=40, db_index=True)
    organisation_name = models.CharField(max_length=300, blank=True)

    class Meta:
        """Order."""

        ordering = ("code",)

    def __str__(self) -> str:
        """The code."""
        return self.code


class Organisation(models.Model):
    """An organisation as registers name it. ``kind`` is an id of the accountability lines.

    ``claimant`` is the party that answers for its systems: its own, or the ministry above it.
    """

    code = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=300, unique=True)
    kind = models.CharField(max_length=40, db_index=True)
    identifier = models.CharField(max_length=120, blank=True)
    sector = models.CharField(max_length=80, blank=True, db_index=True)
    claimant = models.ForeignKey(
        "workbench.Party", models.PROTECT, null=True, blank=True, related_name="claimant_for"
    )
    bodies = models.ManyToManyField(Body, through="Accountability", related_name="organisations")

    class Meta:
        """Order."""

        ordering = ("name",)

    def __str__(self) -> str:
        """The name."""
        return self.name


class Accountability(models.Model):
    """The line from one organisation to one body, and how sure it is (DESIGN 1, accountability lines)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="accountability")
    body = models.ForeignKey(Body, models.PROTECT, related_name="accountability")
    certainty = models.CharField(max_length=40, blank=True)

    class Meta:
        """One line between two ends."""

        ordering = ("organisation", "body")
        constraints = (UniqueConstraint(fields=("organisation", "body"), name="one_line_per_body"),)

    def __str__(self) -> str:
        """Both ends."""
        return f"{self.organisation_id} -> {self.body_id}"
