"""Improvements under way, and significant changes of a system."""

from django.db import models
from django.db.models import CheckConstraint, Q

from waarborg.workbench.models.claims import Evidence
from waarborg.workbench.models.instruments import Instrument
from waarborg.workbench.models.scope import Entered, Scoped, names_its_subject
from waarborg.workbench.models.systems import System


class Measure(Scoped):
    """An improvement under way on a safeguard; ``party`` owns it. Done and withdrawn carry day and moment.

    ``shown_by`` is the evidence that it is done.
    """

    title = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)
    commitment = models.ForeignKey(Instrument, models.PROTECT, null=True, blank=True, related_name="measures")
    done_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    shown_by = models.ForeignKey(Evidence, models.PROTECT, null=True, blank=True, related_name="measures")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta(Scoped.Meta):
        """A measure ends once, and a day of ending has its moment."""

        ordering = ("date", "pk")
        constraints = (
            names_its_subject("measure_names_subject"),
            CheckConstraint(condition=Q(done_on=None) | Q(withdrawn_on=None), name="measure_ends_once"),
            CheckConstraint(
                condition=Q(done_on=None, done_at=None) | (~Q(done_on=None) & ~Q(done_at=None)),
                name="measure_done_has_its_moment",
            ),
            CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_at=None)
                | (~Q(withdrawn_on=None) & ~Q(withdrawn_at=None)),
                name="measure_withdrawn_has_its_moment",
            ),
        )

    def __str__(self) -> str:
        """The title."""
        return self.title


class Change(Entered):
    """A significant change of a system: older evidence is worth its declaration only."""

    system = models.ForeignKey(System, models.PROTECT, related_name="changes")
    text = models.TextField()
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        """In order of time."""

        ordering = ("system", "date", "pk")

    def __str__(self) -> str:
        """What changed."""
        return self.text
