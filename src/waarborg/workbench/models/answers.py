"""Answers in the making: the draft with its versions, and every step on its way to being sent.

An answer is drafted by the party that was asked, or by the agency it was handed to; ``visibility`` and
``named_parties`` say who sees it. Once it is sent the answer itself is a step of its question.
"""

from django.db import models
from django.db.models import Q, UniqueConstraint

from waarborg.publication.papers.flow import Stage, Step
from waarborg.workbench.models.choices import codes
from waarborg.workbench.models.parties import Party
from waarborg.workbench.models.questions import Question
from waarborg.workbench.models.scope import Entered


class AnswerDraft(Entered):
    """An answer as it stands. ``waits_for`` of a party that holds it: its paraph on the present version."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="answer_drafts")
    stage = models.CharField(max_length=12, choices=codes(Stage), default=Stage.DRAFT)
    version = models.PositiveIntegerField(default=1)
    text = models.TextField()

    class Meta:
        """One answer to a question is in the making at a time."""

        ordering = ("question", "pk")
        constraints = (
            UniqueConstraint(
                fields=("question",),
                condition=~Q(stage="sent"),
                name="one_answer_in_the_making",
                violation_error_code="answer_drafted_already",
                violation_error_message="drafted already",
            ),
        )

    def __str__(self) -> str:
        """The question it answers."""
        return str(self.question)


class AnswerVersion(models.Model):
    """A text as it was. Versions are never changed; an edit adds one, by whichever party."""

    draft = models.ForeignKey(AnswerDraft, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        """Each number once."""

        ordering = ("draft", "number")
        constraints = (UniqueConstraint(fields=("draft", "number"), name="one_answer_per_version"),)

    def __str__(self) -> str:
        """Which."""
        return f"{self.draft_id} v{self.number}"


class AnswerStep(models.Model):
    """A step on an answer's way: by which party, on which version, with which words."""

    draft = models.ForeignKey(AnswerDraft, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=codes(Step))
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    by = models.CharField(max_length=150)
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    date = models.DateField()
    recorded_at = models.DateTimeField()

    class Meta:
        """In the order they were taken."""

        ordering = ("draft", "pk")

    def __str__(self) -> str:
        """What, when."""
        return f"{self.kind} {self.date}"
