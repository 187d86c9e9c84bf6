"""Who accounts to whom: the bodies, and the accountability line of each kind of organisation."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from waarborg.law import checks
from waarborg.law.texts import Text
from waarborg.law.verification import VerificationStatus
from waarborg.sources.records import load_record


class OrganisationKind(StrEnum):
    """What kind of organisation uses a system."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    ZBO = "zbo"
    MUNICIPALITY = "municipality"
    PROVINCE = "province"
    WATER_BOARD = "water_board"
    JOINT_ARRANGEMENT = "joint_arrangement"
    POLICE = "police"
    HIGH_COUNCIL_OF_STATE = "high_council_of_state"
    INDEPENDENT = "independent"
    CARIBBEAN_BODY = "caribbean_body"
    COURT = "court"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Body:
    """A representative body. ``none`` and ``unknown`` are bodies too, so that no line is ever empty."""

    id: str
    name: Text
    statement: Text


@frozen(kw_only=True)
class Refusal:
    """On what ground a question of a line's bodies may be refused: its code, and the rule that gives it."""

    ground: str
    rule: str


@frozen(kw_only=True)
class AccountabilityLine:
    """The line of one kind of organisation: who answers for it, to which bodies, through whom and onward to.

    ``via`` is None where the executive answers directly; ``onward`` where the line ends at the bodies.
    ``rules`` are ids of rules of procedure; ``basis`` says it in words; ``doubt`` what is not certain.
    ``refusal`` is None where no text was read that gives a ground to refuse.
    """

    kind: OrganisationKind
    name: Text
    executive: Text
    bodies: tuple[str, ...]
    via: Text | None = None
    onward: Text | None = None
    basis: Text
    rules: tuple[str, ...] = ()
    certainty: VerificationStatus
    doubt: Text | None = None
    refusal: Refusal | None = None


@frozen
class BodyCatalogue:
    """The file ``bodies.yaml``."""

    version: str
    bodies: tuple[Body, ...]
    lines: tuple[AccountabilityLine, ...]


def load_bodies(path: Path) -> BodyCatalogue:
    """Read the bodies and the accountability lines; every kind of organisation has one line.

    The ids of rules of procedure are checked by ``check_lines``, once those are read.

    Raises:
        UnusableInput: the file, the line and the reason: the shape of a record, an id that stands twice or
            is not known, a kind of organisation without a line.
    """
    catalogue = load_record(path, BodyCatalogue)
    lines = list(enumerate(catalogue.lines))
    checks.unique(path, ((("bodies", at, "id"), body.id) for at, body in enumerate(catalogue.bodies)))
    checks.unique(path, ((("lines", index, "kind"), line.kind) for index, line in lines))
    ids = {body.id for body in catalogue.bodies}
    for index, line in lines:
        checks.known(path, checks.places(("lines", index, "bodies"), line.bodies), ids)
        if not line.bodies:
            raise checks.refuse(path, ("lines", index, "bodies"), "law_no_body", kind=line.kind.value)
    missing = sorted(set(OrganisationKind) - {line.kind for line in catalogue.lines})
    if missing:
        raise checks.refuse(path, ("lines",), "law_no_line", kinds=", ".join(missing))
    return catalogue


def check_lines(path: Path, catalogue: BodyCatalogue, rules: Collection[str]) -> None:
    """Refuse a line that names a rule of procedure that is not there.

    Raises:
        UnusableInput: ``law_unknown_id``.
    """
    for index, line in enumerate(catalogue.lines):
        named = (*line.rules, line.refusal.rule) if line.refusal else line.rules
        checks.known(path, checks.places(("lines", index, "rules"), named), rules)
