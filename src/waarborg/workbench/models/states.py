"""States of safeguards as computed, stored for pages; tests hold them equal to the pure function."""

from django.db import models
from django.db.models import Index, UniqueConstraint

from waarborg.workbench.models.systems import System


class StoredState(models.Model):
    """The state of one safeguard of one system for one reader, on a day.

    ``reader`` is a party's code or ``public``. A party whose sight of a system does not differ from the
    public's has no row of its own: it reads the public one. ``asks`` repeats the codes of attention,
    ``stances`` the stance of each party, as ``ek:adequate tk:conditional``: maps count them at once.
    """

    system = models.ForeignKey(System, models.CASCADE, related_name="states")
    safeguard = models.CharField(max_length=40)
    reader = models.CharField(max_length=120)
    computed_on = models.DateField()
    applicable = models.CharField(max_length=10)
    bar = models.CharField(max_length=12)
    evidence = models.CharField(max_length=20)
    best_grade = models.CharField(max_length=12)
    questions = models.CharField(max_length=20)
    agreement = models.CharField(max_length=20)
    asks = models.CharField(max_length=300, blank=True)
    stances = models.TextField(blank=True)
    state = models.JSONField()

    class Meta:
        """One state per system, safeguard and reader; read by system or by safeguard."""

        constraints = (
            UniqueConstraint(fields=("system", "reader", "safeguard"), name="one_state_per_reader"),
        )
        indexes = (Index(fields=("reader", "safeguard", "evidence"), name="state_by_safeguard"),)

    def __str__(self) -> str:
        """Which state."""
        return f"{self.system_id} {self.safeguard} {self.reader}: {self.evidence}"
