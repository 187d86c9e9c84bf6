"""From an expression to SQL, with types checked on the way."""

import ast
import difflib
from collections.abc import Callable, Mapping

from attrs import frozen

from waarborg.measurement.expression.events import Aggregates
from waarborg.measurement.expression.functions import FUNCTIONS, Call
from waarborg.measurement.expression.typed import ExpressionError, Typed, truth
from waarborg.sources.logs import Dialect
from waarborg.sources.logs.session import text_literal
from waarborg.values.log import ValueType

__all__ = ["Clock", "Compiler", "ExpressionError"]

_COMPARE: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "=",
    ast.NotEq: "<>",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_ARITHMETIC: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


@frozen
class Clock:
    """How days are counted: on the wall clock of ``zone``, or in whole periods of 24 hours."""

    zone: str
    day_count: str

    @property
    def method(self) -> str:
        """The choice as it is printed with a result."""
        return "24_hour_days; UTC" if self.day_count == "24h" else f"calendar_days; {self.zone}"


class Compiler:
    """Compiles expressions over one table; ``aggregates`` gathers values of events where there are any."""

    def __init__(
        self,
        names: Mapping[str, Typed],
        dialect: Dialect,
        clock: Clock,
        aggregates: Aggregates | None = None,
    ) -> None:
        self.names = names
        self.dialect = dialect
        self.clock = clock
        self.aggregates = aggregates
        self._visits: Mapping[type[ast.expr], Callable[..., Typed]] = {
            ast.Name: self._name,
            ast.Constant: self._constant,
            ast.BoolOp: self._boolean,
            ast.UnaryOp: self._unary,
            ast.BinOp: self._arithmetic,
            ast.Compare: self._comparison,
            ast.IfExp: self._choice,
            ast.Call: self._call,
        }

    def compile(self, expression: str) -> Typed:
        """The SQL of ``expression``.

        Raises:
            ExpressionError: ``expression_malformed``, ``name_unknown``, ``function_unknown``,
                ``function_of_events``, ``arguments_count``, ``expression_unsupported``,
                ``types_differ`` or ``texts_in_order``.
        """
        try:
            tree = ast.parse(" ".join(expression.split()), mode="eval")
        except (SyntaxError, ValueError, RecursionError) as error:
            raise ExpressionError("expression_malformed", expression=expression, reason=str(error)) from None
        return self.visit(tree.body)

    def condition(self, expression: str) -> str:
        """The SQL of ``expression`` as a yes or no."""
        return truth(self.compile(expression))

    def with_clock(self, clock: Clock) -> "Compiler":
        """The same compiler under other choices of clock."""
        return Compiler(self.names, self.dialect, clock, self.aggregates)

    def visit(self, node: ast.expr) -> Typed:
        """The SQL of one node."""
        visit = self._visits.get(type(node))
        if visit is None:
            raise ExpressionError("expression_unsupported", part=ast.unparse(node))
        return visit(node)

    def _name(self, node: ast.Name) -> Typed:
        if node.id in {"true", "false"}:
            return Typed(node.id.upper(), ValueType.BOOLEAN)
        if node.id not in self.names:
            close = difflib.get_close_matches(node.id, self.names, n=1)
            known = ", ".join(self.names)
            raise ExpressionError("name_unknown", name=node.id, close=close[0] if close else "-", known=known)
        return self.names[node.id]

    def _constant(self, node: ast.Constant) -> Typed:
        value = node.value
        if isinstance(value, bool):
            return Typed(str(value).upper(), ValueType.BOOLEAN)
        if isinstance(value, str):
            return Typed(text_literal(value), ValueType.TEXT)
        if isinstance(value, (int, float)):
            return Typed(repr(value), ValueType.NUMBER)
        raise ExpressionError("expression_unsupported", part=ast.unparse(node))

    def _boolean(self, node: ast.BoolOp) -> Typed:
        joint = " AND " if isinstance(node.op, ast.And) else " OR "
        return Typed(f"({joint.join(truth(self.visit(value)) for value in node.values)})", ValueType.BOOLEAN)

    def _unary(self, node: ast.UnaryOp) -> Typed:
        if isinstance(node.op, ast.Not):
            return Typed(f"(NOT {truth(self.visit(node.operand))})", ValueType.BOOLEAN)
        if isinstance(node.op, ast.USub):
            return Typed(f"(-{self._number(node.operand)})", ValueType.NUMBER)
        raise ExpressionError("expression_unsupported", part=ast.unparse(node))

    def _arithmetic(self, node: ast.BinOp) -> Typed:
        sign = _ARITHMETIC.get(type(node.op))
        if sign is None:
            raise ExpressionError("expression_unsupported", part=ast.unparse(node))
        right = self._number(node.right)
        if sign == "/":
            right = f"NULLIF({right}, 0)"
        return Typed(f"({self._number(node.left)} {sign} {right})", ValueType.NUMBER)

    def _number(self, node: ast.expr) -> str:
        value = self.visit(node)
        if value.type is ValueType.TEXT:
            return self.dialect.as_number(value.sql)
        if value.type is not ValueType.NUMBER:
            raise ExpressionError("types_differ", part=ast.unparse(node), expected="number")
        return value.sql

    def _comparison(self, node: ast.Compare) -> Typed:
        parts = []
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            parts.append(self._compared(left, operator, right))
            left = right
        return Typed(f"({' AND '.join(parts)})", ValueType.BOOLEAN)

    def _compared(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> str:
        if isinstance(operator, (ast.In, ast.NotIn)):
            return self._membership(left, right, negated=isinstance(operator, ast.NotIn))
        sign = _COMPARE.get(type(operator))
        if sign is None:
            raise ExpressionError("expression_unsupported", part=ast.unparse(left))
        values = self.visit(left), self.visit(right)
        if sign not in {"=", "<>"} and all(value.type is ValueType.TEXT for value in values):
            part = ast.unparse(ast.Compare(left, [operator], [right]))
            raise ExpressionError("texts_in_order", part=part)
        first, second = self._alike(*values, ast.unparse(left))
        return f"({first} {sign} {second})"

    def _membership(self, left: ast.expr, right: ast.expr, *, negated: bool) -> str:
        if not isinstance(right, (ast.List, ast.Tuple, ast.Set)) or not right.elts:
            raise ExpressionError("expression_unsupported", part=ast.unparse(right))
        value = self.visit(left)
        pairs = [self._alike(value, self.visit(one), ast.unparse(left)) for one in right.elts]
        inside = ", ".join(second for _, second in pairs)
        return f"({pairs[0][0]} {'NOT IN' if negated else 'IN'} ({inside}))"

    def _alike(self, left: Typed, right: Typed, part: str) -> tuple[str, str]:
        """Both sides as one type: text against a number or a time is read as one."""
        types = {left.type, right.type}
        if len(types) == 1 and left.type is ValueType.TIME:
            return self.instant(left), self.instant(right)
        if len(types) == 1:
            return left.sql, right.sql
        if types == {ValueType.TEXT, ValueType.NUMBER}:
            return self._as_number(left), self._as_number(right)
        if types == {ValueType.TEXT, ValueType.TIME}:
            return self._as_time(left), self._as_time(right)
        raise ExpressionError("types_differ", part=part, expected=left.type.value)

    def _as_number(self, value: Typed) -> str:
        return self.dialect.as_number(value.sql) if value.type is ValueType.TEXT else value.sql

    def _as_time(self, value: Typed) -> str:
        if value.type is ValueType.TIME:
            return self.instant(value)
        return self.dialect.parse_instant(value.sql, self.clock.zone, None)

    def instant(self, value: Typed) -> str:
        """A time as microseconds UTC."""
        return self.dialect.to_instant(value.sql, self.clock.zone) if value.wall else value.sql

    def local(self, value: Typed) -> str:
        """A time as microseconds on the wall clock."""
        return value.sql if value.wall else self.dialect.to_local(value.sql, self.clock.zone)

    def _choice(self, node: ast.IfExp) -> Typed:
        test, first, second = truth(self.visit(node.test)), self.visit(node.body), self.visit(node.orelse)
        if first.type is not second.type:
            raise ExpressionError("types_differ", part=ast.unparse(node), expected=first.type.value)
        return Typed(f"CASE WHEN {test} THEN {first.sql} ELSE {second.sql} END", first.type, first.wall)

    def _call(self, node: ast.Call) -> Typed:
        name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
        if node.keywords:
            raise ExpressionError("expression_unsupported", part=ast.unparse(node))
        if self.aggregates is not None and name in self.aggregates.known:
            return self.aggregates.add(name, node, self.dialect)
        function = FUNCTIONS.get(name)
        if function is None:
            raise self._no_function(name)
        return function(Call(self, node, tuple(self.visit(one) for one in node.args)))

    def _no_function(self, name: str) -> ExpressionError:
        if self.aggregates is None and name in Aggregates.known:
            known = ", ".join(sorted(Aggregates.known))
            return ExpressionError("function_of_events", name=name, known=known)
        known = ", ".join(sorted({*FUNCTIONS, *(self.aggregates.known if self.aggregates else ())}))
        return ExpressionError("function_unknown", name=name, known=known)
