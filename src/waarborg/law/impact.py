"""The decision table for a high impact on human rights."""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from waarborg.law import checks
from waarborg.law.texts import Text
from waarborg.law.verification import Verification
from waarborg.sources.records import load_record
from waarborg.values.assessment import ImpactLevel, Role, Subject, YesNoUnknown


class DeclaredCategory(StrEnum):
    """The publication category an organisation declares in the Dutch Algorithm Register."""

    HIGH_RISK_AI = "high_risk_ai"
    IMPACTFUL = "impactful"
    OTHER = "other"


class Right(StrEnum):
    """A group of fundamental rights that a use can touch, as in the code book of the coded entries."""

    PRIVACY = "privacy"
    EQUALITY = "equality"
    GOOD_ADMINISTRATION = "good_administration"
    LIVELIHOOD = "livelihood"
    LIBERTY_SECURITY = "liberty_security"
    EXPRESSION_ASSEMBLY = "expression_assembly"
    EDUCATION = "education"
    PROPERTY_BUSINESS = "property_business"


class Sign(StrEnum):
    """What the words of an entry can show; the assessment finds it, with a quote."""

    SAYS_HIGH_RISK_AI = "says_high_risk_ai"
    NAMES_ANNEX_III_USE = "names_annex_iii_use"
    LEGAL_EFFECT = "legal_effect"
    STEP_TO_LEGAL_EFFECT = "step_to_legal_effect"
    RISK_SCORE_OR_PROFILE = "risk_score_or_profile"
    SELECTION_FOR_CONTROL = "selection_for_control"
    CATEGORY_OR_APPROACH = "category_or_approach"
    TOO_LITTLE_SAID = "too_little_said"


@frozen(kw_only=True)
class ImpactCondition:
    """Facts that must all hold; a fact with no values listed does not matter.

    ``signs``: one of them is found. ``no_criteria``: no other rule has met one of the listed criteria.
    """

    declared_category: tuple[DeclaredCategory, ...] = ()
    signs: tuple[Sign, ...] = ()
    subject: tuple[Subject, ...] = ()
    role: tuple[Role, ...] = ()
    automated_individual_decision: tuple[YesNoUnknown, ...] = ()
    no_criteria: tuple[str, ...] = ()


@frozen(kw_only=True)
class ImpactCriterion:
    """One of the three criteria; ``letter`` is its place in the code book of the coded entries."""

    id: str
    letter: str
    name: Text
    statement: Text


@frozen(kw_only=True)
class ImpactRule:
    """One row of the decision table: when its condition holds, the outcome follows.

    ``criterion`` is None for the rows that give ``not_high`` or ``unknown``. ``norms`` are ids of the norms
    it rests on, ``source`` the same in words. ``rights`` are the rights it speaks of, empty for any.
    """

    id: str
    criterion: str | None = None
    outcome: ImpactLevel
    statement: Text
    when: ImpactCondition
    source: Text
    norms: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    verification: Verification
    valid_from: dt.date | None
    valid_from_note: Text | None = None
    valid_until: dt.date | None


@frozen(kw_only=True)
class TouchedRight:
    """A group of rights with the norms that hold it, where the catalogue has them."""

    id: Right
    name: Text
    statement: Text
    norms: tuple[str, ...] = ()


@frozen
class ImpactCatalogue:
    """The file ``impact.yaml``."""

    version: str
    criteria: tuple[ImpactCriterion, ...]
    rights: tuple[TouchedRight, ...]
    rules: tuple[ImpactRule, ...]


def load_impact(path: Path, norms: Collection[str]) -> ImpactCatalogue:
    """Read the decision table, whose rows rest on ``norms``.

    Raises:
        UnusableInput: the file, the line and the reason: the shape of a record, an id that stands twice or
            is not known, a validity that ends before it begins, a row that gives ``high`` without a
            criterion or another outcome with one.
    """
    catalogue = load_record(path, ImpactCatalogue)
    rules = list(enumerate(catalogue.rules))
    criteria = [criterion.id for criterion in catalogue.criteria]
    checks.unique(path, ((("criteria", at, "id"), id_) for at, id_ in enumerate(criteria)))
    checks.unique(path, ((("rules", index, "id"), rule.id) for index, rule in rules))
    checks.unique(path, ((("rights", at, "id"), right.id) for at, right in enumerate(catalogue.rights)))
    checks.in_order(path, ((("rules", index), rule) for index, rule in rules))
    for index, rule in rules:
        _check_rule(path, ("rules", index), rule, criteria, norms)
    for at, right in enumerate(catalogue.rights):
        checks.known(path, checks.places(("rights", at, "norms"), right.norms), norms)
    return catalogue


def _check_rule(
    path: Path, here: checks.Steps, rule: ImpactRule, criteria: Collection[str], norms: Collection[str]
) -> None:
    checks.known(path, checks.places((*here, "norms"), rule.norms), norms)
    checks.known(path, checks.places((*here, "when", "no_criteria"), rule.when.no_criteria), criteria)
    if rule.criterion is not None:
        checks.known(path, [((*here, "criterion"), rule.criterion)], criteria)
    if (rule.criterion is not None) != (rule.outcome is ImpactLevel.HIGH):
        raise checks.refuse(path, (*here, "outcome"), "law_outcome_without_criterion", id=rule.id)
