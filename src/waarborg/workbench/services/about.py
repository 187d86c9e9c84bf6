"""What an item of the dialogue is about, and who may see it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen
from django.db.models import QuerySet
from django.utils import timezone

from waarborg.values.dialogue import Scope
from waarborg.workbench.models import Organisation, Party, System
from waarborg.workbench.models.scope import OWN
from waarborg.workbench.services.actor import Actor


@frozen(kw_only=True)
class About:
    """A safeguard at a scope: of ``system``, of ``organisation``, of ``sector``, or of all ADM."""

    safeguard: str
    system: System | None = None
    organisation: Organisation | None = None
    sector: str = ""

    @property
    def scope(self) -> Scope:
        """The scope that is named."""
        if self.system:
            return Scope.SYSTEM
        if self.organisation:
            return Scope.ORGANISATION
        return Scope.SECTOR if self.sector else Scope.ALL

    def columns(self) -> dict[str, Any]:
        """The columns of a scoped row."""
        return {
            "safeguard": self.safeguard,
            "scope": self.scope.value,
            "system": self.system,
            "organisation": self.organisation,
            "sector": self.sector,
        }

    def systems(self) -> QuerySet[System]:
        """The systems that an item on this reaches."""
        if self.system:
            return System.objects.filter(pk=self.system.pk)
        if self.organisation:
            return System.objects.filter(organisation=self.organisation)
        return (
            System.objects.filter(organisation__sector=self.sector) if self.sector else System.objects.all()
        )

    def named(self) -> str:
        """The subject in one word, for the trail."""
        names = {
            Scope.SYSTEM: self.system and self.system.slug,
            Scope.ORGANISATION: self.organisation and self.organisation.code,
            Scope.SECTOR: self.sector,
        }
        return f"{self.scope.value}:{names.get(self.scope, '')}"


@frozen(kw_only=True)
class Entering:
    """What every entered item carries: its day, the moment, who may see it, its texts in other languages."""

    date: dt.date
    now: dt.datetime
    visibility: str = OWN
    named_parties: tuple[Party, ...] = ()
    is_demo: bool = False
    translations: Mapping[str, Mapping[str, str]] = field(factory=dict)

    @property
    def today(self) -> dt.date:
        """The day of the moment, in the workbench's time zone: states are renewed as they stand on it."""
        return timezone.localdate(self.now)

    def columns(self, actor: Actor) -> dict[str, Any]:
        """The columns of an entered row."""
        return {
            "party": actor.office(),
            "entered_by": actor.person,
            "date": self.date,
            "recorded_at": self.now,
            "visibility": self.visibility,
            "is_demo": self.is_demo,
            "translations": self.translations,
        }
