"""What was asked and promised in a dossier: instruments, deadlines, events, and how they hang together."""

from django.db import models
from django.db.models import UniqueConstraint

from waarborg.values.deadline import Certainty
from waarborg.workbench.models.choices import codes
from waarborg.workbench.models.dossiers import Dated, Dossier, Paper
from waarborg.workbench.models.parties import Party
from waarborg.workbench.models.plans import Meeting


class Instrument(Dated):
    """A motion, commitment, promise, consultation; ``date`` is when it was made.

    ``kind``, ``title`` and ``recorded_status`` stand as the case file has them. ``party`` entered it here,
    at a ``meeting`` where it was made in one; both are empty for what came with a case file.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="instruments")
    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=30, db_index=True)
    title = models.TextField(blank=True)
    paper = models.ForeignKey(Paper, models.SET_NULL, null=True, blank=True, related_name="instruments")
    recorded_status = models.CharField(max_length=40, blank=True)
    responsible = models.CharField(max_length=60, blank=True)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="commitments")
    number = models.PositiveIntegerField()

    class Meta:
        """In the order of the case file."""

        ordering = ("dossier", "number")
        constraints = (UniqueConstraint(fields=("dossier", "code"), name="one_instrument_per_code"),)

    def __str__(self) -> str:
        """The id."""
        return self.code


class Deadline(models.Model):
    """A term of an instrument: its words, and the day they come to with its certainty."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="deadlines")
    number = models.PositiveIntegerField(default=1)
    text = models.CharField(max_length=300, blank=True)
    due = models.DateField(null=True, blank=True, db_index=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    certainty = models.CharField(max_length=12, choices=codes(Certainty))
    basis = models.JSONField(default=list)
    settles = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    note = models.TextField(blank=True)

    class Meta:
        """Terms of one instrument count up."""

        ordering = ("instrument", "number")
        constraints = (UniqueConstraint(fields=("instrument", "number"), name="one_deadline_per_number"),)

    def __str__(self) -> str:
        """The day, else the words."""
        return str(self.due or self.text)


class Event(Dated):
    """Something that happened in a dossier, or a step of an instrument; ``party`` as with an instrument."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="events")
    code = models.CharField(max_length=80)
    kind = models.CharField(max_length=60)
    instrument = models.ForeignKey(Instrument, models.CASCADE, null=True, blank=True, related_name="events")
    papers = models.ManyToManyField(Paper, related_name="events")
    parties = models.JSONField(default=list)
    text = models.TextField(blank=True)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    number = models.PositiveIntegerField()

    class Meta:
        """In the order of the case file; pages order by date."""

        ordering = ("dossier", "number")
        constraints = (UniqueConstraint(fields=("dossier", "code"), name="one_event_per_code"),)

    def __str__(self) -> str:
        """The id."""
        return self.code


class Relation(models.Model):
    """One thing of a dossier and how it bears on another; ends are codes, since they may be of any kind."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="relations")
    number = models.PositiveIntegerField()
    origin = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    target = models.CharField(max_length=80)
    certainty = models.CharField(max_length=20)
    sources = models.JSONField(default=list)
    note = models.TextField(blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        """In the order of the case file."""

        ordering = ("dossier", "number")
        constraints = (UniqueConstraint(fields=("dossier", "number"), name="one_relation_per_number"),)

    def __str__(self) -> str:
        """The relation read aloud."""
        return f"{self.origin} {self.kind} {self.target}"
