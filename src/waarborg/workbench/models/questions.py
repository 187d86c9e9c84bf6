"""Questions and their steps: answer, postponement, refusal, and what the asker says of them."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from waarborg.values.dialogue import StepKind
from waarborg.workbench.models.choices import codes
from waarborg.workbench.models.dossiers import Dossier
from waarborg.workbench.models.parties import Party
from waarborg.workbench.models.scope import Entered, Scoped


class Question(Scoped):
    """A question of a party to a party: on a safeguard, on a system (no safeguard), or on a dossier."""

    addressee = models.ForeignKey(Party, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="questions")
    safeguard = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    term = models.DateField(null=True, blank=True)
    proposed_from = models.CharField(max_length=60, blank=True)

    class Meta(Scoped.Meta):
        """A question is about a system or a dossier or wider; it names a subject."""

        ordering = ("date", "pk")
        constraints = (
            CheckConstraint(condition=Q(system=None) | Q(dossier=None), name="question_on_system_or_dossier"),
        )

    def __str__(self) -> str:
        """The question."""
        return self.text


class QuestionStep(Entered):
    """One step of a question, one a day. ``until`` belongs to a postponement, ``ground`` to a refusal.

    ``meeting`` names the meeting that decided, ``text`` what was answered or said.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=14, choices=codes(StepKind))
    text = models.TextField(blank=True)
    until = models.DateField(null=True, blank=True)
    ground = models.CharField(max_length=300, blank=True)
    meeting = models.CharField(max_length=300, blank=True)

    class Meta:
        """Two steps of one question on one day are refused at the door."""

        ordering = ("question", "date")
        constraints = (
            UniqueConstraint(
                fields=("question", "date"),
                name="one_step_a_day",
                violation_error_code="two_steps_one_day",
                violation_error_message="two steps on one day",
            ),
            CheckConstraint(
                condition=Q(until=None) | Q(kind="postponement"),
                name="until_is_of_postponement",
                violation_error_code="until_without_postponement",
            ),
            CheckConstraint(
                condition=~Q(kind="refusal") | ~Q(ground=""),
                name="refusal_names_its_ground",
                violation_error_code="refusal_without_ground",
            ),
        )

    def __str__(self) -> str:
        """What, when."""
        return f"{self.kind} {self.date}"
