"""What an entry says: its impact on people and what it states on every safeguard, in cited words.

The public face: ``assess`` for one entry, ``assess_all`` for many, ``rule_book`` for the rules themselves,
``compare`` for the agreement with entries coded by hand, ``declared`` for what an organisation declares.
"""

from waarborg.assessment.agreement import Comparison, KeyAgreement, Pair, compare
from waarborg.assessment.assessing import Place, assess, assess_all
from waarborg.assessment.declared import Declared, declared
from waarborg.assessment.rulebook import RuleBook, rule_book

__all__ = [
    "Comparison",
    "Declared",
    "KeyAgreement",
    "Pair",
    "Place",
    "RuleBook",
    "assess",
    "assess_all",
    "compare",
    "declared",
    "rule_book",
]
