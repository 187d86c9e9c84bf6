"""The fixed cast."""

import datetime as dt

from attrs import frozen

from waarborg.policy import Role
from waarborg.workbench.models import Organisation, Party, System
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.services.organisations import ensure_organisations


@frozen
class Cast:
    """Who acts, and on which systems."""

    drafter: Actor
    approver: Actor
    analyst: Actor
    clerk: Actor
    tk_clerk: Actor
    council_clerk: Actor
    auditor: Actor
    system: System
    municipal: System

    @property
    def ministry(self) -> Party:
        """The party that answers for the system."""
        return self.approver.office()


def make_cast() -> Cast:
    names = {
        "Ministerie van Financiën": "fin",
        "Dienst Toeslagen": "toeslagen",
        "Gemeente Utrecht": "utrecht",
    }
    made = ensure_organisations(names, names)
    agency, city = made["Dienst Toeslagen"], made["Gemeente Utrecht"]
    agency.claimant = made["Ministerie van Financiën"].party
    agency.save()
    auditor = Party.objects.create(code="rekenkamer", name="Algemene Rekenkamer", kind="auditor")
    council = Party.objects.get(kind="council")
    acting = {code: Party.objects.get(code=code) for code in ("ek", "tk")}
    return Cast(
        drafter=_actor(Role.DRAFTER, agency.claimant),
        approver=_actor(Role.APPROVER, agency.claimant),
        analyst=_actor(Role.ANALYST, agency.party),
        clerk=_actor(Role.CLERK, acting["ek"]),
        tk_clerk=_actor(Role.CLERK, acting["tk"]),
        council_clerk=_actor(Role.COUNCIL_CLERK, council),
        auditor=_actor(Role.AUDITOR, auditor),
        system=_system(agency, "toeslagen-model"),
        municipal=_system(city, "bijstand-model"),
    )


def _actor(role: Role, party: Party) -> Actor:
    return Actor(name=f"{party.code}-{role.value}", role=role, party=party)


def _system(organisation: Organisation, slug: str) -> System:
    day = dt.date(2024, 1, 1)
    return System.objects.create(
        register="test",
        source_id=slug,
        slug=slug,
        name=slug,
        organisation=organisation,
        status="in_use",
        impact="high",
        subject="person",
        role="selects",
        automated="no",
        first_seen=day,
        last_changed=day,
    )
