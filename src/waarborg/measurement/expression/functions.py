"""The functions of an expression that look at one row."""

import ast
from collections.abc import Callable, Mapping
from typing import Protocol

from attrs import frozen

from waarborg.measurement.expression.typed import ExpressionError, Typed
from waarborg.sources.logs import Dialect
from waarborg.values.log import ValueType

DAY = 86_400_000_000
"""Microseconds in 24 hours."""


class Context(Protocol):
    """What a function needs of the compiler."""

    dialect: Dialect

    @property
    def clock(self) -> "HasDayCount":
        """How days are counted."""

    def instant(self, value: Typed) -> str:
        """A time as microseconds UTC."""

    def local(self, value: Typed) -> str:
        """A time as microseconds on the wall clock."""


class HasDayCount(Protocol):
    """A clock, as far as functions care."""

    @property
    def day_count(self) -> str:
        """``calendar`` or ``24h``."""


@frozen
class Call:
    """A call in an expression, its arguments compiled."""

    context: Context
    node: ast.Call
    arguments: tuple[Typed, ...]

    def of(self, *types: ValueType | None) -> tuple[Typed, ...]:
        """The arguments, checked against ``types``; None takes any."""
        shown = ast.unparse(self.node)
        if len(types) != len(self.arguments):
            raise ExpressionError("arguments_count", part=shown, expected=len(types))
        for value, kind in zip(self.arguments, types, strict=True):
            if kind is not None and value.type is not kind:
                raise ExpressionError("types_differ", part=shown, expected=kind.value)
        return self.arguments


def day_number(context: Context, value: Typed) -> str:
    """The calendar day of a time, as the number of days since 1970."""
    return f"FLOOR({context.local(value)} / {DAY}.0)"


def _calendar_days(call: Call) -> Typed:
    start, end = call.of(ValueType.TIME, ValueType.TIME)
    context = call.context
    return Typed(f"({day_number(context, end)} - {day_number(context, start)})", ValueType.NUMBER)


def _days24(call: Call) -> Typed:
    start, end = call.of(ValueType.TIME, ValueType.TIME)
    gone = f"({call.context.instant(end)} - {call.context.instant(start)})"
    return Typed(f"FLOOR({gone} / {DAY}.0)", ValueType.NUMBER)


def _days(call: Call) -> Typed:
    return _days24(call) if call.context.clock.day_count == "24h" else _calendar_days(call)


def _seconds(call: Call) -> Typed:
    start, end = call.of(ValueType.TIME, ValueType.TIME)
    gone = f"({call.context.instant(end)} - {call.context.instant(start)})"
    return Typed(f"({gone} / 1000000.0)", ValueType.NUMBER)


def _present(call: Call) -> Typed:
    (value,) = call.of(None)
    return Typed(f"({value.sql} IS NOT NULL)", ValueType.BOOLEAN)


def _missing(call: Call) -> Typed:
    (value,) = call.of(None)
    return Typed(f"({value.sql} IS NULL)", ValueType.BOOLEAN)


def _known(call: Call) -> Typed:
    (value,) = call.of(ValueType.BOOLEAN)
    return Typed(f"COALESCE({value.sql}, FALSE)", ValueType.BOOLEAN)


def _otherwise(call: Call) -> Typed:
    """A value, or another where there is none; a text beside a number is read as one."""
    value, other = call.of(None, None)
    if (value.type, other.type) == (ValueType.TEXT, ValueType.NUMBER):
        value = Typed(call.context.dialect.as_number(value.sql), ValueType.NUMBER)
    if (value.type, value.wall) != (other.type, other.wall):
        raise ExpressionError("types_differ", part=ast.unparse(call.node), expected=value.type.value)
    return Typed(f"COALESCE({value.sql}, {other.sql})", value.type, value.wall)


def _lower(call: Call) -> Typed:
    (value,) = call.of(ValueType.TEXT)
    return Typed(f"LOWER({value.sql})", ValueType.TEXT)


def _number(call: Call) -> Typed:
    (value,) = call.of(ValueType.TEXT)
    return Typed(call.context.dialect.as_number(value.sql), ValueType.NUMBER)


def _contains(call: Call) -> Typed:
    value, part = call.of(ValueType.TEXT, ValueType.TEXT)
    return Typed(f"(POSITION({part.sql} IN {value.sql}) > 0)", ValueType.BOOLEAN)


def _starts(call: Call) -> Typed:
    value, part = call.of(ValueType.TEXT, ValueType.TEXT)
    return Typed(f"(LEFT({value.sql}, LENGTH({part.sql})) = {part.sql})", ValueType.BOOLEAN)


def _part(name: str) -> Callable[[Call], Typed]:
    def function(call: Call) -> Typed:
        (value,) = call.of(ValueType.TIME)
        context = call.context
        return Typed(context.dialect.part(name, context.local(value)), ValueType.NUMBER)

    return function


FUNCTIONS: Mapping[str, Callable[[Call], Typed]] = {
    "days": _days,
    "calendar_days": _calendar_days,
    "days24": _days24,
    "seconds": _seconds,
    "present": _present,
    "missing": _missing,
    "known": _known,
    "otherwise": _otherwise,
    "lower": _lower,
    "number": _number,
    "contains": _contains,
    "starts": _starts,
    "year": _part("year"),
    "quarter": _part("quarter"),
    "month": _part("month"),
    "weekday": _part("dow"),
}
"""Function name to what makes its SQL."""
