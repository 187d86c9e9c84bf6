"""The rules by which Chambers, councils and boards ask and are answered."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from waarborg.law import checks
from waarborg.law.rule import LegalRule
from waarborg.law.texts import Text
from waarborg.sources.records import load_record


class Unit(StrEnum):
    """The unit of a figure in a rule."""

    MINUTES = "minutes"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    MEMBERS = "members"
    TIMES = "times"
    SHARE = "share"


@frozen(kw_only=True)
class Figure:
    """A figure a rule gives: ``name`` is its code within the rule, ``text`` what it counts from or to."""

    name: str
    value: float
    unit: Unit
    text: Text


@frozen(kw_only=True)
class ProcedureRule(LegalRule):
    """One rule of procedure; ``bodies`` are ids of the bodies it holds for, ``figures`` what it counts."""

    bodies: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


@frozen(kw_only=True)
class Difference:
    """Where the checked rules and the collected ones differ, and which of the two goes first."""

    rules: tuple[str, ...]
    text: Text


@frozen
class ProcedureCatalogue:
    """The file ``procedure.yaml``."""

    version: str
    rules: tuple[ProcedureRule, ...]
    differences: tuple[Difference, ...] = ()


def load_procedure(path: Path, bodies: Collection[str]) -> ProcedureCatalogue:
    """Read a catalogue of rules of procedure that hold for some of ``bodies``.

    Raises:
        UnusableInput: the file, the line and the reason: the shape of a record, an id that stands twice or
            is not known, a validity that ends before it begins.
    """
    catalogue = load_record(path, ProcedureCatalogue)
    rules = list(enumerate(catalogue.rules))
    checks.unique(path, ((("rules", index, "id"), rule.id) for index, rule in rules))
    checks.in_order(path, ((("rules", index), rule) for index, rule in rules))
    ids = {rule.id for rule in catalogue.rules}
    for index, rule in rules:
        here = ("rules", index)
        checks.known(path, checks.places((*here, "bodies"), rule.bodies), bodies)
        checks.unique(
            path, (((*here, "figures", at, "name"), figure.name) for at, figure in enumerate(rule.figures))
        )
    for index, difference in enumerate(catalogue.differences):
        checks.known(path, checks.places(("differences", index, "rules"), difference.rules), ids)
    return catalogue
