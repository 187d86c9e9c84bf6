"""The functions of an expression that look over all events of a case."""

import ast
from collections.abc import Callable

from attrs import define, field

from waarborg.measurement.expression.typed import ExpressionError, Typed, truth
from waarborg.sources.logs import Dialect
from waarborg.values.log import ValueType

_NUMBERS = {"count", "sum", "distinct"}
_MAX_ARGUMENTS = 2


@define
class Aggregates:
    """Gathers what a mapping asks of events, so that one pass over them answers it all.

    ``visit`` compiles an expression over one event; ``columns`` maps each asked value to its alias.
    ``order`` is the SQL of an event's place in its case.
    """

    visit: Callable[[ast.expr], Typed]
    order: str
    columns: dict[str, str] = field(factory=dict)
    ordered: bool = False

    known = frozenset({"first", "last", "count", "any", "all", "min", "max", "sum", "distinct"})

    def add(self, name: str, node: ast.Call, dialect: Dialect) -> Typed:
        """The value over a case that ``node`` asks for.

        Raises:
            ExpressionError: ``arguments_count`` or ``texts_in_order``.
        """
        if len(node.args) > _MAX_ARGUMENTS:
            raise ExpressionError("arguments_count", part=ast.unparse(node), expected=_MAX_ARGUMENTS)
        if name in {"any", "all", "count"}:
            return self._counted(name, node)
        if not node.args:
            raise ExpressionError("arguments_count", part=ast.unparse(node), expected=1)
        value = self.visit(node.args[0])
        if name in {"min", "max"} and value.type is ValueType.TEXT:
            raise ExpressionError("texts_in_order", part=ast.unparse(node))
        where = truth(self.visit(node.args[1])) if len(node.args) == _MAX_ARGUMENTS else "TRUE"
        sql = f"CASE WHEN {where} THEN {value.sql} END"
        if name == "sum":
            return self._summed(value, sql, dialect)
        return self._over(name, value, sql, where)

    def _counted(self, name: str, node: ast.Call) -> Typed:
        where = truth(self.visit(node.args[0])) if node.args else "TRUE"
        if name == "count":
            return Typed(self._alias(f"COUNT(CASE WHEN {where} THEN 1 END)"), ValueType.NUMBER)
        sign, against = (">", "0") if name == "any" else ("=", self._alias("COUNT(*)"))
        counted = self._alias(f"COUNT(CASE WHEN {where} THEN 1 END)")
        return Typed(f"({counted} {sign} {against})", ValueType.BOOLEAN)

    def _over(self, name: str, value: Typed, sql: str, where: str) -> Typed:
        if name == "distinct":
            return Typed(self._alias(f"COUNT(DISTINCT {sql})"), ValueType.NUMBER)
        if name in {"min", "max"} or value.sql == '"time"':
            function = "MIN" if name in {"min", "first"} else "MAX"
            return Typed(self._alias(f"{function}({sql})"), value.type, value.wall)
        self.ordered = True
        function = "MIN_BY" if name == "first" else "MAX_BY"
        there = f"CASE WHEN {where} AND {value.sql} IS NOT NULL THEN {self.order} END"
        return Typed(self._alias(f"{function}({value.sql}, {there})"), value.type, value.wall)

    def _summed(self, value: Typed, sql: str, dialect: Dialect) -> Typed:
        """Texts are read as numbers; a case with one that is none has no sum: a part would pass for it."""
        if value.type is not ValueType.TEXT:
            return Typed(self._alias(f"SUM({sql})"), ValueType.NUMBER)
        number = dialect.as_number(sql)
        whole = f"COUNT({number}) = COUNT({sql})"
        return Typed(self._alias(f"CASE WHEN {whole} THEN SUM({number}) END"), ValueType.NUMBER)

    def _alias(self, sql: str) -> str:
        return self.columns.setdefault(sql, f"e{len(self.columns)}")
