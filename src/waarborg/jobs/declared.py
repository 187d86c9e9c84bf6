"""Declared against found, over a whole register: where they differ, and where a presumption was set aside."""

from attrs import frozen

from waarborg.assessment import Declared, declared
from waarborg.jobs.assess import AssessedRegister, place
from waarborg.values.entry import Entry

Held = tuple[Entry, Declared]


@frozen
class DeclaredAgainstFound:
    """``entries`` in all, ``declaring`` of them with a declared level; those that differ; those rebutted.

    A rebutted presumption is listed whether or not the text supports it: its reason is what matters.
    """

    entries: int
    declaring: int
    differ: tuple[Held, ...]
    rebutted: tuple[Held, ...]


def declared_against_found(assessed: AssessedRegister) -> DeclaredAgainstFound:
    """Hold every declared level of a register against what the text supports without it."""
    held = [
        (entry, said)
        for entry, assessment in assessed.entries
        if (said := declared(entry, place(entry.organisation), assessment.impact))
    ]
    return DeclaredAgainstFound(
        entries=len(assessed.entries),
        declaring=len(held),
        differ=tuple((entry, said) for entry, said in held if said.differs),
        rebutted=tuple((entry, said) for entry, said in held if said.rebutted),
    )
