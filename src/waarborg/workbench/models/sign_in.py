"""Failed attempts to sign in, so that guessing stops soon; kept by digest, never by what was typed."""

from django.db import models
from django.db.models import Index


class SignInFailure(models.Model):
    """One failed attempt. ``about`` is the keyed digest of the name typed, or of where it came from."""

    about = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """Failures are counted by what they are about, the newest first."""

        indexes = (Index(fields=("about", "at"), name="failures_by_about"),)

    def __str__(self) -> str:
        """When."""
        return f"{self.at}"
