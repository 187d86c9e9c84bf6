"""Parties: offices, not persons; and the persons who act for them, one party at a time."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q, UniqueConstraint

from waarborg.workbench.models.choices import code_list
from waarborg.workbench.models.organisations import Body, Organisation

PARTY_KINDS = (
    "ministry",
    "agency",
    "decentral",
    "chamber",
    "committee",
    "council",
    "auditor",
    "supervisor",
    "association",
    "expert",
    "public",
)
GOVERNMENT_SIDE = ("ministry", "agency", "decentral")
"""The kinds of party that claims come from (DESIGN 4.1)."""


class Party(models.Model):
    """An office that takes part. ``code`` is the name that the dialogue's values know it by.

    ``organisation`` stands for a party on the government side, ``body`` for a Chamber, council or committee.
    ``address`` is where reminders go, besides those who act for it; ``quiet``: to nobody.
    """

    code = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=code_list(PARTY_KINDS), db_index=True)
    organisation = models.OneToOneField(
        Organisation, models.PROTECT, null=True, blank=True, related_name="party"
    )
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="parties")
    is_demo = models.BooleanField(default=False)
    address = models.EmailField(blank=True)
    quiet = models.BooleanField(default=False)

    class Meta:
        """Order."""

        ordering = ("code",)
        verbose_name_plural = "parties"

    def __str__(self) -> str:
        """The code."""
        return self.code


class Person(AbstractUser):
    """Someone who can log in; what he may do follows from the party he acts for.

    ``quiet``: no reminders to his address.
    """

    quiet = models.BooleanField(default=False)


class Membership(models.Model):
    """A person acts for a party in a role, from a day; ``until`` is empty as long as he does."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    party = models.ForeignKey(Party, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=40)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        """One party at a time."""

        ordering = ("person", "since")
        constraints = (
            UniqueConstraint(fields=("person",), condition=Q(until=None), name="one_party_at_a_time"),
        )

    def __str__(self) -> str:
        """Who, for whom, as what."""
        return f"{self.person_id} {self.party_id} {self.role}"


class OfficeHolder(models.Model):
    """Who holds an office, or which committee treats a matter, from a day: stances then need confirming."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="holders")
    name = models.CharField(max_length=200)
    since = models.DateField()
    recorded_at = models.DateTimeField()
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        """One holder a day."""

        ordering = ("party", "since")
        constraints = (
            UniqueConstraint(
                fields=("party", "since"),
                name="one_holder_a_day",
                violation_error_code="two_holders_one_day",
                violation_error_message="two holders on one day",
            ),
        )

    def __str__(self) -> str:
        """Who, since when."""
        return f"{self.name} {self.since}"
