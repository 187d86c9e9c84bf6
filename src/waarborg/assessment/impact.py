"""The impact level: signs found in the words of an entry, held against the decision table of the law.

Which signs there are and what follows from them stands in ``law/impact.yaml``; which words carry a sign, in
``rules/impact/``. Impact follows from what a decision does to people, not from the technique that makes it.
"""

from collections.abc import Iterable, Mapping

from attrs import frozen

from waarborg.assessment.deciding import decide
from waarborg.assessment.finding_marks import Marks
from waarborg.law.impact import DeclaredCategory, ImpactCondition, ImpactRule, Sign
from waarborg.values.assessment import Impact, ImpactLevel, Judged, Quote

_DECLARED = {
    "hoog-risico": DeclaredCategory.HIGH_RISK_AI,
    "high-risk": DeclaredCategory.HIGH_RISK_AI,
    "high risk": DeclaredCategory.HIGH_RISK_AI,
    "impactvol": DeclaredCategory.IMPACTFUL,
    "impactful": DeclaredCategory.IMPACTFUL,
    "overig": DeclaredCategory.OTHER,
    "other": DeclaredCategory.OTHER,
}
"""How the publication category begins in the Dutch register, and its English form."""

_CATEGORY_FIELD = "publication_category"


@frozen
class Facts:
    """What the decision table is asked about: the declared category, the signs found, the other answers."""

    declared: DeclaredCategory | None
    signs: Mapping[Sign, Judged]
    answers: Mapping[str, str]

    def meet(self, condition: ImpactCondition, criteria: Iterable[str]) -> bool:
        """Whether every fact that ``condition`` names holds."""
        return (
            (not condition.declared_category or self.declared in condition.declared_category)
            and (not condition.signs or any(sign in self.signs for sign in condition.signs))
            and not set(condition.no_criteria) & set(criteria)
            and all(not asked or self.answers[key] in asked for key, asked in _asked(condition))
        )


def judge_impact(
    marks: Marks, answers: Mapping[str, str], rules: Iterable[ImpactRule], version: str
) -> Impact:
    """The level of the first outcome in the order of the table; all criteria that a rule of it meets.

    A rule of the law that gives ``high`` counts only where words carry it, so that no level lacks a quote.
    """
    signs = {sign: found for sign in Sign if (found := decide(f"sign.{sign}", marks, answers, "")).rule}
    facts = Facts(declared_category(marks.texts), signs, answers)
    held: list[ImpactRule] = []
    for rule in rules:
        criteria = [each.criterion for each in held if each.criterion]
        if facts.meet(rule.when, criteria) and (rule.criterion is None or _words(rule, facts, marks)):
            held.append(rule)
    high = [rule for rule in held if rule.outcome is ImpactLevel.HIGH]
    if high:
        return _impact(ImpactLevel.HIGH, high, facts, marks, version)
    if held:
        return _impact(held[0].outcome, held[:1], facts, marks, version)
    return Impact(ImpactLevel.UNKNOWN, catalogue_version=version)


def declared_category(texts: Mapping[str, str]) -> DeclaredCategory | None:
    """The publication category that the register itself states, None where it states none."""
    said = texts.get(_CATEGORY_FIELD, "").lower().strip()
    return next((category for start, category in _DECLARED.items() if said.startswith(start)), None)


def _asked(condition: ImpactCondition) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("subject", condition.subject),
        ("role", condition.role),
        ("automated_individual_decision", condition.automated_individual_decision),
    )


def _impact(level: ImpactLevel, rules: list[ImpactRule], facts: Facts, marks: Marks, version: str) -> Impact:
    criteria = dict.fromkeys(rule.criterion for rule in rules if rule.criterion)
    found = (facts.signs[sign].rule for rule in rules for sign in rule.when.signs if sign in facts.signs)
    names = dict.fromkeys([*(rule.id for rule in rules), *(name for name in found if name)])
    quotes = dict.fromkeys(quote for rule in rules for quote in _words(rule, facts, marks))
    return Impact(level, tuple(criteria), tuple(names), tuple(quotes), version)


def _words(rule: ImpactRule, facts: Facts, marks: Marks) -> tuple[Quote, ...]:
    """The words a rule of the table rests on: those of its signs, or the declared category itself."""
    words = [
        quote for sign in rule.when.signs if sign in facts.signs for quote in facts.signs[sign].quotes[:2]
    ]
    if rule.when.declared_category and facts.declared in rule.when.declared_category:
        words.append(Quote(_CATEGORY_FIELD, 0, min(len(marks.texts[_CATEGORY_FIELD]), 300)))
    return tuple(words)
