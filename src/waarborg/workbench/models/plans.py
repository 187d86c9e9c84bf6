"""Dialogue plans: what two sides design together, move by move, and the meetings in which they meet."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from waarborg.values.plan import Form, MoveKind
from waarborg.workbench.models.choices import codes
from waarborg.workbench.models.dossiers import Dossier
from waarborg.workbench.models.parties import Party
from waarborg.workbench.models.scope import Entered


class DialoguePlan(Entered):
    """A plan of ``party``, who opened it, with ``other``. ``role_seen`` is the body's own, in its words."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="dialogue_plans")
    other = models.ForeignKey(Party, models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    role_seen = models.TextField(blank=True)

    class Meta:
        """Two sides, never one alone."""

        ordering = ("-date", "-pk")
        constraints = (
            CheckConstraint(
                condition=~Q(party=F("other")),
                name="plan_has_two_sides",
                violation_error_code="plan_with_oneself",
                violation_error_message="a plan with oneself",
            ),
        )

    def __str__(self) -> str:
        """What it is about."""
        return self.title


class PlanMove(Entered):
    """One move on an element: ``text`` and ``form`` of a proposal, ``version`` what it brings or accepts.

    ``not_before`` stands where its day is not known: it lies between that day and ``date``, by which it had
    been made.
    """

    plan = models.ForeignKey(DialoguePlan, models.PROTECT, related_name="moves")
    element = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=codes(MoveKind))
    version = models.PositiveIntegerField()
    form = models.CharField(max_length=22, choices=codes(Form), blank=True)
    text = models.TextField(blank=True)
    not_before = models.DateField(null=True, blank=True)

    class Meta:
        """A version is brought once; who accepts or withdraws it does so once."""

        ordering = ("plan", "pk")
        constraints = (
            UniqueConstraint(
                fields=("plan", "element", "version"),
                condition=Q(kind__in=("propose", "counter")),
                name="one_proposal_per_version",
                violation_error_code="plan_changed_meanwhile",
                violation_error_message="another was first",
            ),
            UniqueConstraint(
                fields=("plan", "element", "version", "kind", "party"),
                name="one_move_of_a_kind",
                violation_error_code="plan_changed_meanwhile",
                violation_error_message="done already",
            ),
        )

    def __str__(self) -> str:
        """What, on what."""
        return f"{self.kind} {self.element}"


class Meeting(Entered):
    """A meeting of a plan, planned or held ``on`` a day; ``text`` says what came of it."""

    plan = models.ForeignKey(DialoguePlan, models.PROTECT, related_name="meetings")
    on = models.DateField()
    form = models.CharField(max_length=22, choices=codes(Form))
    title = models.CharField(max_length=300)
    place = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        """The first to come first."""

        ordering = ("on", "pk")

    def __str__(self) -> str:
        """What, when."""
        return f"{self.title} {self.on}"
