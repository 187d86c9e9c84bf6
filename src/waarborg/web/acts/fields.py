"""The fields that forms are made of: what every item carries, and the choices in the reader's language."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model
from django.utils import timezone

from waarborg import law
from waarborg.web.words import label, language, t
from waarborg.workbench.models import Party
from waarborg.workbench.models.scope import NAMED, OWN, PUBLIC
from waarborg.workbench.services.about import Entering

MAX_UPLOAD = 50 * 2**20
"""Bytes of a file of which a digest is asked; the file itself is not kept."""


class EntryForm(forms.Form):
    """The day, and who may see it, unless what is acted on says so itself (``sees`` is empty then).

    ``context`` holds what the choices depend on.
    """

    sees: tuple[str, ...] = (PUBLIC, NAMED, OWN)

    def __init__(self, *args: Any, **context: Any) -> None:
        """Keep what the choices depend on, and put labels in the language of the page."""
        self.context = {
            name: context.pop(name) for name in ("about", "actor", "safeguard", "subject") if name in context
        }
        super().__init__(*args, **context)
        self.fields["date"] = forms.DateField(widget=_day_input(), initial=timezone.localdate)
        if self.sees:
            choices = [(code, label("visibility", code)) for code in self.sees]
            self.fields["visibility"] = forms.ChoiceField(choices=choices, initial=self.sees[0])
        self.prepare()
        for name, field in self.fields.items():
            field.label = self.labelled(name)
            field.error_messages["required"] = t("act.required")
            field.error_messages["invalid"] = t("act.invalid")

    def prepare(self) -> None:
        """Fill in choices that depend on ``context``."""

    def labelled(self, name: str) -> str:
        """What a field is called."""
        return label("act_field", name)

    def clean_date(self) -> dt.date:
        """What lies in the future has not happened.

        Raises:
            ValidationError: a day after today.
        """
        day: dt.date = self.cleaned_data["date"]
        if day > timezone.localdate():
            raise forms.ValidationError(t("act.in_the_future"))
        return day

    def entering(self, now: dt.datetime, named: Iterable[Party]) -> Entering:
        """What the item carries; ``named`` are the parties that see it where only they may."""
        visibility = self.cleaned_data.get("visibility", OWN)
        parties = tuple(named) if visibility == NAMED else ()
        return Entering(date=self.cleaned_data["date"], now=now, visibility=visibility, named_parties=parties)


def words(*, rows: int = 5, required: bool = True) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), required=required, max_length=20_000)


def line(*, required: bool = True, longest: int = 300) -> forms.CharField:
    """A text of one line."""
    return forms.CharField(required=required, max_length=longest)


def chosen(rows: Iterable[Model], *, empty: str) -> forms.ChoiceField:
    """One of these rows, by its key, or none."""
    return forms.ChoiceField(
        choices=[("", empty), *((str(row.pk), str(row)) for row in rows)], required=False
    )


def day(*, required: bool = False) -> forms.DateField:
    """A day."""
    return forms.DateField(widget=_day_input(), required=required)


def labelled(group: str, codes: Iterable[object]) -> list[tuple[str, str]]:
    """Codes with their words."""
    values = [str(getattr(code, "value", code)) for code in codes]
    return [(value, label(group, value)) for value in values]


def safeguard_choices(*, empty: str = "") -> list[tuple[str, str]]:
    """The safeguards by name; ``empty`` names the choice of none."""
    named = [(one.id, one.name.said(language())) for one in law.safeguards().values()]
    return [("", empty), *named] if empty else named


def digest_of(file: "UploadedFile[bytes] | None") -> str:
    """The SHA-256 of a file, so that anyone who holds it can show that it is the one meant.

    Raises:
        ValidationError: a file of more than 50 MB.
    """
    if file is None:
        return ""
    if (file.size or 0) > MAX_UPLOAD:
        raise forms.ValidationError(t("act.too_large", mb=MAX_UPLOAD // 2**20))
    found = hashlib.sha256()
    for chunk in file.chunks():
        found.update(chunk)
    return found.hexdigest()


def _day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
