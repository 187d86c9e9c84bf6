"""Records read one at a time from a file, whatever its form, so that memory stays bounded."""

from collections.abc import Iterator, Mapping
from typing import Literal

from attrs import define, field, frozen

RECORD_LIMIT = 16 * 1024 * 1024
"""The longest single record or cell read, in characters."""

Kind = Literal["json", "csv", "xlsx"]


@frozen
class RawRecord:
    """One record as read: its values by name and its place. ``row`` counts from 1, header left out.

    ``section`` is the sheet of a workbook or the key of the list in a JSON document.
    """

    values: Mapping[str, object]
    row: int
    line: int | None = None
    section: str | None = None


@define
class RawStream:
    """Records to be read once, with what is known before the first: the kind of file and its columns.

    ``header_line`` is the line of the header in a text file. ``members`` holds what stands beside the list
    of records in a JSON document, and ``left_out`` the sheets of a workbook that have another header; both
    are whole when the records have been read.
    """

    kind: Kind
    records: Iterator[RawRecord]
    columns: tuple[str, ...] = ()
    header_line: int | None = None
    members: dict[str, object] = field(factory=dict)
    left_out: list[str] = field(factory=list)
