"""Papers in the making: the draft with its versions, and every step on its way out.

``visibility`` and ``named_parties`` of a draft say who sees it: its own party, those it was handed to for
co-drafting, and everyone once it is published.
"""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from waarborg.publication.papers.flow import Stage, Step
from waarborg.workbench.models.choices import code_list, codes
from waarborg.workbench.models.dossiers import Dossier
from waarborg.workbench.models.parties import Party
from waarborg.workbench.models.scope import Entered


class PaperDraft(Entered):
    """A paper of a party on a dossier. ``code`` is what of the record it was drafted from.

    ``content`` is the draft as it stands, ``from_record`` what the record said when the drafter last took or
    declined it: what differs today is offered.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="drafts")
    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    stage = models.CharField(max_length=12, choices=codes(Stage), default=Stage.DRAFT)
    version = models.PositiveIntegerField(default=1)
    content = models.JSONField()
    from_record = models.JSONField()

    class Meta:
        """A party makes one paper of its kind from one paper of the record."""

        ordering = ("-recorded_at", "-pk")
        constraints = (
            UniqueConstraint(
                fields=("party", "dossier", "code", "kind"),
                name="one_draft_per_paper",
                violation_error_code="paper_drafted_already",
                violation_error_message="drafted already",
            ),
        )

    def __str__(self) -> str:
        """Its title."""
        return str(self.content.get("title") or self.code)


class PaperVersion(models.Model):
    """A text as it was. Versions are never changed; an edit adds one."""

    draft = models.ForeignKey(PaperDraft, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        """Each number once."""

        ordering = ("draft", "number")
        constraints = (UniqueConstraint(fields=("draft", "number"), name="one_text_per_version"),)

    def __str__(self) -> str:
        """Which."""
        return f"{self.draft_id} v{self.number}"


class PaperDecision(models.Model):
    """What a person decided on words that may be about somebody: they stay, or go on a ground of the law."""

    draft = models.ForeignKey(PaperDraft, models.PROTECT, related_name="decisions")
    text = models.CharField(max_length=300)
    decision = models.CharField(max_length=6, choices=code_list(("keep", "redact")))
    ground = models.CharField(max_length=10, blank=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        """One decision on the same words of a paper."""

        ordering = ("draft", "pk")
        constraints = (
            UniqueConstraint(fields=("draft", "text"), name="one_decision_per_text"),
            CheckConstraint(
                condition=~Q(decision="redact") | ~Q(ground=""),
                name="redaction_names_its_ground",
                violation_error_code="redaction_without_ground",
                violation_error_message="a redaction without a ground",
            ),
        )

    def __str__(self) -> str:
        """What was decided."""
        return f"{self.decision} {self.ground}".strip()


class PaperStep(models.Model):
    """A step on a paper's way: by which party, on which version, with which words."""

    draft = models.ForeignKey(PaperDraft, models.PROTECT, related_name="steps")
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
