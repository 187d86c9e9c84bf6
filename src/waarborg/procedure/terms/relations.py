"""Before, by, in, on, after, not before a moment: the last day on which the promise is kept."""

import datetime as dt
from collections.abc import Callable

from attrs import evolve, frozen

from waarborg.procedure.terms.spans import DAY, Moment, Span, readings
from waarborg.values.deadline import Certainty

_LEAP_YEARS = 9
"""Within so many years there is a 29 February."""
_LATEST_DAY = ("latest_day",)


@frozen(kw_only=True)
class Outcome:
    """What a relation to a moment comes to."""

    due: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    certainty: Certainty = Certainty.UNRESOLVED
    basis: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()


def outcome(relation: str, moment: Moment, said: dt.date) -> Outcome:
    """The outcome in the year the words name, else in the first year in which it is not over when said."""
    if relation == "toward":  # a day, or a part of something: then; a longer time: before it begins
        relation = "in" if moment.unit in {"", "part"} else relation
    read = _RELATIONS["by" if moment.end_of and relation == "before" else relation]
    if moment.whole and (relation == "before" or (relation == "by" and moment.end_of)):
        moment = evolve(moment, at=moment.whole)
    if moment.fixed:
        return read(moment.at(said.year))
    if moment.year is not None:
        return read(moment.at(moment.year))
    found = _in_years(read, moment, said.year - 1, said.year + 2)
    if not any(_not_over(one, said) for one in found) and "no_such_day" in found[-1].basis:  # 29 February
        found = _in_years(read, moment, said.year + 1, said.year + _LEAP_YEARS)
    last = len(found) - 1
    unknown = min(1, last) if found[min(1, last)].due is None else last
    place = next((n for n, one in enumerate(found) if _not_over(one, said)), unknown)
    return _widened(found[place], found[min(place + 1, last)], said)


def _in_years(read: Callable[[Span], Outcome], moment: Moment, first: int, end: int) -> list[Outcome]:
    years = [year for year in range(first, end) if dt.MINYEAR < year < dt.MAXYEAR]
    return [read(moment.at(year)) for year in years] or [Outcome(basis=("outside_calendar",))]


def _not_over(found: Outcome, said: dt.date) -> bool:
    end = found.due or found.latest
    if end is None:
        return found.earliest is not None and found.earliest > said
    return end >= said


def _widened(found: Outcome, following: Outcome, said: dt.date) -> Outcome:
    """A moment of unknown day that may lie behind us already may be the next one as well."""
    if found.due is None and found.latest and found.earliest and found.earliest < said:
        return evolve(found, earliest=said, latest=following.latest or following.due or found.latest)
    return found


def _unknown(span: Span, low: dt.date | None, high: dt.date | None) -> Outcome:
    return Outcome(earliest=low, latest=high, basis=span.basis, settles=span.settles or _LATEST_DAY)


def _before(span: Span) -> Outcome:
    if span.first is None:
        return _unknown(span, span.low and span.low - DAY, span.high and span.high - DAY)
    return Outcome(due=span.first - DAY, certainty=span.certainty, basis=("day_before", *span.basis))


def _by(span: Span) -> Outcome:
    if span.last is None:
        return _unknown(span, span.low, None)
    return Outcome(due=span.last, certainty=span.certainty, basis=("last_day", *span.basis))


def _in(span: Span) -> Outcome:
    if span.first is None or span.last is None:
        return _unknown(span, span.low, None)
    found = Outcome(due=span.last, certainty=span.certainty, basis=("last_day", *span.basis))
    return found if span.first == span.last else evolve(found, earliest=span.first, latest=span.last)


def _toward(span: Span) -> Outcome:
    """Toward the summer: before it begins, by our reading."""
    found = _before(span)
    basis = (*found.basis, "reading:toward")
    return found if found.due is None else evolve(found, certainty=Certainty.ASSUMED, basis=basis)


def _around(span: Span) -> Outcome:
    found = _in(span)
    if found.due is None or span.first is None:
        return found
    margin = DAY * int(readings()["around_days"])
    return evolve(
        found,
        due=found.due + margin,
        earliest=span.first - margin,
        latest=found.due + margin,
        certainty=Certainty.ASSUMED,
        basis=(*found.basis, "reading:around"),
    )


def _after(span: Span) -> Outcome:
    first = span.last + DAY if span.last else span.low
    settles = span.settles or _LATEST_DAY
    return Outcome(earliest=first, basis=("no_last_day_after", *span.basis), settles=settles)


def _from(span: Span) -> Outcome:
    settles = span.settles or _LATEST_DAY
    return Outcome(earliest=span.first or span.low, basis=("no_last_day_from", *span.basis), settles=settles)


_RELATIONS: dict[str, Callable[[Span], Outcome]] = {
    "before": _before,
    "by": _by,
    "in": _in,
    "on": _in,
    "around": _around,
    "toward": _toward,
    "after": _after,
    "from": _from,
    "not_before": _from,
}
