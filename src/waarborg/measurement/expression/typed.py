"""A piece of SQL with the type of its value."""

from attrs import frozen

from waarborg.values.log import ValueType


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
    """A value as a yes or no: a value that is no boolean says whether it is there."""
    return value.sql if value.type is ValueType.BOOLEAN else f"({value.sql} IS NOT NULL)"
