"""Renew the stored states of all safeguards and commitments: once a day, since terms run out overnight."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from waarborg.workbench.states import renew_all
from waarborg.workbench.states.commitments import renew_all_commitments


class Command(BaseCommand):
    """``waarborg manage renew_states``."""

    help = "Renew the stored states of all safeguards and commitments, as they stand today."

    def handle(self, **_: object) -> None:
        """Renew, and say how many systems there are."""
        today = timezone.localdate()
        renew_all_commitments(on=today)
        self.stdout.write(str(renew_all(on=today)))
