"""What a record refuses at the door, so that the order of things never matters (DESIGN 4.1)."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from waarborg.values.dialogue import PUBLIC, Basis, Grade, Record
from waarborg.values.finding import Finding, Severity

_NEVER_CLAIM = frozenset({"ek", "tk", "auditor", PUBLIC})
"""Parties that stand on no government's side, whatever record they are named in."""

AnyKey = TypeVar("AnyKey", bound=Hashable)


def clashes(record: Record) -> tuple[Finding, ...]:
    """Items that may not stand beside each other, and claims from outside the claimant's side."""
    return tuple(_found(record))


def _found(record: Record) -> Iterator[Finding]:
    yield from _two_at_once(record)
    yield from _claims_of_outsiders(record)
    yield from _sides(record)
    yield from _grades_and_norms(record)


def _two_at_once(record: Record) -> Iterator[Finding]:
    claims = ((item.party, item.scope, item.date) for item in record.claims)
    decisions = (
        (item.party, item.scope, item.date) for item in record.positions if item.basis is Basis.DECISION
    )
    yield from (_clash("two_claims_one_day", party=party, date=day) for party, _, day in _twice(claims))
    yield from (
        _clash("two_decisions_one_day", party=party, scope=scope.value, date=day)
        for party, scope, day in _twice(decisions)
    )
    for question in record.questions:
        steps = ((question.by, step.date) for step in question.steps)
        yield from (_clash("two_steps_one_day", party=party, date=day) for party, day in _twice(steps))


def _claims_of_outsiders(record: Record) -> Iterator[Finding]:
    outsiders = {*_NEVER_CLAIM, *record.bodies} - {record.claimant}
    yield from (
        _clash("claim_by_body", party=item.party) for item in record.claims if item.party in outsiders
    )


def _sides(record: Record) -> Iterator[Finding]:
    yield from (_clash("body_twice", party=body) for body in _twice(record.bodies))
    if record.claimant in record.bodies:
        yield _clash("claimant_is_body", party=record.claimant)


def _grades_and_norms(record: Record) -> Iterator[Finding]:
    yield from (_clash("norm_twice", norm=norm) for norm in _twice(record.norms))
    if Grade.NONE in {record.bar, *(item.grade for item in record.evidence)}:
        yield _clash("grade_none")
    for item in record.evidence:
        unknown = sorted(item.covers - set(record.norms))
        yield from (_clash("norm_unknown", norm=norm, norms=", ".join(record.norms)) for norm in unknown)


def _twice(keys: Iterable[AnyKey]) -> Iterator[AnyKey]:
    return (key for key, count in Counter(keys).items() if count > 1)


def _clash(code: str, **params: object) -> Finding:
    return Finding(code, params, severity=Severity.ERROR)
