"""The parties of the illustrated dialogue, and for each a person who enters its items and cannot log in."""

import datetime as dt

from waarborg.policy import Role
from waarborg.workbench.demo.dialogue_file import DemoDialogue, DemoParty
from waarborg.workbench.models import Membership, Organisation, Party, Person
from waarborg.workbench.services.actor import Actor, actor_of
from waarborg.workbench.services.organisations import ensure_chamber, ensure_organisations

_ROLES = {"ministry": Role.APPROVER, "agency": Role.ANALYST, "chamber": Role.CLERK}
_SINCE = dt.date(2020, 1, 1)


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


def _actor(told: DemoParty, party: Party) -> Actor:
    person, is_new = Person.objects.get_or_create(username=f"demo-{told.code}", defaults={"is_active": False})
    if is_new:
        person.set_unusable_password()
        person.save()
        Membership.objects.create(person=person, party=party, role=_ROLES[told.kind].value, since=_SINCE)
    return actor_of(person, on=dt.date.max)


def _name(party: DemoParty) -> str:
    return party.organisation or party.name


def languages(**pairs: dict[str, str]) -> dict[str, dict[str, str]]:
    """Texts in both languages as ``translations`` keeps them: the English of each column."""
    english = {column: pair["en"] for column, pair in pairs.items() if pair.get("en")}
    return {"en": english} if english else {}


def dutch(pair: dict[str, str] | None) -> str:
    """The Dutch of a pair, empty for none."""
    return (pair or {}).get("nl", "")
