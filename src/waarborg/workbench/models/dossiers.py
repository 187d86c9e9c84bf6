"""Dossiers with their papers, and the sources that the facts in them rest on.

Dates of the case may be missing or only bounded: ``date``, else ``not_before`` and ``not_after``.
``certainty`` is the case file's own word, ``sources`` lists source codes of the dossier, ``note`` says
what a reader should know.
"""

from django.db import models
from django.db.models import Q, UniqueConstraint

from waarborg.workbench.models.organisations import Body
from waarborg.workbench.models.parties import Party


class Dated(models.Model):
    """A fact of a case: when, how sure, by which sources, with what remark."""

    date = models.DateField(null=True, blank=True, db_index=True)
    not_before = models.DateField(null=True, blank=True)
    not_after = models.DateField(null=True, blank=True)
    certainty = models.CharField(max_length=20)
    sources = models.JSONField(default=list)
    note = models.TextField(blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        """Shared by what happens in a dossier."""

        abstract = True


class Dossier(models.Model):
    """A numbered dossier of a body, such as CXLVII of the Eerste Kamer.

    ``computed_on`` is the day for which its commitments are stored; empty where they are not.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="dossiers")
    number = models.CharField(max_length=60)
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=500)
    committees = models.JSONField(default=list)
    is_demo = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)
    certainty = models.CharField(max_length=20, blank=True)
    open_questions = models.JSONField(default=list)
    computed_on = models.DateField(null=True, blank=True, db_index=True)
    details = models.JSONField(default=dict)

    class Meta:
        """One dossier per number of a body."""

        ordering = ("number",)
        constraints = (UniqueConstraint(fields=("body", "number"), name="one_dossier_per_number"),)

    def __str__(self) -> str:
        """The number."""
        return self.number


class CaseSource(models.Model):
    """Where facts of a dossier were read."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="case_sources")
    code = models.CharField(max_length=40)
    what = models.CharField(max_length=500)
    url = models.URLField(max_length=500, blank=True)
    kind = models.CharField(max_length=40, blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        """One source per code."""

        ordering = ("dossier", "pk")
        constraints = (UniqueConstraint(fields=("dossier", "code"), name="one_source_per_code"),)

    def __str__(self) -> str:
        """Code and what it is."""
        return f"{self.code}: {self.what}"


class CaseParty(models.Model):
    """An office or committee that plays a part in a dossier, with who held it and in what role.

    ``party`` is the party of the workbench that it stands for; empty for what a case file names.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="case_parties")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    holder = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=60, blank=True)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    sources = models.JSONField(default=list)
    details = models.JSONField(default=dict)

    class Meta:
        """One party per code."""

        ordering = ("dossier", "pk")
        verbose_name_plural = "case parties"
        constraints = (UniqueConstraint(fields=("dossier", "code"), name="one_case_party_per_code"),)

    def __str__(self) -> str:
        """The name."""
        return self.name


class Paper(Dated):
    """A paper of a dossier; ``code`` is its id in the case file, ``letter`` its letter where it has one."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="papers")
    code = models.CharField(max_length=80)
    letter = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=60)
    title = models.TextField(blank=True)
    author = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField()

    class Meta:
        """In the order of the case file; a letter stands once."""

        ordering = ("dossier", "number")
        constraints = (
            UniqueConstraint(fields=("dossier", "code"), name="one_paper_per_code"),
            UniqueConstraint(
                fields=("dossier", "letter"), condition=~Q(letter=""), name="one_paper_per_letter"
            ),
        )

    def __str__(self) -> str:
        """The id."""
        return self.code
