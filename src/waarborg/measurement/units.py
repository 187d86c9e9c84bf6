"""The unit of a number that an expression gives."""

import ast
from collections.abc import Mapping

from waarborg.measurement.mapping import FieldSpec

NEUTRAL = "number"
"""The unit of a number of which the mapping says no unit: an amount, a score."""
_DAYS = frozenset({"days", "calendar_days", "days24"})


def unit_of(expression: str, fields: Mapping[str, FieldSpec]) -> str:
    """``days`` where an expression gives a difference in days, by itself or by fields; else ``number``."""
    try:
        tree = ast.parse(" ".join(expression.split()), mode="eval")
    except (SyntaxError, ValueError, RecursionError):
        return NEUTRAL  # compiling it refuses it, with the line
    return "days" if _gives_days(tree.body, fields) else NEUTRAL


def _gives_days(node: ast.expr, fields: Mapping[str, FieldSpec]) -> bool:
    """Days; days more or fewer; days or other days. A field may use those above it only, so none twice."""
    match node:
        case ast.UnaryOp(operand=value) | ast.Call(func=ast.Name(id="otherwise"), args=[value, _]):
            return _gives_days(value, fields)
        case ast.Call(func=ast.Name(id=name)):
            return name in _DAYS
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub(), right=right):
            return _gives_days(left, fields) or _gives_days(right, fields)
        case ast.IfExp(body=body, orelse=other):
            return _gives_days(body, fields) and _gives_days(other, fields)
        case ast.Name(id=name) if name in fields:
            above = dict(list(fields.items())[: list(fields).index(name)])
            return unit_of(fields[name].expression, above) == "days"
    return False
