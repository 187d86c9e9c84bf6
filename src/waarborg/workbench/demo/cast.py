"""The parties of the illustrated dialogue, and the fixed cast that acts for them.

Nobody signs in as one of the cast with a password; ``waarborg demo`` lets one step into it.
"""

import datetime as dt
from functools import cache
from pathlib import Path

from attrs import frozen
from django.db.models import Prefetch, Q, QuerySet

from waarborg.policy import Role
from waarborg.sources.records import load_record
from waarborg.workbench.demo.dialogue_file import DemoDialogue, DemoParty
from waarborg.workbench.models import Membership, Organisation, Party, Person
from waarborg.workbench.services.actor import Actor, actor_of
from waarborg.workbench.services.organisations import ensure_chamber, ensure_organisations

_ROLES = {"ministry": Role.APPROVER, "agency": Role.ANALYST, "chamber": Role.CLERK}
_SINCE = dt.date(2020, 1, 1)
_PREFIX = "demo-"


@frozen
class DemoPerson:
    """One of the cast: what he is called, in which role, for the party of this code or organisation."""

    name: str
    role: Role
    party: str
    party_name: str = ""
    party_kind: str = ""
    council_of: str = ""


def ensure_parties(dialogue: DemoDialogue, claimant: str, organisation: str) -> dict[str, Party]:
    """The parties by the file's codes, and ``claimant`` as the one that answers for ``organisation``."""
    offices = [party for party in dialogue.parties if party.kind != "chamber"]
    codes = {_name(party): party.code for party in offices}
    organisations = ensure_organisations(codes, codes)
    parties = {party.code: organisations[_name(party)].party for party in offices}
    for party in dialogue.parties:
        if party.kind == "chamber":
            ensure_chamber(party.code)
            parties[party.code] = Party.objects.get(code=party.code)
    Organisation.objects.filter(name=organisation).update(claimant=parties[claimant])
    return parties


def ensure_actors(dialogue: DemoDialogue, parties: dict[str, Party]) -> dict[str, Actor]:
    """Who enters the items of each party, by the file's codes."""
    return {party.code: _actor(party, parties[party.code]) for party in dialogue.parties}


def ensure_cast() -> None:
    """The rest of the fixed cast, once the parties and the councils stand in the record."""
    for told in _cast():
        _person(told.name, _party_of(told), told.role)


def demo_people(on: dt.date) -> QuerySet[Person]:
    """The cast, each with the party acted for on a day."""
    acts = Membership.objects.filter(since__lte=on).exclude(until__lt=on).select_related("party")
    return (
        Person.objects.filter(username__startswith=_PREFIX, is_active=True)
        .filter(Q(memberships__in=acts))
        .prefetch_related(Prefetch("memberships", acts))
        .order_by("username")
    )


@cache
def _cast() -> tuple[DemoPerson, ...]:
    return load_record(Path(__file__).with_name("cast.yaml"), tuple[DemoPerson, ...])


def _party_of(told: DemoPerson) -> Party:
    if told.council_of:
        return Party.objects.get(kind="council", body__organisation_name=told.council_of)
    made = {"name": told.party_name, "kind": told.party_kind, "is_demo": True}
    return Party.objects.get_or_create(code=told.party, defaults=made)[0]


def _actor(told: DemoParty, party: Party) -> Actor:
    return actor_of(_person(told.code, party, _ROLES[told.kind]), on=dt.date.max)


def _person(name: str, party: Party, role: Role) -> Person:
    person, is_new = Person.objects.get_or_create(username=f"{_PREFIX}{name}")
    if is_new:
        Membership.objects.create(person=person, party=party, role=role.value, since=_SINCE)
    if is_new or not person.is_active:
        person.is_active = True
        person.set_unusable_password()
        person.save()
    return person


def _name(party: DemoParty) -> str:
    return party.organisation or party.name


def languages(**pairs: dict[str, str]) -> dict[str, dict[str, str]]:
    """Texts in both languages as ``translations`` keeps them: the English of each column."""
    english = {column: pair["en"] for column, pair in pairs.items() if pair.get("en")}
    return {"en": english} if english else {}


def dutch(pair: dict[str, str] | None) -> str:
    """The Dutch of a pair, empty for none."""
    return (pair or {}).get("nl", "")
