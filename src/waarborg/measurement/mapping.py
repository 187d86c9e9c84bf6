"""The mapping: what the columns of a log mean, which terms and steps apply, what else to count.

Read from YAML; ``docs/measurement.md`` explains every key to the person who writes one.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from attrs import field, frozen

from waarborg.values.log import FileOptions, LogKind

DayCount = Literal["calendar", "24h"]
"""``calendar`` counts midnights on the wall clock; ``24h`` counts whole periods of 24 hours."""
Words = Mapping[str, str]
YES = ("ja", "yes", "true", "waar", "j", "y", "t", "1", "1.0")
NO = ("nee", "no", "false", "onwaar", "n", "f", "0", "0.0")
"""What counts as a yes or a no where a mapping does not say; capitals do not matter."""


@frozen(kw_only=True)
class ColumnSpec:
    """Where a value stands and how it is written. Short form: the name of the column."""

    source: str
    type: Literal["text", "number", "time", "boolean"] | None = None
    format: str | None = None
    yes: tuple[str, ...] = YES
    no: tuple[str, ...] = NO
    missing: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(factory=dict)
    unreadable: Literal["refuse", "missing"] = "refuse"
    level: Literal["case", "event"] | None = None

    @classmethod
    def from_text(cls, text: str) -> "ColumnSpec":
        """The short form."""
        return cls(source=text)


@frozen(kw_only=True)
class FieldSpec:
    """A value computed from columns, by an expression. Short form: the expression."""

    expression: str
    level: Literal["case", "event"] = "case"
    day_count: DayCount | None = None
    time_zone: str | None = None

    @classmethod
    def from_text(cls, text: str) -> "FieldSpec":
        """The short form."""
        return cls(expression=text)


@frozen(kw_only=True)
class GroupSpec:
    """An attribute by which people are compared. Short form: its name; ``reference`` is compared against."""

    name: str
    reference: str | None = None
    columns: Mapping[str, tuple[str, ...]] = field(factory=dict)

    @classmethod
    def from_text(cls, text: str) -> "GroupSpec":
        """The short form."""
        return cls(name=text)


@frozen(kw_only=True)
class TermSpec:
    """A legal term: so many days from one moment until another, valid between two days.

    ``extended_by`` is an expression that gives a case's own extra days. Terms with the same id follow
    each other in time; a case falls under the term that was valid on the day it starts from.
    """

    id: str
    days: int
    start: str = "received"
    end: str = "decided"
    valid_from: date | None = None
    valid_until: date | None = None
    extended_by: str | None = None
    day_count: DayCount | None = None
    time_zone: str | None = None
    source: str = ""
    safeguard: str = "decision_in_time"


@frozen(kw_only=True)
class StepSpec:
    """One step of a funnel: ``when`` a decision passes it, or the ``rows`` of a table of counts that did.

    ``by`` says who takes it: a machine or a human selects; a judgement is an official's view of what was
    found, a finding what happened by itself; a person (the one concerned) acts.
    """

    id: str
    by: Literal["population", "machine", "human", "judgement", "finding", "person"]
    when: str | None = None
    rows: tuple[str, ...] = ()
    within: str | None = None
    title: Words = field(factory=dict)


@frozen(kw_only=True)
class AskSpec:
    """An indicator of the mapping's own.

    ``rate``: the share of ``share`` among ``of``; ``composition``: how ``of`` is divided over ``by``;
    ``median``: of the number ``value`` among ``of``. A table of counts sums ``rows`` and ``of_rows``,
    in the columns of the group, or in ``columns`` of its own where the source counts this one differently.
    """

    id: str
    safeguard: str
    kind: Literal["rate", "composition", "median"] = "rate"
    level: Literal["cases", "events"] = "cases"
    of: str = "true"
    share: str | None = None
    value: str | None = None
    unit: str | None = None
    rows: tuple[str, ...] = ()
    of_rows: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(factory=dict)
    by: tuple[str, ...] = ()
    day_count: DayCount | None = None
    time_zone: str | None = None
    title: Words = field(factory=dict)
    meaning: Words = field(factory=dict)
    note: str | None = None


@frozen(kw_only=True)
class TableSpec:
    """How a table of counts is laid out: its label column, the rounding and the marks of its source.

    ``rows`` says what a row is: a step (and a column a group), a group (and a column a step), or one cell:
    then ``label`` names the column of its step, ``across`` that of its group and ``count`` that of its count.
    """

    label: str
    rows: Literal["steps", "groups", "cells"] = "steps"
    across: str | None = None
    count: str | None = None
    rounding: int = 1
    marks: tuple[str, ...] = ()
    decimal: Literal[",", "."] = "."


@frozen(kw_only=True)
class LogMapping:
    """A whole mapping, as written."""

    kind: LogKind
    title: Words = field(factory=dict)
    source: str = ""
    synthetic: bool = False
    file: FileOptions = field(factory=FileOptions)
    time_zone: str = "Europe/Amsterdam"
    day_count: DayCount = "calendar"
    missing: tuple[str, ...] = ()
    smallest_group: int = 10
    largest_group_count: int = 50
    period: Literal["year", "quarter", "month"] = "month"
    columns: Mapping[str, ColumnSpec] = field(factory=dict)
    fields: Mapping[str, FieldSpec] = field(factory=dict)
    groups: tuple[GroupSpec, ...] = ()
    may_leave: tuple[str, ...] = ()
    terms: tuple[TermSpec, ...] = ()
    funnel: tuple[StepSpec, ...] = ()
    table: TableSpec | None = None
    indicators: tuple[AskSpec, ...] = ()
