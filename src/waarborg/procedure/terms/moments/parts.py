"""The beginning, the middle and the end of a period."""

from attrs import evolve

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.moments.periods import current
from waarborg.procedure.terms.spans import Moment, Span, part_span


def part(text: Context, at: int) -> Parsed:
    """Begin, middle or end of a period; the end *of* a period is a day, an end without *of* is vague.

    The beginning of what has no length (*de start van het schooljaar*) is that moment itself.
    """
    found = find("parts", text.words, at)
    if not found:
        return None
    linked = find("of", text.words, found[1])
    place = linked[1] if linked else found[1]
    inner = text.moment(place) or current(text, place)
    if not inner:
        return None
    if not inner[0].unit:
        return inner if linked and found[0] == "begin" else None
    return _of(inner[0], found[0], exact=linked is not None), inner[1]


def _of(moment: Moment, name: str, *, exact: bool) -> Moment:
    def span(year: int) -> Span:
        return part_span(name, moment.unit, moment.at(year))

    if moment.unit == "recess" and name == "begin":
        return evolve(moment, at=lambda year: _first_day(moment.at(year)), unit="")
    vague = evolve(moment, at=span, unit="part", bare=True, end_of=name == "end")
    return evolve(vague, whole=moment.at if exact and name in {"begin", "end"} else None)


def _first_day(span: Span) -> Span:
    """A recess begins on a day, where the calendar knows it."""
    return evolve(span, last=span.first) if span.first else span
