"""Records of safeguards in a YAML file: a list, each with a name, what is given and what is expected.

``waarborg dialogue state FILE`` reads it. A date stands as ``2023-09-01``, or as ``{date: 2023-09-01,
recorded: 2023-10-01}`` where it was recorded on another day; a single name may stand for a list of one.
"""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen
from cattrs import Converter

from waarborg.dialogue.door import clashes
from waarborg.sources.records import load_record
from waarborg.values.dialogue import (
    PUBLIC,
    Applicable,
    Change,
    Claim,
    Dated,
    Evidence,
    Grade,
    Measure,
    NewHolder,
    Position,
    Question,
    Record,
    View,
)
from waarborg.values.finding import UnusableInput, Where


@frozen
class When(Dated):
    """A day, written alone or with the day it was recorded."""

    @classmethod
    def from_data(cls, data: Any, converter: Converter) -> "When":
        """Read either form."""
        parts = data if isinstance(data, Mapping) else {"date": data}
        recorded = parts.get("recorded")
        day = converter.structure(parts["date"], dt.date)
        return cls(day, converter.structure(recorded, dt.date) if recorded else None)


@frozen(kw_only=True)
class GivenEvidence(Evidence):
    """Evidence as written in a file."""

    withdrawn: When | None = None


@frozen(kw_only=True)
class GivenMeasure(Measure):
    """A measure as written in a file."""

    done: When | None = None
    withdrawn: When | None = None


@frozen(kw_only=True)
class Given:
    """The record and the question put to it, as written in a file."""

    claimant: str
    bodies: tuple[str, ...]
    applicable: Applicable
    bar: Grade
    on: dt.date
    known_on: dt.date | None = None
    reader: str = PUBLIC
    norms: tuple[str, ...] = ("one",)
    claims: tuple[Claim, ...] = ()
    evidence: tuple[GivenEvidence, ...] = ()
    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    measures: tuple[GivenMeasure, ...] = ()
    changed: tuple[When, ...] = ()
    new_holder: Mapping[str, When] = {}

    def record(self) -> Record:
        """The record of the safeguard."""
        return Record(
            claimant=self.claimant,
            bodies=self.bodies,
            applicable=self.applicable,
            bar=self.bar,
            norms=self.norms or ("one",),
            claims=self.claims,
            evidence=self.evidence,
            questions=self.questions,
            positions=self.positions,
            measures=self.measures,
            changes=tuple(Change(date=day.date, recorded=day.recorded) for day in self.changed),
            new_holders=tuple(
                NewHolder(party=party, date=day.date, recorded=day.recorded)
                for party, day in self.new_holder.items()
            ),
        )

    def view(self) -> View:
        """The view put to the record."""
        return View(on=self.on, known_on=self.known_on, reader=self.reader)


@frozen(kw_only=True)
class Example:
    """One case of a file."""

    name: str
    given: Given
    expect: dict[str, Any] | None = None


def read_examples(path: Path) -> tuple[Example, ...]:
    """Read the cases of a file.

    Raises:
        UnusableInput: the file is not of this form, or a record holds what the door refuses.
    """
    examples = load_record(path, tuple[Example, ...])
    for row, example in enumerate(examples, start=1):
        for finding in clashes(example.given.record()):
            where = Where(file=str(path), row=row, field=example.name)
            raise UnusableInput(finding.code, where, **finding.params)
    return examples
