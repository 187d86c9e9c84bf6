"""What a log looks like from outside: its kind, the types of its columns, how its file is to be opened."""

from enum import StrEnum

from attrs import frozen


class LogKind(StrEnum):
    """One row a decision, one row an event, or a table of counts."""

    DECISIONS = "decisions"
    EVENTS = "events"
    COUNTS = "counts"


class ValueType(StrEnum):
    """The types that expressions over a log know."""

    TEXT = "text"
    NUMBER = "number"
    TIME = "time"
    BOOLEAN = "boolean"


@frozen(kw_only=True)
class FileOptions:
    """How a file is to be opened, where the file itself does not say.

    ``sheet`` belongs to spreadsheets, ``header_row`` (counted from 1) to these and to CSV, ``table`` to
    databases, ``delimiter`` to CSV. ``unpacked_limit`` bounds what a packed file may grow to, in bytes.
    """

    sheet: str | None = None
    header_row: int = 1
    table: str | None = None
    delimiter: str | None = None
    unpacked_limit: int = 8 * 1024**3
