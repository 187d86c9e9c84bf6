"""Renew the stored states of all safeguards: once a day, since terms run out overnight."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from waarborg.workbench.states import renew_all


class Command(BaseCommand):
    """``waarborg manage renew_states``."""

    help = "Renew the stored states of all safeguards, as they stand today."

    def handle(self, **_: object) -> None:
        """Renew, and say how many systems there are."""
        self.stdout.write(str(renew_all(on=timezone.localdate())))
