"""Questions and their steps: answer, postponement, refusal, and what the asker says of them."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from waarborg.values.dialogue import StepKind
from waarborg.workbench.models.choices import code_list, codes
from waarborg.workbench.models.dossiers import Dossier
from waarborg.workbench.models.parties import Party
from waarborg.workbench.models.plans import Meeting
from waarborg.workbench.models.scope import Entered, Scoped


class Question(Scoped):
    """A question of a party to a party: on a safeguard, on a system (no safeguard), or on a dossier.

    ``party`` and ``addressee`` are those it stands between today; its transfers say between whom it stood
    before. ``met_in`` is the meeting that it came out of.
    """

    addressee = models.ForeignKey(Party, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="questions")
    safeguard = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    term = models.DateField(null=True, blank=True)
    proposed_from = models.CharField(max_length=60, blank=True)
    met_in = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="questions")

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


class QuestionTransfer(models.Model):
    """A question that went over from one office to another, on a day, with the reason.

    ``side`` is whose place was taken: the one who asked, or the one who was asked.
    """

    question = models.ForeignKey(Question, models.PROTECT, related_name="transfers")
    side = models.CharField(max_length=10, choices=code_list(("asker", "addressee")))
    origin = models.ForeignKey(Party, models.PROTECT, related_name="+")
    target = models.ForeignKey(Party, models.PROTECT, related_name="+")
    date = models.DateField()
    recorded_at = models.DateTimeField()
    reason = models.CharField(max_length=500)

    class Meta:
        """In the order they were made."""

        ordering = ("question", "date", "pk")
        constraints = (
            CheckConstraint(
                condition=~Q(origin=F("target")),
                name="transfer_to_another",
                violation_error_code="transfer_to_oneself",
                violation_error_message="to oneself",
            ),
        )

    def __str__(self) -> str:
        """From whom to whom."""
        return f"{self.origin_id} -> {self.target_id} {self.date}"
