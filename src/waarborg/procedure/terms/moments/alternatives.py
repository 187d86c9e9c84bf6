"""One moment or another, ``eind 2024 of begin 2025``: kept by the last day of the later one."""

from attrs import evolve

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.spans import Moment, Span
from waarborg.values.deadline import Certainty

_OR = {"of", "or"}
_WITHIN = {"in", "on", "around"}


def alternatives(text: Context, at: int) -> Parsed:
    """The moment at place ``at``, with the one set beside it by ``of``; two parts need no word between."""
    first = text.moment(at)
    second = _second(text, first) if first else None
    if not first or not second:
        return first
    joined = _joined(first[0], second[0], text.said.year)
    return (joined, second[1]) if joined else first


def _second(text: Context, first: tuple[Moment, int]) -> Parsed:
    place = first[1]
    if text.word(place) not in _OR:
        found = text.moment(place)
        return found if found and found[0].unit == first[0].unit == "part" else None
    relation = find("relations", text.words, place + 1)
    if relation and relation[0] not in _WITHIN:
        return None
    return text.moment(relation[1] if relation else place + 1)


def _joined(first: Moment, second: Moment, said: int) -> Moment | None:
    """Both in one span; the year behind one is that of both, over the turn of the year too."""
    if second.at(said).last is None or first.at(said).last is None:
        return None
    known = [year for year in (_year(first), _year(second)) if year is not None]

    def span(year: int) -> Span:
        year = known[-1] if known else year
        start, end = first.at(_year(first) or year), second.at(_year(second) or year)
        if start.first and end.last and end.last < start.first:
            forward = _year(second) is None
            start, end = (start, second.at(year + 1)) if forward else (first.at(year - 1), end)
        return _over(start, end)

    return Moment(at=span, fixed=bool(known), bare=first.bare or second.bare)


def _over(start: Span, end: Span) -> Span:
    assumed = Certainty.ASSUMED in {start.certainty, end.certainty}
    basis = tuple(dict.fromkeys((*start.basis, *end.basis)))
    return evolve(
        end, first=start.first, certainty=Certainty.ASSUMED if assumed else end.certainty, basis=basis
    )


def _year(moment: Moment) -> int | None:
    if not moment.fixed:
        return moment.year
    first = moment.at(0).first
    return first.year if first else None
