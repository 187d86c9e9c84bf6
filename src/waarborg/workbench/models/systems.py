"""Systems, every version of their register entries, what the rules read in them, and facts with a source."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from waarborg.values.assessment import ImpactLevel, Role, Subject, YesNoUnknown
from waarborg.values.entry import SystemStatus
from waarborg.workbench.models.choices import codes
from waarborg.workbench.models.organisations import Organisation


class System(models.Model):
    """An ADM system or algorithm in use or planned.

    ``impact`` up to ``automated`` repeat the current assessment, and ``search_text`` name, organisation and
    texts folded to lower case without accents, for filters, counts and search. ``details`` holds what a demo
    entry says besides (where its status was read, an audit); ``translations`` its name and summary.
    ``last_changed`` is the day on which its entry was first read with other content, ``gone_on`` that on
    which a whole reading of its register did not hold it any more.
    """

    register = models.CharField(max_length=60)
    source_id = models.CharField(max_length=200)
    slug = models.SlugField(max_length=160, unique=True)
    name = models.CharField(max_length=500)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="systems")
    status = models.CharField(max_length=20, choices=codes(SystemStatus))
    is_demo = models.BooleanField(default=False, db_index=True)
    url = models.URLField(max_length=500, blank=True)
    impact = models.CharField(max_length=10, choices=codes(ImpactLevel), default=ImpactLevel.UNKNOWN)
    criteria = models.JSONField(default=list)
    subject = models.CharField(max_length=14, choices=codes(Subject), default=Subject.UNKNOWN)
    role = models.CharField(max_length=12, choices=codes(Role), default=Role.UNKNOWN)
    automated = models.CharField(max_length=8, choices=codes(YesNoUnknown), default=YesNoUnknown.UNKNOWN)
    first_seen = models.DateField()
    last_changed = models.DateField()
    gone_on = models.DateField(null=True, blank=True, db_index=True)
    search_text = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    translations = models.JSONField(default=dict)

    class Meta:
        """One system per entry of a register; what pages filter on is indexed."""

        ordering = ("name", "pk")
        constraints = (UniqueConstraint(fields=("register", "source_id"), name="one_system_per_entry"),)
        indexes = (
            Index(fields=("impact", "name"), name="system_impact"),
            Index(fields=("status",), name="system_status"),
            Index(fields=("last_changed",), name="system_changed"),
        )

    def __str__(self) -> str:
        """The name."""
        return self.name


class EntryVersion(models.Model):
    """A register entry as read on a day; kept whole, never changed. ``digest`` is over what was read.

    ``changed_fields`` names the fields in which it differs from the version before; none in the first, and
    where only the form changed in which the register was collected or written.
    """

    system = models.ForeignKey(System, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    read_on = models.DateField()
    language = models.CharField(max_length=8)
    standard_version = models.CharField(max_length=20, blank=True)
    organisation_name = models.CharField(max_length=300, blank=True)
    changed_fields = models.JSONField(default=list)
    dates = models.JSONField(default=dict)
    texts = models.JSONField(default=dict)
    absent_fields = models.JSONField(default=list)
    raw = models.JSONField(default=dict)

    class Meta:
        """Versions count up; the newest has the highest number."""

        ordering = ("system", "-number")
        constraints = (UniqueConstraint(fields=("system", "number"), name="one_version_per_number"),)

    def __str__(self) -> str:
        """Which version of what."""
        return f"{self.system_id} v{self.number}"


class Assessment(models.Model):
    """What the rules read in one version, kept as the rules gave it: a new catalogue makes a new row."""

    version = models.ForeignKey(EntryVersion, models.PROTECT, related_name="assessments")
    system = models.ForeignKey(System, models.PROTECT, related_name="assessments")
    catalogue_version = models.CharField(max_length=60)
    level = models.CharField(max_length=10, choices=codes(ImpactLevel))
    result = models.JSONField()
    is_current = models.BooleanField(default=True)
    assessed_on = models.DateField()

    class Meta:
        """One reading per version and catalogue; one of them is current."""

        ordering = ("system", "-pk")
        constraints = (
            UniqueConstraint(fields=("version", "catalogue_version"), name="one_reading_per_catalogue"),
            UniqueConstraint(fields=("system",), condition=Q(is_current=True), name="one_current_reading"),
        )

    def __str__(self) -> str:
        """What level, by which catalogue."""
        return f"{self.level} ({self.catalogue_version})"


class Fact(models.Model):
    """A fact about a system in our own words, with where it was read; ``number`` keeps their order."""

    system = models.ForeignKey(System, models.CASCADE, related_name="facts")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=60, blank=True)
    text_nl = models.TextField()
    text_en = models.TextField()
    date = models.CharField(max_length=20, blank=True)
    certainty = models.CharField(max_length=20, blank=True)
    source = models.CharField(max_length=500)
    source_url = models.URLField(max_length=500, blank=True)

    class Meta:
        """In the order of the source."""

        ordering = ("system", "number")
        constraints = (UniqueConstraint(fields=("system", "number"), name="one_fact_per_number"),)

    def __str__(self) -> str:
        """The fact."""
        return self.text_nl
