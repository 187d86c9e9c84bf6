"""A regime: a way of involving the bodies, as data that a user can write too."""

from enum import StrEnum
from typing import Any, Self

from attrs import frozen

from waarborg.law.texts import Text

Amount = float | str
"""A number, or the name of the parameter that holds it."""


@frozen
class Said(Text):
    """Words of a regime; written as one text, they stand for both languages."""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The same words in both languages, for who writes a regime in one."""
        return cls(nl=text, en=text)


class Impact(StrEnum):
    """Which systems by their impact."""

    HIGH = "high"
    ANY = "any"


class Safeguards(StrEnum):
    """Which systems by their safeguards, as far as the organisation's own evidence shows."""

    ANY = "any"
    SHORT = "short"


class LegalBasis(StrEnum):
    """Which systems by their legal basis."""

    ANY = "any"
    NEW = "new"


class Lines(StrEnum):
    """Which systems by whom their organisation accounts to: everybody's, or those of one kind of body."""

    ALL = "all"
    CHAMBERS = "chambers"
    GEMEENTERAAD = "gemeenteraad"
    PROVINCIALE_STATEN = "provinciale_staten"
    ALGEMEEN_BESTUUR = "algemeen_bestuur"


class Target(StrEnum):
    """To whom: both Chambers, one of them, or the body that the organisation accounts to."""

    CHAMBERS = "chambers"
    TK = "tk"
    EK = "ek"
    OWN = "own"


class GoLive(StrEnum):
    """When a system that was put may go live: at once, after the term, or after the outcome as well."""

    AT_ONCE = "at_once"
    AFTER_TERM = "after_term"
    AFTER_OUTCOME = "after_outcome"


@frozen(kw_only=True)
class Beforehand:
    """Which new systems are put to whom before go-live, for which term, and what go-live waits for.

    ``heavy_share`` is the share laid in the heavy form, in which settlement by statute can be asked.
    """

    impact: Impact = Impact.HIGH
    safeguard: Safeguards = Safeguards.ANY
    legal_basis: LegalBasis = LegalBasis.ANY
    lines: Lines = Lines.ALL
    to: Target
    term_weeks: Amount
    heavy_share: Amount = 0.0
    go_live: GoLive


@frozen(kw_only=True)
class Afterwards:
    """What is looked at once a year among the systems there are: a report on all, a choice examined.

    ``share`` or ``systems_a_year`` (over all organisations together) says how many are chosen.
    """

    impact: Impact = Impact.HIGH
    safeguard: Safeguards = Safeguards.ANY
    lines: Lines = Lines.ALL
    to: Target
    report: bool = False
    share: Amount = 0.0
    systems_a_year: Amount = 0.0


@frozen(kw_only=True)
class Regime:
    """A way of involving the bodies. Without ``beforehand`` and ``afterwards`` nothing is put as a rule."""

    id: str
    name: Said
    statement: Said
    source: str = "assumed"
    beforehand: Beforehand | None = None
    afterwards: Afterwards | None = None


@frozen(kw_only=True)
class RegimeFile:
    """A file of regimes."""

    regimes: tuple[Regime, ...]
    version: Any = None
