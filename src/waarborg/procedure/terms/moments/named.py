"""Moments with a name: seasons, recesses, feasts, and occasions whose day a calendar may know."""

from functools import partial

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.moments.dates import date
from waarborg.procedure.terms.moments.years import with_year
from waarborg.procedure.terms.spans import DAY, Moment, Span, day_span, feast_span, recess_span, season_span
from waarborg.values.deadline import Certainty

_GAP = 5
"""The words that may stand between an occasion and its day: the debate *on the budget* of 3 May."""
_LONGEST_GAP = 150 * DAY
"""No body sits so long without a recess: a calendar that shows such a gap lacks one."""
_POINT_OF = frozenset({"yearend"})
"""Names that mean the end of a period: before it and by it are the same day."""


def named(text: Context, at: int) -> Parsed:
    """Seasons, recesses and named days."""
    if recess := find("recesses", text.words, at):
        return _recess(text, recess)
    if season := find("seasons", text.words, at):
        return with_year(Moment(at=partial(season_span, season[0]), unit="season"), text, season[1])
    if feast := find("feasts", text.words, at):
        day = Moment(at=partial(feast_span, feast[0]), end_of=feast[0] in _POINT_OF)
        return with_year(day, text, feast[1])
    return None


def occasion(text: Context, at: int) -> Parsed:
    """Something that takes place: its day from the words behind it, else from a calendar, else not known."""
    at = at + 1 if text.word(at) in {"nieuw", "nieuwe", "new"} else at
    found = find("occasions", text.words, at)
    if not found:
        return None
    for place in range(found[1], min(found[1] + _GAP, len(text.words))):
        if text.word(place) in {"van", "op", "of", "on"} and (dated := date(text, place + 1)):
            return dated
    span = _on_calendar(text, found[0])
    return Moment(at=lambda _: span, fixed=True), found[1]


def _on_calendar(text: Context, name: str) -> Span:
    own = text.calendars.of(text.body)
    known = next((o for o in own.occasions if o.name == name and o.day >= text.said), None)
    if known:
        return day_span(known.day, Certainty.DERIVED, own.id)
    return Span(certainty=Certainty.UNRESOLVED, basis=(f"occasion:{name}",), settles=("date_of_event",))


def _recess(text: Context, found: tuple[str, int]) -> Parsed:
    if not found[0]:
        return Moment(at=lambda year: _next_recess(text, year - text.said.year + 1), unit="recess"), found[1]

    def span(year: int) -> Span:
        return recess_span(found[0], year, text.body, text.calendars)

    return with_year(Moment(at=span, unit="recess"), text, found[1])


def _next_recess(text: Context, place: int) -> Span:
    """The recess under way or next (``place`` 0), the one after it (1), ... where the calendar reaches it."""
    own = text.calendars.of(text.body)
    ahead = [recess for recess in own.recesses if recess.last >= text.said]
    reached = own.added or text.said >= own.recesses[0].first if own.recesses else False
    if not reached or place >= len(ahead) or ahead[place].first > text.said + _LONGEST_GAP * (place + 1):
        settles = (f"recess_calendar:{text.body}:{text.said.year}", "latest_day")
        basis = (f"no_recess_known:{text.body}:{text.said.year}",)
        return Span(certainty=Certainty.UNRESOLVED, basis=basis, settles=settles)
    return Span(first=ahead[place].first, last=ahead[place].last, basis=(own.id,))
