"""Organisations as registers name them, with the party that stands for each and the bodies it accounts to."""

from collections.abc import Iterable, Mapping

from attrs import define, field

from waarborg.law import AccountabilityLine, OrganisationKind, accountability_lines
from waarborg.register.organisations import organisation_code, organisation_kind
from waarborg.workbench.folding import coded
from waarborg.workbench.models import Accountability, Body, Organisation, Party

CHAMBERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}
"""The bodies of which there is one in the land; every other kind belongs to one organisation."""
NO_BODY = frozenset({"none", "unknown"})
_PARTY_KIND = {
    OrganisationKind.MINISTRY: "ministry",
    OrganisationKind.MUNICIPALITY: "decentral",
    OrganisationKind.PROVINCE: "decentral",
    OrganisationKind.WATER_BOARD: "decentral",
    OrganisationKind.JOINT_ARRANGEMENT: "decentral",
    OrganisationKind.CARIBBEAN_BODY: "decentral",
}


@define
class _Known:
    """What the tables hold already, read once."""

    organisations: dict[str, Organisation] = field(factory=dict)
    bodies: dict[str, Body] = field(factory=dict)
    codes: set[str] = field(factory=set)


def ensure_organisations(
    names: Iterable[str], codes: Mapping[str, str] | None = None
) -> dict[str, Organisation]:
    """The organisations by name, new ones among them with their party and their accountability line.

    ``codes`` gives some of the new ones the code that people know them by.
    """
    known = _Known(
        {row.name: row for row in Organisation.objects.all()},
        {row.code: row for row in Body.objects.all()},
        set(Party.objects.values_list("code", flat=True)) | set(CHAMBERS),
    )
    new = [name for name in dict.fromkeys(names) if name not in known.organisations]
    for name in new:
        known.organisations[name] = _organisation(name, (codes or {}).get(name, name), known)
    return known.organisations


def ensure_chamber(code: str) -> Body:
    """A Chamber, and the party of that code that acts for it."""
    body, _ = Body.objects.get_or_create(code=code, defaults={"kind": code})
    Party.objects.get_or_create(
        code=code, defaults={"name": CHAMBERS.get(code, code), "kind": "chamber", "body": body}
    )
    return body


def _organisation(name: str, called: str, known: _Known) -> Organisation:
    kind, _ = organisation_kind(name)
    organisation = Organisation.objects.create(
        code=coded(called, known.codes),
        name=name,
        kind=kind.value,
        identifier=organisation_code(name) or "",
    )
    Party.objects.create(
        code=organisation.code,
        name=name,
        kind=_PARTY_KIND.get(kind, "agency"),
        organisation=organisation,
    )
    line = accountability_lines()[kind]
    Accountability.objects.bulk_create(
        Accountability(organisation=organisation, body=body, certainty=line.certainty.value)
        for body in _bodies(organisation, line, known)
    )
    return organisation


def _bodies(organisation: Organisation, line: AccountabilityLine, known: _Known) -> list[Body]:
    return [_body(organisation, kind, known) for kind in line.bodies if kind not in NO_BODY]


def _body(organisation: Organisation, kind: str, known: _Known) -> Body:
    if kind in CHAMBERS:
        if kind not in known.bodies:
            known.bodies[kind] = ensure_chamber(kind)
        return known.bodies[kind]
    code = coded(f"{kind} {organisation.name}", known.codes)
    body = Body.objects.create(code=code, kind=kind, organisation_name=organisation.name)
    Party.objects.create(code=code, name=organisation.name, kind="council", body=body)
    return body
