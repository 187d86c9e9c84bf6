"""A comparison of regimes as somebody kept it: what was asked, and the figures as they were on that day."""

from django.db import models
from django.db.models import UniqueConstraint

from waarborg.workbench.models.dossiers import Dossier
from waarborg.workbench.models.plans import DialoguePlan
from waarborg.workbench.models.scope import Entered


class Scenario(Entered):
    """A named comparison; never changed, since letters cite it. ``figures`` is the JSON of the command line.

    ``settings`` holds what was set by assumption, ``address`` the query string that asks for it again.
    ``digest`` is the SHA-256 of ``figures`` as canonical JSON. ``dossier`` is where its dialogue is held,
    ``plan`` the plan of that dialogue it was made for.
    """

    name = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    regimes = models.JSONField()
    settings = models.JSONField(default=dict, blank=True)
    address = models.TextField(blank=True)
    seed = models.PositiveBigIntegerField()
    replications = models.PositiveIntegerField()
    years = models.PositiveSmallIntegerField()
    systems = models.PositiveIntegerField()
    figures = models.JSONField()
    digest = models.CharField(max_length=64)
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="scenarios")
    plan = models.ForeignKey(DialoguePlan, models.PROTECT, null=True, blank=True, related_name="scenarios")

    class Meta:
        """A party uses a name once."""

        ordering = ("-date", "name")
        constraints = (
            UniqueConstraint(
                fields=("party", "name"), name="one_scenario_per_name", violation_error_code="scenario_exists"
            ),
        )

    def __str__(self) -> str:
        """The name."""
        return self.name
