"""Who of the parties answers for what was promised in a dossier."""

from waarborg.procedure.ministries import belongs
from waarborg.workbench.models import CaseParty, Dossier, Instrument, Party


def answers_for(party: Party, commitment: Instrument) -> bool:
    """Whether a party is the one that promised: by its own row, or as the ministry of the named office.

    A case file names an office by its title; the ministry that it belongs to answers for it, successors
    included, and so does a decentral executive for what its own body was promised.
    """
    office = commitment.dossier.case_parties.filter(code=commitment.responsible).first()
    return office is not None and _holds(party, office)


def answers_in(party: Party, dossier: Dossier) -> bool:
    """Whether a party answers for anything in a dossier, as ``answers_for`` says of one commitment."""
    offices = dossier.case_parties.filter(code__in=dossier.instruments.values("responsible"))
    return any(_holds(party, office) for office in offices)


def _holds(party: Party, office: CaseParty) -> bool:
    if office.party_id:
        return office.party_id == party.pk
    return party.kind == "ministry" and belongs(office.name, party.name)
