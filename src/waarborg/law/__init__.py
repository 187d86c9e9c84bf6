"""What the law asks, as data: catalogues in YAML beside this file, and the loaders that guard them.

Nothing here applies a rule; rooms above do. Every rule says where it stands, in whose words, from when, and
how far anybody read it. A validity of None is "not established", never "always".
"""

from waarborg.law.body import AccountabilityLine, Body, OrganisationKind, Refusal
from waarborg.law.catalogues import (
    Law,
    accountability_lines,
    bodies,
    impact_criteria,
    impact_rules,
    instruments,
    law,
    load_law,
    norms,
    procedure_rules,
    safeguards,
)
from waarborg.law.impact import (
    DeclaredCategory,
    ImpactCondition,
    ImpactCriterion,
    ImpactRule,
    Right,
    Sign,
    TouchedRight,
)
from waarborg.law.instrument import CaseKind, Instrument, InstrumentTerm, State
from waarborg.law.lookup import Found, Item, Part, alike, look_up, parts
from waarborg.law.norm import Norm, NormType
from waarborg.law.procedure import Figure, ProcedureRule
from waarborg.law.rule import LegalRule
from waarborg.law.safeguard import Applies, Bar, Condition, Measurable, OutsideNorms, Safeguard
from waarborg.law.texts import Text
from waarborg.law.verification import Verification, VerificationStatus

__all__ = [
    "AccountabilityLine",
    "Applies",
    "Bar",
    "Body",
    "CaseKind",
    "Condition",
    "DeclaredCategory",
    "Figure",
    "Found",
    "ImpactCondition",
    "ImpactCriterion",
    "ImpactRule",
    "Instrument",
    "InstrumentTerm",
    "Item",
    "Law",
    "LegalRule",
    "Measurable",
    "Norm",
    "NormType",
    "OrganisationKind",
    "OutsideNorms",
    "Part",
    "ProcedureRule",
    "Refusal",
    "Right",
    "Safeguard",
    "Sign",
    "State",
    "Text",
    "TouchedRight",
    "Verification",
    "VerificationStatus",
    "accountability_lines",
    "alike",
    "bodies",
    "impact_criteria",
    "impact_rules",
    "instruments",
    "law",
    "load_law",
    "look_up",
    "norms",
    "parts",
    "procedure_rules",
    "safeguards",
]
