"""What an analyst says of an answer of the assessment: confirmed or overridden, with a reason."""

from django.db import models

from waarborg.workbench.models.scope import Entered
from waarborg.workbench.models.systems import EntryVersion, System


class Review(Entered):
    """One answer of the assessment looked at by a person, on one version of the entry.

    ``answer`` is ``impact``, ``subject``, ``role`` or ``automated_individual_decision``; ``found`` is what
    the rules of ``catalogue_version`` gave, ``said`` what the person says. The newest stands as long as the
    entry tells the same; when its content changes the rules' own answer stands again.
    """

    system = models.ForeignKey(System, models.PROTECT, related_name="reviews")
    version = models.ForeignKey(EntryVersion, models.PROTECT, related_name="reviews")
    answer = models.CharField(max_length=40)
    found = models.CharField(max_length=20)
    said = models.CharField(max_length=20)
    reason = models.TextField()
    catalogue_version = models.CharField(max_length=60)

    class Meta(Entered.Meta):
        """The newest last."""

        ordering = ("date", "pk")

    def __str__(self) -> str:
        """What was said of what."""
        return f"{self.answer}: {self.said}"

    @property
    def overrides(self) -> bool:
        """Whether the person says otherwise than the rules."""
        return self.said != self.found
