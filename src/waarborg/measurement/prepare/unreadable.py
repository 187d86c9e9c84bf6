"""Values that are there but cannot be read as what the mapping says they are."""

from collections.abc import Mapping, Sequence

from waarborg.measurement.prepare.columns import TypedColumn
from waarborg.sources.logs import LogSession
from waarborg.values.finding import UnusableInput, Where

_SHOWN = 40
"""Characters of an unreadable value that an error shows."""


def refuse_unreadable(session: LogSession, columns: Sequence[TypedColumn]) -> Mapping[str, int]:
    """Count values that cannot be read; refuse them unless the mapping says to take them as missing.

    Raises:
        UnusableInput: ``value_unreadable`` with the first such row, its column and how many there are.
    """
    read = [column for column in columns if column.read or column.known]
    if not read:
        return {}
    asked = ", ".join(f"COUNT(CASE WHEN {_bad(column)} THEN 1 END)" for column in read)
    counts = dict(
        zip((column.name for column in read), session.rows(f"SELECT {asked} FROM log")[0], strict=True)
    )
    for column in read:
        if counts[column.name] and column.spec.unreadable == "refuse":
            _refuse(session, column, counts[column.name])
    return {name: count for name, count in counts.items() if count}


def _bad(column: TypedColumn) -> str:
    return f"({column.text} IS NOT NULL AND {column.value.sql} IS NULL)"


def _refuse(session: LogSession, column: TypedColumn, count: int) -> None:
    numbered = f"SELECT *, {session.dialect.position()} AS read_order FROM log"
    first = f"SELECT MIN(read_order), MIN_BY({column.text}, read_order)"
    query = f"{first} FROM ({numbered}) AS n WHERE {_bad(column)}"
    row, value = session.rows(query)[0]
    where = Where(row=int(row), column=column.spec.source)
    kind = " / ".join(column.known) or column.value.type.value
    raise UnusableInput(
        "value_unreadable", where, value=str(value)[:_SHOWN], type=kind, count=count, name=column.name
    )
