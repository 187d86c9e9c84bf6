"""A case as it was known on a day: what came on record later is left out."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from attrs import evolve

from waarborg.values.case import Case, CaseInstrument, Fact

F = TypeVar("F", bound=Fact)


def as_known_on(case: Case, on: dt.date) -> Case:
    """The case without the facts and steps whose ``recorded`` lies after ``on``.

    A fact without that day counts as recorded when it happened.
    """
    return evolve(
        case,
        parties=_known(case.parties, on),
        papers=_known(case.papers, on),
        instruments=tuple(_with_known_steps(item, on) for item in _known(case.instruments, on)),
        events=_known(case.events, on),
        relations=_known(case.relations, on),
        related=_known(case.related, on),
    )


def _known(facts: Iterable[F], on: dt.date) -> tuple[F, ...]:
    return tuple(fact for fact in facts if fact.recorded is None or fact.recorded <= on)


def _with_known_steps(item: CaseInstrument, on: dt.date) -> CaseInstrument:
    known = tuple(step for step in item.history if step.recorded is None or step.recorded <= on)
    return item if known == item.history else evolve(item, history=known)
