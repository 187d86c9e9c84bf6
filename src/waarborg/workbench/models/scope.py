"""What every item of the dialogue has: what it is about, who entered it, when, and who may see it."""

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from waarborg.values.dialogue import Scope
from waarborg.workbench.models.choices import code_list, codes
from waarborg.workbench.models.organisations import Organisation
from waarborg.workbench.models.parties import Party, Person
from waarborg.workbench.models.systems import System

OWN, NAMED, PUBLIC = "own", "named", "public"
VISIBILITY = (OWN, NAMED, PUBLIC)


class Entered(models.Model):
    """An item as entered: ``date`` is the day it is about, ``recorded_at`` the moment it was entered.

    ``visibility``: own party, the parties named in ``named_parties`` beside it, or public.
    ``is_demo`` marks an illustration: nothing a real party holds. ``translations`` holds the item's texts in
    other languages where it has any: ``{"en": {"text": ...}}``.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    date = models.DateField()
    recorded_at = models.DateTimeField()
    visibility = models.CharField(max_length=8, choices=code_list(VISIBILITY), default=OWN)
    named_parties = models.ManyToManyField(Party, related_name="+", blank=True)
    is_demo = models.BooleanField(default=False)
    translations = models.JSONField(default=dict, blank=True)

    class Meta:
        """Shared by the items of the dialogue."""

        abstract = True


class Scoped(Entered):
    """An item on a safeguard of a system, of an organisation, of a sector, or of all ADM."""

    safeguard = models.CharField(max_length=40)
    scope = models.CharField(max_length=14, choices=codes(Scope), default=Scope.SYSTEM)
    system = models.ForeignKey(System, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    sector = models.CharField(max_length=80, blank=True)

    class Meta:
        """What the scope names is there, and nothing else."""

        abstract = True
        indexes = (Index(fields=("system", "safeguard"), name="%(class)s_of_system"),)


_EMPTY = {"system": None, "organisation": None, "sector": ""}
_NAMED_BY = {
    Scope.SYSTEM: "system",
    Scope.ORGANISATION: "organisation",
    Scope.SECTOR: "sector",
    Scope.ALL: "",
}


def names_its_subject(name: str) -> CheckConstraint:
    """A row names exactly what its scope says: a system, an organisation, a sector, or nothing."""
    return CheckConstraint(condition=_any_scope(), name=name, violation_error_code="subject_not_named")


def once_a_day(
    name: str, *fields: str, code: str, condition: Q | None = None
) -> tuple[UniqueConstraint, ...]:
    """One row per ``fields``, subject and day: a constraint per scope, since null never equals null."""
    return tuple(
        UniqueConstraint(
            fields=(*fields, "safeguard", "date", *((column,) if column else ())),
            condition=Q(scope=scope) & (condition if condition is not None else Q()),
            name=f"{name}_{scope.value}",
            violation_error_code=code,
        )
        for scope, column in _NAMED_BY.items()
    )


def _any_scope() -> Q:
    found = Q()
    for scope, column in _NAMED_BY.items():
        wanted = Q(scope=scope)
        for other, empty in _EMPTY.items():
            wanted &= ~Q(**{other: empty}) if other == column else Q(**{other: empty})
        found |= wanted
    return found
