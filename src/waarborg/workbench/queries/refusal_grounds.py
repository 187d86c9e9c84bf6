"""On what ground a question may be refused: that of the line along which the asker is accounted to."""

from waarborg.law import OrganisationKind, Refusal, accountability_lines
from waarborg.workbench.models import Party

NOT_ESTABLISHED = "not_established"
"""The ground where no text was read that gives one: it is then told in words."""


def refusal_to(asker: Party) -> Refusal | None:
    """The ground and its rule; None where none is established for the asker's body, or it has no body.

    Ministers answer both Chambers alike, whichever organisation uses the system (Grondwet 68); every other
    body is accounted to by one organisation.
    """
    if asker.body is None:
        return None
    ministry = accountability_lines()[OrganisationKind.MINISTRY]
    if asker.body.kind in ministry.bodies:
        return ministry.refusal
    accounts = asker.body.organisations.first()
    return accountability_lines()[OrganisationKind(accounts.kind)].refusal if accounts else None


def ground_to(asker: Party) -> str:
    """The code of the ground."""
    found = refusal_to(asker)
    return found.ground if found else NOT_ESTABLISHED
