"""The small language of a mapping: expressions over the columns of a log, turned into plain SQL.

Its grammar is Python's, cut down to names, constants, comparison, arithmetic, ``and``/``or``/``not``,
``in``, ``a if c else b`` and the functions of this room. Nothing in it can reach beyond the log.
"""

from waarborg.measurement.expression.compiler import Clock, Compiler, ExpressionError
from waarborg.measurement.expression.typed import Typed

__all__ = ["Clock", "Compiler", "ExpressionError", "Typed"]
