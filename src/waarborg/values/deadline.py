"""A term as it was worded, and the day it comes to."""

from datetime import date
from enum import StrEnum

from attrs import frozen


class Certainty(StrEnum):
    """How surely a day follows from the words.

    ``stated``: a full date, or day and month, in the words; ``derived``: computed from the day it was said
    or from a calendar; ``assumed``: a vague word read by a stated convention; ``unresolved``: no single day.
    """

    STATED = "stated"
    DERIVED = "derived"
    ASSUMED = "assumed"
    UNRESOLVED = "unresolved"


@frozen(kw_only=True)
class Deadline:
    """A term and what it comes to.

    ``due`` is the last day on which the promise is kept, None when unresolved; ``earliest`` and ``latest``
    bound the day where it is a range or unresolved, as far as known. ``basis`` names the rules and calendars
    used, in order; ``settles`` the codes of what would settle an unresolved or assumed term.
    """

    text: str
    due: date | None
    certainty: Certainty
    earliest: date | None = None
    latest: date | None = None
    basis: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()
