"""A piece of SQL with the type of its value."""

from attrs import frozen

from waarborg.measurement.mapping import NO
from waarborg.sources.logs.session import text_literal
from waarborg.values.log import ValueType

_NO = ", ".join(text_literal(word) for word in NO)


@frozen
class Typed:
    """SQL and its type. A time is microseconds: of an instant, or of a wall clock where ``wall`` is set."""

    sql: str
    type: ValueType
    wall: bool = False


class ExpressionError(Exception):
    """An expression that cannot be compiled: a code and what its sentence needs."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the code and its params."""
        self.code = code
        self.params = params
        super().__init__(code, params)


def truth(value: Typed) -> str:
    """A value as a yes or no: one that is no boolean is a yes where it is there and does not itself say no.

    Most kinds of log hold texts only, so ``false``, ``nee`` or ``0`` there is an answer, not mere presence;
    a number 0 is a no likewise, so that a log gives the same figures whatever kind of file it stands in.
    """
    if value.type is ValueType.BOOLEAN:
        return value.sql
    if value.type is ValueType.TEXT:
        return f"COALESCE(LOWER(TRIM({value.sql})) NOT IN ({_NO}), FALSE)"
    if value.type is ValueType.NUMBER:
        return f"COALESCE({value.sql} <> 0, FALSE)"
    return f"({value.sql} IS NOT NULL)"
