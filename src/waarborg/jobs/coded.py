"""Entries coded by hand, read from JSON lines, and held against what the rules give."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from attrs import field, frozen

from waarborg.assessment import Comparison, Pair, compare
from waarborg.law import impact_criteria, safeguards
from waarborg.sources.text import decode, read_bytes
from waarborg.values.assessment import Assessment, ImpactLevel, Role, StatementValue, Subject, YesNoUnknown
from waarborg.values.entry import Entry
from waarborg.values.finding import UnusableInput, Where

_LEVELS: Mapping[str, set[str]] = {
    "subject": {*Subject, "unclear"},
    "role": {*Role, "unclear"},
    "automated_individual_decision": {*YesNoUnknown, "unclear"},
    "impact": {*ImpactLevel, "unclear"},
}
_STATEMENTS: set[str] = {StatementValue.PRESENT, StatementValue.ABSENT, StatementValue.NOT_STATED}
_YES_NO = {True: "yes", False: "no"}


@frozen
class Coded:
    """A coded entry: ``answers`` by key, null left out; ``criteria`` by letter, None where they differ."""

    sample: str
    source: str | None
    id: str
    answers: Mapping[str, str] = field(factory=dict)
    criteria: frozenset[str] | None = None


def read_coded(path: Path) -> tuple[Coded, ...]:
    """Read entries coded by the code book, one JSON object a line.

    Raises:
        UnusableInput: ``coded_malformed`` or ``coded_value_unknown`` with the line, or what opening raises.
    """
    text, _ = decode(read_bytes(path))
    lines = enumerate(text.splitlines(), start=1)
    return tuple(_coded(line, Where(file=str(path), line=number)) for number, line in lines if line.strip())


def check(assessed: Iterable[tuple[Entry, Assessment]], source: str, coded: Iterable[Coded]) -> Comparison:
    """Hold what the rules give against the coded entries of ``source``; those of other files are left out."""
    by_id = {entry.source_id: (entry, assessment) for entry, assessment in assessed}
    coded = tuple(coded)
    here = [each for each in coded if each.source in {None, source}]
    pairs: dict[str, list[Pair]] = {}
    for each in here:
        if each.id in by_id:
            entry, assessment = by_id[each.id]
            for key, said in _said(each).items():
                found, rule = _found(key, assessment)
                pair = Pair(each.sample, each.id, entry.name, said, found, rule)
                pairs.setdefault(key, []).append(pair)
    missing = [each.sample for each in here if each.id not in by_id]
    return compare(pairs, entries=len(here) - len(missing), left_out=len(coded) - len(here), missing=missing)


def _coded(line: str, where: Where) -> Coded:
    try:
        record = json.loads(line)
        answers = {key: record[key] for key in _LEVELS if record.get(key) is not None}
        criteria = record.get("criteria")
        statements = record.get("safeguards") or {}
        coded = Coded(str(record.get("sample", record["id"])), record.get("source"), str(record["id"]))
        said = {f"safeguards.{name}": value for name, value in statements.items() if value is not None}
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise UnusableInput("coded_malformed", where, reason=str(error)) from None
    for key, value in {**answers, **said}.items():
        if value not in _allowed().get(key, set()):
            raise UnusableInput("coded_value_unknown", where, key=key, value=str(value))
    letters = None if criteria is None else frozenset(map(str, criteria))
    return Coded(coded.sample, coded.source, coded.id, {**answers, **said}, letters)


@cache
def _allowed() -> Mapping[str, set[str]]:
    """The answers there are, by key; a key that is no safeguard of the catalogue has none."""
    return {**_LEVELS, **{f"safeguards.{name}": _STATEMENTS for name in safeguards()}}


def _said(coded: Coded) -> dict[str, str]:
    """The coded answers by key, with yes or no for each criterion."""
    said = dict(coded.answers)
    if coded.criteria is not None:
        for criterion in impact_criteria().values():
            said[f"criteria.{criterion.id}"] = _YES_NO[criterion.letter in coded.criteria]
    return said


def _found(key: str, assessment: Assessment) -> tuple[str, str | None]:
    """What the rules give for a key of the coding, and the rule that gave it."""
    kind, _, name = key.partition(".")
    if kind == "criteria":
        return _YES_NO[name in assessment.impact.criteria], None
    if kind == "impact":
        return assessment.impact.level, ", ".join(assessment.impact.rules) or None
    if kind == "safeguards":
        return _statement(name, assessment)
    judged = getattr(assessment, key)
    return judged.value, judged.rule


def _statement(name: str, assessment: Assessment) -> tuple[str, str | None]:
    """A statement as the coding has it: there, a notice counts as an explanation to the person."""
    statement = assessment.statements.get(name)
    notice = assessment.statements.get("notice")
    silent = statement is None or statement.value not in {StatementValue.PRESENT, StatementValue.ABSENT}
    if name == "explanation_to_person" and silent and notice and notice.value is StatementValue.PRESENT:
        return notice.value, notice.rule
    return (statement.value, statement.rule) if statement else (StatementValue.NOT_STATED, None)
