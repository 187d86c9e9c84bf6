"""One entry of an algorithm register, as published."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen


class SystemStatus(StrEnum):
    """Where a system stands in its life, as the register says; ``unknown`` when it says nothing usable."""

    IN_DEVELOPMENT = "in_development"
    IN_USE = "in_use"
    OUT_OF_USE = "out_of_use"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Entry:
    """One register entry, whatever the format it came in.

    ``texts`` holds the published text by canonical field name (the English keys of the Dutch publication
    standard 1.0 and of its predecessors), only where there is text; a quote points into it. ``dates`` holds
    dates as published (ISO where the source says so), by field. ``absent_fields`` names the canonical fields
    that this format has no place for, so that silence there is not the entry's own. ``raw`` is the record
    as read, whole. ``row`` counts from 1.
    """

    register: str
    source_id: str
    name: str
    organisation: str
    status: SystemStatus = SystemStatus.UNKNOWN
    dates: Mapping[str, str] = field(factory=dict)
    texts: Mapping[str, str] = field(factory=dict)
    category: str | None = None
    language: str = "nl"
    url: str | None = None
    standard_version: str | None = None
    row: int = 0
    absent_fields: frozenset[str] = frozenset()
    raw: Mapping[str, object] = field(factory=dict)
