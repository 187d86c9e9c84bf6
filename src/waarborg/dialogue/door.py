"""What a record refuses at the door, so that the order of things never matters (DESIGN 4.1)."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from waarborg.values.dialogue import Basis, Record
from waarborg.values.finding import Finding, Severity

AnyKey = TypeVar("AnyKey", bound=Hashable)


def clashes(record: Record) -> tuple[Finding, ...]:
    """Items that may not stand beside each other, and claims from outside the claimant's side."""
    return tuple(_found(record))


def _found(record: Record) -> Iterator[Finding]:
    claims = ((item.party, item.date) for item in record.claims)
    decisions = (
        (item.party, item.scope, item.date) for item in record.positions if item.basis is Basis.DECISION
    )
    yield from (_clash("two_claims_one_day", party=party, date=day) for party, day in _twice(claims))
    yield from (
        _clash("two_decisions_one_day", party=party, scope=scope.value, date=day)
        for party, scope, day in _twice(decisions)
    )
    for question in record.questions:
        steps = ((question.by, step.date) for step in question.steps)
        yield from (_clash("two_steps_one_day", party=party, date=day) for party, day in _twice(steps))
    yield from (
        _clash("claim_by_body", party=item.party) for item in record.claims if item.party in record.bodies
    )


def _twice(keys: Iterable[AnyKey]) -> Iterator[AnyKey]:
    return (key for key, count in Counter(keys).items() if count > 1)


def _clash(code: str, **params: object) -> Finding:
    return Finding(code, params, severity=Severity.ERROR)
