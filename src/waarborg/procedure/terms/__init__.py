"""Terms in words, resolved to a day, a range or an honest 'not known'."""

from waarborg.procedure.terms.resolve import resolve
from waarborg.procedure.terms.statutory import statutory_end

__all__ = ["resolve", "statutory_end"]
