"""Moments pointed at from the day it was said: this week, next month, the coming spring."""

from attrs import evolve

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.moments.dates import date, weekday
from waarborg.procedure.terms.moments.named import named, occasion
from waarborg.procedure.terms.moments.ordinals import ordinal
from waarborg.procedure.terms.moments.periods import month
from waarborg.procedure.terms.spans import DAY, Moment, Span, day_span, period_span, readings, shifted
from waarborg.values.deadline import Certainty

_MANY = ("en", "ths", "eks", "ers", "ays")
_MEASURED = {"week", "month", "quarter", "year", "day", "workday"}


def pointed(text: Context, at: int) -> Parsed:
    """This, next or coming, and a period or a name."""
    for kind, offset in (("this", 0), ("next", 1), ("coming", None)):
        if pointer := find(kind, text.words, at):
            unit = find("units", text.words, pointer[1])
            if unit and unit[0] in _MEASURED:
                return _unit(text, unit, offset)
            return _name(text, pointer[1], kind)
    return None


def _name(text: Context, at: int, kind: str) -> Parsed:
    readers = (date, named, month, ordinal, weekday, occasion)
    inner = next((found for reader in readers if (found := reader(text, at))), None)
    if inner is None:
        return None
    moment = inner[0]
    if kind == "next" and moment.unit == "season":
        moment = evolve(moment, year=text.said.year + 1)
    return evolve(moment, bare=True), inner[1]


def _unit(text: Context, unit: tuple[str, int], offset: int | None) -> Parsed:
    name = unit[0] if unit[0] != "workday" else "day"
    if found := find("weekdays", text.words, unit[1]) if name == "week" else None:
        monday = period_span("week", shifted(text.said, "week", offset or 0)).first or text.said
        day = day_span(monday + DAY * int(found[0]), Certainty.DERIVED, "from_day_said")
        return Moment(at=lambda _: day, fixed=True, bare=True), found[1]
    if offset is None and text.word(unit[1] - 1).endswith(_MANY):
        return _coming_few(text, name), unit[1]
    span = period_span(name, shifted(text.said, name, 1 if offset is None else offset))
    certainty = Certainty.ASSUMED if offset is None else Certainty.DERIVED
    reading = ("reading:coming",) if offset is None else ()
    span = evolve(span, certainty=certainty, basis=("from_day_said", *span.basis, *reading))
    return Moment(at=lambda _: span, fixed=True, unit=name, bare=True), unit[1]


def _coming_few(text: Context, name: str) -> Moment:
    """The coming weeks: a few of them, by our reading."""
    last = shifted(text.said, name, int(readings()["few"]))
    days = Span(
        first=text.said, last=last, certainty=Certainty.ASSUMED, basis=("from_day_said", "reading:few")
    )
    return Moment(at=lambda _: days, fixed=True, unit=name, bare=True)
