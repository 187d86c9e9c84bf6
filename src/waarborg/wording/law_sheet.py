"""One entry of the catalogues as a sheet for people: a title, and labelled lines in one language."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import frozen

from waarborg import law
from waarborg.law import LegalRule, Norm, Text, Verification
from waarborg.wording.catalogue import Language, has_phrase, phrase
from waarborg.wording.law_conditions import applies_words, condition_words
from waarborg.wording.law_words import day_words, status_words, validity_words, verification_words

Row = tuple[str, tuple[str, ...]]
"""The code of a label, and the lines under it."""


@frozen
class Sheet:
    """What is shown of one entry; ``rows`` holds labels already in words."""

    title: str
    rows: tuple[Row, ...]


def sheet(id_: str, item: law.Item, language: Language) -> Sheet:
    """The sheet of one entry, in the order in which it is read; what an entry does not have is left out."""
    rows = [("id", (id_,)), *_ROWS[type(item)](item, language)]
    worded = ((phrase(f"law.label.{code}", language), lines) for code, lines in rows if any(lines))
    return Sheet(title_of(item, language), tuple(worded))


def title_of(item: law.Item, language: Language) -> str:
    """What an entry is called: its name, the article it is, or else what it says."""
    if isinstance(item, LegalRule):
        return place_words(item, language)
    if isinstance(item, law.ImpactRule):
        return item.statement.said(language)
    return item.name.said(language)


def place_words(rule: LegalRule, language: Language) -> str:
    """Where a rule stands: the law and the article, under the name that law has in ``language``."""
    parts = (("act", rule.law), ("article", "" if rule.article == "-" else rule.article))
    return " ".join(_named(f"law.{kind}.{name}", name, language) for kind, name in parts if name)


def _named(code: str, name: str, language: Language) -> str:
    return phrase(code, language) if has_phrase(code) else name


def _said(text: Text | None, language: Language) -> tuple[str, ...]:
    return (text.said(language),) if text else ()


def _verified(verification: Verification, language: Language) -> Iterator[Row]:
    yield "verification", (verification_words(verification, language),)
    yield "seen_in", (verification.source or phrase("law.not_established", language),)
    yield "gaps", tuple(gap.said(language) for gap in verification.gaps)
    yield "note", _said(verification.note, language)


def _rule(rule: LegalRule, language: Language) -> Iterator[Row]:
    yield "statement", _said(rule.statement, language)
    yield "article", (place_words(rule, language),)
    yield "applies_to", _said(rule.applies_to, language)
    yield from _verified(rule.verification, language)
    yield "text_version", (day_words(rule.text_version, language),)
    yield "validity", (validity_words(rule, language),)
    yield "check", _said(rule.check, language)


def _norm(norm: Norm, language: Language) -> Iterator[Row]:
    kinds = [phrase(f"law.type.{norm.type.value}", language)] if norm.type else []
    yield "type", (*kinds, *([phrase("law.split_off", language)] if norm.split_off else []))
    yield from _rule(norm, language)
    groups: tuple[law.Safeguard | law.OutsideNorms, ...]
    groups = (*law.law().safeguards.safeguards, *law.law().safeguards.outside)
    belongs = (f"{each.id}: {each.name.said(language)}" for each in groups if norm.id in each.norms)
    yield "belongs_to", tuple(belongs)


def _procedure_rule(rule: law.ProcedureRule, language: Language) -> Iterator[Row]:
    yield from _rule(rule, language)
    yield "bodies", _names(rule.bodies, language)
    yield "figures", tuple(_figure(figure, language) for figure in rule.figures)
    differences = law.law().procedure.differences
    yield "differences", tuple(each.text.said(language) for each in differences if rule.id in each.rules)


def _figure(figure: law.Figure, language: Language) -> str:
    unit = phrase(f"law.unit.{figure.unit.value}", language)
    return f"{figure.value:g} {unit}: {figure.text.said(language)}"


def _safeguard(safeguard: law.Safeguard, language: Language) -> Iterator[Row]:
    yield "statement", _said(safeguard.statement, language)
    yield "applies", applies_words(safeguard.applies, language)
    high, otherwise = (
        phrase(f"grade.{grade.code}", language) for grade in (safeguard.bar.high, safeguard.bar.otherwise)
    )
    yield "bar", (phrase("law.bar", language, high=high, otherwise=otherwise),)
    yield "measurable", (safeguard.measurable.text.said(language), ", ".join(safeguard.measurable.indicators))
    yield "question", _said(safeguard.question, language)
    yield "norms", tuple(_norm_lines(safeguard.norms, language))


def _outside(heading: law.OutsideNorms, language: Language) -> Iterator[Row]:
    yield "reason", _said(heading.reason, language)
    yield "norms", tuple(_norm_lines(heading.norms, language))


def _norm_lines(ids: Iterable[str], language: Language) -> Iterator[str]:
    for id_ in ids:
        norm = law.norms()[id_]
        yield f"{id_} ({place_words(norm, language)}): {norm.statement.said(language)}"
        gaps = [gap.said(language) for gap in norm.verification.gaps]
        yield f"  {verification_words(norm.verification, language)}; {validity_words(norm, language)}"
        if gaps:
            yield f"  {phrase('law.label.gaps', language)}: {'; '.join(gaps)}"


def _criterion(criterion: law.ImpactCriterion, language: Language) -> Iterator[Row]:
    yield "letter", (criterion.letter,)
    yield "statement", _said(criterion.statement, language)
    rules = (rule for rule in law.impact_rules().values() if rule.criterion == criterion.id)
    yield "rules", tuple(f"{rule.id}: {rule.statement.said(language)}" for rule in rules)


def _impact_rule(rule: law.ImpactRule, language: Language) -> Iterator[Row]:
    yield "when", (condition_words(rule.when, language),)
    yield "outcome", (phrase(f"law.outcome.{rule.outcome.value}", language),)
    if rule.criterion:
        yield "criterion", (f"{rule.criterion}: {law.impact_criteria()[rule.criterion].name.said(language)}",)
    yield "source", _said(rule.source, language)
    yield from _verified(rule.verification, language)
    yield "validity", (validity_words(rule, language),)
    names = {right.id: right.name.said(language) for right in law.law().impact.rights}
    yield "rights", tuple(names[right] for right in rule.rights)
    yield "norms", tuple(_norm_lines(rule.norms, language))


def _right(right: law.TouchedRight, language: Language) -> Iterator[Row]:
    yield "statement", _said(right.statement, language)
    yield "norms", tuple(_norm_lines(right.norms, language))


def _instrument(instrument: law.Instrument, language: Language) -> Iterator[Row]:
    yield "statement", _said(instrument.statement, language)
    yield "bodies", _names(instrument.bodies, language)
    yield "used_by", _said(instrument.used_by, language)
    terms = (f"{_name(term.body, language)}: {term.text.said(language)}" for term in instrument.terms)
    yield "terms", tuple(terms) or (phrase("law.no_term", language),)
    yield "effect", _said(instrument.effect, language)
    states = (
        f"{each.name.said(language)} ({each.id}): {status_words(each.certainty, language)}"
        for each in instrument.states
    )
    yield "states", tuple(states)
    yield "certainty", (status_words(instrument.certainty, language),)
    yield "doubt", _said(instrument.doubt, language)
    yield "rules", tuple(_rule_lines(instrument.rules, language))


def _rule_lines(ids: Iterable[str], language: Language) -> Iterator[str]:
    for id_ in ids:
        rule = law.procedure_rules()[id_]
        yield f"{id_} ({place_words(rule, language)}): {rule.statement.said(language)}"
        yield f"  {verification_words(rule.verification, language)}; {validity_words(rule, language)}"


def _body(body: law.Body, language: Language) -> Iterator[Row]:
    yield "statement", _said(body.statement, language)
    lines = (line for line in law.accountability_lines().values() if body.id in line.bodies)
    yield "accounted_by", tuple(f"{line.name.said(language)} ({line.kind.value})" for line in lines)
    instruments = (each for each in law.instruments().values() if body.id in each.bodies)
    yield "instruments", tuple(f"{each.id}: {each.name.said(language)}" for each in instruments)


def _line(line: law.AccountabilityLine, language: Language) -> Iterator[Row]:
    yield "executive", _said(line.executive, language)
    yield "bodies", _names(line.bodies, language)
    yield "via", _said(line.via, language)
    yield "onward", _said(line.onward, language)
    yield "basis", _said(line.basis, language)
    yield "certainty", (status_words(line.certainty, language),)
    yield "doubt", _said(line.doubt, language)
    yield "rules", tuple(_rule_lines(line.rules, language))


def _name(body: str, language: Language) -> str:
    return law.bodies()[body].name.said(language)


def _names(ids: Iterable[str], language: Language) -> tuple[str, ...]:
    return (", ".join(_name(id_, language) for id_ in ids),)


_ROWS: dict[type, Callable[[Any, Language], Iterator[Row]]] = {
    law.Safeguard: _safeguard,
    law.OutsideNorms: _outside,
    law.Norm: _norm,
    law.ImpactCriterion: _criterion,
    law.ImpactRule: _impact_rule,
    law.TouchedRight: _right,
    law.Instrument: _instrument,
    law.ProcedureRule: _procedure_rule,
    law.Body: _body,
    law.AccountabilityLine: _line,
}
