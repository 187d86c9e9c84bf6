"""Putting a system to a body beforehand: who asked for it, what was put, and what the body did with it.

No rule orders a submission. It is off until a body has asked for a regime; terms and minority are borrowed
from the rules for delegated legislation, an analogy (see ``procedure/timeline/submission.py``).
"""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from waarborg.workbench.models.choices import code_list
from waarborg.workbench.models.dossiers import Dossier
from waarborg.workbench.models.parties import Party
from waarborg.workbench.models.scope import Entered
from waarborg.workbench.models.systems import System

FORMS = ("light", "heavy")
BY_BODY = ("remark", "question", "debate_requested", "law_requested", "extended", "fulfilled", "rejected")
"""What the body can do: the last two are outcomes (treated; it asks not to go live)."""
BY_GOVERNMENT = ("answered", "withdrawn", "went_live")


class RegimeChoice(Entered):
    """A body asks to be involved by a regime, from ``date`` until it ends it; ``party`` is the body's office.

    ``regime`` is the id of a built-in regime, or the body's own name for one; ``minority`` the members that a
    request needs where the regime says so.
    """

    regime = models.CharField(max_length=60)
    form = models.CharField(max_length=6, choices=code_list(FORMS), default="light")
    term_weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    minority = models.PositiveSmallIntegerField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        """One regime at a time; an end has its day and its moment."""

        ordering = ("party", "date", "pk")
        constraints = (
            UniqueConstraint(
                fields=("party",),
                condition=Q(ended_on=None),
                name="one_regime_at_a_time",
                violation_error_code="regime_chosen_already",
            ),
            CheckConstraint(
                condition=Q(ended_on=None, ended_at=None) | (~Q(ended_on=None) & ~Q(ended_at=None)),
                name="regime_ends_whole",
            ),
        )

    def __str__(self) -> str:
        """Which regime."""
        return self.regime


class Submission(Entered):
    """A planned or changed system put to a body; ``choice`` is the regime under which it asked for that."""

    system = models.ForeignKey(System, models.PROTECT, related_name="submissions")
    to = models.ForeignKey(Party, models.PROTECT, related_name="+")
    choice = models.ForeignKey(RegimeChoice, models.PROTECT, related_name="submissions")
    changed = models.BooleanField(default=False)
    recess_reason = models.TextField(blank=True)
    planned_live = models.DateField(null=True, blank=True)
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()

    class Meta:
        """A system is put to a body once a day."""

        ordering = ("-date", "pk")
        constraints = (
            UniqueConstraint(
                fields=("system", "to", "date"),
                name="one_submission_a_day",
                violation_error_code="submitted_already",
            ),
        )

    def __str__(self) -> str:
        """What, to whom."""
        return f"{self.system_id} -> {self.to_id}"


class SubmissionStep(Entered):
    """A step of a submission; ``members`` stood behind a request, empty where the body decided it."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20, choices=code_list((*BY_BODY, *BY_GOVERNMENT)))
    members = models.PositiveSmallIntegerField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    meeting = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        """Only an extension has a day until which; only a request has members."""

        ordering = ("submission", "date", "pk")
        constraints = (
            CheckConstraint(
                condition=Q(kind="extended", until__isnull=False) | (~Q(kind="extended") & Q(until=None)),
                name="extension_names_its_day",
                violation_error_code="extension_without_day",
            ),
            CheckConstraint(
                condition=Q(members=None) | Q(kind__in=("debate_requested", "law_requested")),
                name="members_of_a_request",
                violation_error_code="members_without_request",
            ),
        )

    def __str__(self) -> str:
        """What happened."""
        return self.kind
