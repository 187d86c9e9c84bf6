"""Who of the parties answers for what was promised in a dossier."""

from waarborg.procedure.ministries import belongs
from waarborg.workbench.models import Instrument, Party


def answers_for(party: Party, commitment: Instrument) -> bool:
    """Whether a party is the one that promised: by its own row, or as the ministry of the named office.

    A case file names an office by its title; the ministry that it belongs to answers for it, successors
    included, and so does a decentral executive for what its own body was promised.
    """
    office = commitment.dossier.case_parties.filter(code=commitment.responsible).first()
    if office is None:
        return False
    if office.party_id:
        return office.party_id == party.pk
    return party.kind == "ministry" and belongs(office.name, party.name)
