"""Which instruments a body can use now, with who may use them, the term, the effect, the source, how sure."""

import datetime as dt

from attrs import frozen

from waarborg import law
from waarborg.law import Instrument, InstrumentTerm, ProcedureRule
from waarborg.procedure.terms.spans import shifted
from waarborg.values.entry import SystemStatus
from waarborg.workbench.models import System

GUIDED = ("ek", "tk", "gemeenteraad", "provinciale_staten", "algemeen_bestuur", "eilandsraad")
"""The bodies that have instruments, in the order of choice."""
_FROM_USE = frozenset({"notice", "listed", "laid"})
"""Figures that count from the day of use; the others count from a later step, such as holding over."""
_UNITS = {"days": "day", "weeks": "week", "months": "month"}
_LIVE = frozenset({SystemStatus.IN_USE.value, SystemStatus.OUT_OF_USE.value})


@frozen
class Running:
    """A term of an instrument; ``day`` is its last day if used on the day asked, where that can be told."""

    term: InstrumentTerm
    day: dt.date | None


@frozen
class Usable:
    """An instrument that can be used now; ``analogy`` where its rules were made for something else."""

    instrument: Instrument
    terms: tuple[Running, ...]
    rules: tuple[ProcedureRule, ...]
    analogy: bool


@frozen(kw_only=True)
class Guide:
    """What a body can do on a day. ``too_late`` are instruments for before go-live, of a system that is live.

    ``in_line`` is False where the system's organisation does not account to this body, None without a system.
    """

    body: str
    usable: tuple[Usable, ...]
    too_late: tuple[Instrument, ...] = ()
    in_line: bool | None = None
    line: tuple[str, ...] = ()


def guide(body: str, on: dt.date, system: System | None = None) -> Guide:
    """The instruments of ``body`` (one of ``GUIDED``) on ``on``, about ``system`` where one is named."""
    found = [one for one in law.instruments().values() if body in one.bodies]
    late = tuple(one for one in found if _beforehand(one) and system is not None and system.status in _LIVE)
    line = tuple(each.kind for each in system.organisation.bodies.all()) if system else ()
    return Guide(
        body=body,
        usable=tuple(_usable(one, body, on) for one in found if one not in late),
        too_late=late,
        in_line=body in line if system else None,
        line=line,
    )


def _beforehand(one: Instrument) -> bool:
    return one.kind is law.CaseKind.SUBMISSION


def _usable(one: Instrument, body: str, on: dt.date) -> Usable:
    rules = law.procedure_rules()
    terms = tuple(Running(term, _last_day(term, on)) for term in one.terms if term.body == body)
    return Usable(one, terms, tuple(rules[id_] for id_ in one.rules), analogy=_beforehand(one))


def _last_day(term: InstrumentTerm, on: dt.date) -> dt.date | None:
    if term.figure not in _FROM_USE:
        return None
    figure = next(each for each in law.procedure_rules()[term.rule].figures if each.name == term.figure)
    unit = _UNITS.get(figure.unit.value)
    return shifted(on, unit, round(figure.value)) if unit else None
