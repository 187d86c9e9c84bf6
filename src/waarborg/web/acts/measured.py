"""The form with which a measurement is attached, and what it does."""

import hashlib
from typing import Any

from django import forms

from waarborg.dialogue.measured import LARGEST, Report, read_report
from waarborg.values.finding import UnusableInput
from waarborg.web.acts.act import Told
from waarborg.web.acts.fields import day, labelled, line, words
from waarborg.web.acts.forms import OnSafeguard, plain
from waarborg.web.words import say
from waarborg.workbench.models import System
from waarborg.workbench.services.about import About, Entering
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.measured import Attached, attach_measurement


class MeasurementForm(OnSafeguard):
    """A report of ``waarborg measure --json``; its figures are kept, the file only as its digest."""

    report = forms.FileField()
    title = line(longest=500)
    supports = forms.ChoiceField()
    text = words(required=False)
    source = line(required=False, longest=500)
    valid_until = day()

    def prepare(self) -> None:
        """For or against the safeguard."""
        super().prepare()
        self.fields["supports"] = forms.ChoiceField(choices=labelled("supports", ("yes", "no")))

    def clean_report(self) -> tuple[Report, str]:
        """The report as read, with the digest of the file.

        Raises:
            ValidationError: what is no report, or holds more than aggregates.
        """
        upload: Any = self.cleaned_data["report"]
        content = upload.read(LARGEST + 1)
        try:
            return read_report(content, upload.name), hashlib.sha256(content).hexdigest()
        except UnusableInput as refused:
            raise forms.ValidationError(say(refused.finding)) from None


def attach(actor: Actor, system: System, told: Told, entering: Entering) -> object:
    """Attach it as evidence on a safeguard of a system."""
    report, digest = told["report"]
    attached = Attached(
        report=report,
        sha256=digest,
        supports=told["supports"] == "yes",
        **plain(told, "title", "text", "source", "valid_until"),
    )
    about = About(safeguard=told["safeguard"], system=system)
    return attach_measurement(actor=actor, about=about, entering=entering, attached=attached)
