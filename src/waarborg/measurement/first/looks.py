"""What the values of a column look like. Nothing here leaves but a type, a pattern and words known before."""

from collections.abc import Sequence

from attrs import frozen

from waarborg.measurement.first.words import words
from waarborg.measurement.mapping import NO, YES, ColumnSpec
from waarborg.measurement.prepare.columns import is_one_value, native_type, typed_column
from waarborg.sources.logs import LogSession, quoted
from waarborg.values.log import ValueType

_SAMPLE = 10_000
_ENOUGH = 0.95
"""A column is of a type when at least this part of its values reads as that type."""
FEW = 50


@frozen(kw_only=True)
class Looks:
    """A column: its type, the pattern its values need, whether all read so, and how many values it takes.

    ``yes`` and ``no`` are known words of a decision, found among its values: adverse and favourable.
    """

    name: str
    type: ValueType
    format: str | None = None
    whole: bool = True
    distinct: int = 0
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


def looks(session: LogSession, zone: str) -> Sequence[Looks]:
    """Every column of an opened log, by its first rows; one that no mapping can name is left out."""
    return [_look(session, name, zone) for name, held in session.columns.items() if is_one_value(held)]


def _look(session: LogSession, name: str, zone: str) -> Looks:
    rows = session.rows(_sample(name, session.dialect.as_text(quoted(name))))
    values = [value.strip() for (value,) in rows if value is not None and value.strip()]
    distinct = set(values)
    native, _ = native_type(session.columns[name])
    lower = {value.lower() for value in distinct}
    if lower and lower <= {*YES, *NO}:
        return Looks(name=name, type=ValueType.BOOLEAN, distinct=len(distinct))
    if native is not ValueType.TEXT:
        return Looks(name=name, type=native, distinct=len(distinct))
    for kind, patterns in ((ValueType.TIME, (None, *words().formats)), (ValueType.NUMBER, (None, ","))):
        reads = {pattern: _reads(session, name, kind, pattern, zone) for pattern in patterns}
        best = max(reads, key=lambda pattern: reads[pattern])
        if values and reads[best] >= _ENOUGH * len(values):
            whole = reads[best] == len(values)
            return Looks(name=name, type=kind, format=best, whole=whole, distinct=len(distinct))
    yes, no = _decisions(distinct)
    return Looks(name=name, type=ValueType.TEXT, distinct=len(distinct), yes=yes, no=no)


def _sample(name: str, value: str) -> str:
    return f"SELECT {value} FROM (SELECT {quoted(name)} FROM log LIMIT {_SAMPLE}) AS s"


def _reads(session: LogSession, name: str, kind: ValueType, pattern: str | None, zone: str) -> int:
    """How many values read as ``kind`` by a pattern."""
    spec = ColumnSpec(source=name, type=kind.value, format=pattern)
    read = typed_column(name, spec, session.columns[name], session.dialect, zone, ())
    ((number,),) = session.rows(_sample(name, f"COUNT({read.value.sql})"))
    return int(number)


def _decisions(values: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values that are known words of a decision, where all are and both kinds occur."""
    known = words()
    yes, no = (
        tuple(sorted(value for value in values if value.lower() in listed))
        for listed in (known.adverse, known.favourable)
    )
    return (yes, no) if yes and no and len(yes) + len(no) == len(values) else ((), ())
