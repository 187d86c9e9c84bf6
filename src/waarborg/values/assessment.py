"""What an entry says about people, decisions and safeguards, with the words it rests on."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen


@frozen(order=True)
class Quote:
    """The words a finding rests on: ``entry.texts[field][start:end]``, at most 300 characters."""

    field: str
    start: int
    end: int


class Subject(StrEnum):
    """Whom the output of a system is about."""

    PERSON = "person"
    ORGANISATION = "organisation"
    NONE = "none"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a system does in the decision process, the strongest that the text supports."""

    DECIDES = "decides"
    RECOMMENDS = "recommends"
    SELECTS = "selects"
    SUPPORTS = "supports"
    UNKNOWN = "unknown"


class YesNoUnknown(StrEnum):
    """An answer that may be missing."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class ImpactLevel(StrEnum):
    """The effect on human rights."""

    HIGH = "high"
    NOT_HIGH = "not_high"
    UNKNOWN = "unknown"


class StatementValue(StrEnum):
    """What an entry states on a safeguard. Not stated is never absent."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_STATED = "not_stated"
    NOT_APPLICABLE = "not_applicable"
    NOT_IN_SOURCE = "not_in_source"


@frozen
class Judged:
    """One answer of the assessment: its value, the rule that gave it, the words it rests on."""

    value: str
    rule: str | None = None
    quotes: tuple[Quote, ...] = ()


@frozen
class Impact:
    """The impact level with its criteria, the rules that gave it and the words they rest on."""

    level: ImpactLevel
    criteria: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    catalogue_version: str = ""


@frozen
class Statement:
    """What an entry states on one safeguard."""

    safeguard: str
    value: StatementValue
    rule: str | None = None
    quotes: tuple[Quote, ...] = ()


@frozen(kw_only=True)
class Assessment:
    """All that the rules read in one entry. ``statements`` holds one statement per safeguard, by id."""

    source_id: str
    organisation_kind: str
    body: str
    subject: Judged
    role: Judged
    automated_individual_decision: Judged
    impact: Impact
    statements: Mapping[str, Statement] = field(factory=dict)
    catalogue_version: str = ""
