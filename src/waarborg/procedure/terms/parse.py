"""A moment in words to a ``Moment``: dates, months, quarters, seasons, recesses, named days, occasions."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from attrs import evolve, frozen

from waarborg.law.calendars import Calendars
from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.spans import (
    DAY,
    Moment,
    Span,
    day_span,
    feast_span,
    month_span,
    part_span,
    period_span,
    readings,
    recess_span,
    season_span,
    shifted,
)
from waarborg.values.deadline import Certainty

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_GAP = 5
"""The words that may stand between an occasion and its day: the debate *on the budget* of 3 May."""
_DEEPEST = 3
"""How deep moments stand within moments: the end of the first week after the recess."""
_LONGEST_GAP = 150 * DAY
"""No body sits so long without a recess: a calendar that shows such a gap lacks one."""
Parsed = tuple[Moment, int] | None


@frozen
class Context:
    """The words, the day they were said, for which body, with which calendars."""

    words: Sequence[str]
    said: dt.date
    body: str
    calendars: Calendars
    depth: int = 0
    statutory: bool = False

    def word(self, at: int) -> str:
        """The word at a place, empty past the end."""
        return self.words[at] if at < len(self.words) else ""


def parse_moment(text: Context, at: int) -> Parsed:
    """The moment that begins at word ``at``, and the place after it."""
    if text.depth > _DEEPEST:
        return None
    inner = evolve(text, depth=text.depth + 1)
    return next((found for parser in _PARSERS if (found := parser(inner, at))), None)


def _pointed(text: Context, at: int) -> Parsed:
    """This week, next month, the coming spring."""
    for kind, offset in (("this", 0), ("next", 1), ("coming", None)):
        if pointer := find(kind, text.words, at):
            if unit := find("units", text.words, pointer[1]):
                return _pointed_unit(text, unit, offset)
            inner = _named(text, pointer[1]) or _month(text, pointer[1]) or _ordinal(text, pointer[1])
            inner = inner or _weekday(text, pointer[1]) or _occasion(text, pointer[1])
            if inner and kind == "next" and inner[0].unit == "season":
                inner = evolve(inner[0], year=text.said.year + 1), inner[1]
            return (evolve(inner[0], bare=True), inner[1]) if inner else None
    return None


def _pointed_unit(text: Context, unit: tuple[str, int], offset: int | None) -> Parsed:
    name = unit[0] if unit[0] != "workday" else "day"
    if weekday := find("weekdays", text.words, unit[1]) if name == "week" else None:
        monday = period_span("week", shifted(text.said, "week", offset or 0)).first or text.said
        span = day_span(monday + DAY * int(weekday[0]), Certainty.DERIVED, "from_day_said")
        return Moment(at=lambda _: span, fixed=True, bare=True), weekday[1]
    if offset is None and text.word(unit[1] - 1).endswith(("en", "ths", "eks", "ers", "ays")):
        few = int(readings()["few"])
        days = Span(first=text.said, last=shifted(text.said, name, few), certainty=Certainty.ASSUMED)
        days = evolve(days, basis=("from_day_said", "reading:few"))
        return Moment(at=lambda _: days, fixed=True, unit=name, bare=True), unit[1]
    span = period_span(name, shifted(text.said, name, 1 if offset is None else offset))
    certainty = Certainty.ASSUMED if offset is None else Certainty.DERIVED
    reading = ("reading:coming",) if offset is None else ()
    span = evolve(span, certainty=certainty, basis=("from_day_said", *span.basis, *reading))
    return Moment(at=lambda _: span, fixed=True, unit=name, bare=True), unit[1]


def _part(text: Context, at: int) -> Parsed:
    """Begin, middle or end of a period; the end *of* a period is a day, an end without *of* is vague."""
    part = find("parts", text.words, at)
    if not part:
        return None
    linked = find("of", text.words, part[1])
    inner = parse_moment(text, linked[1] if linked else part[1]) or _current(text, linked, part)
    if not inner or not inner[0].unit:
        return None
    moment = inner[0]
    exact = part[0] == "end" and linked is not None

    def span(year: int) -> Span:
        return part_span(part[0], moment.unit, moment.at(year))

    vague = evolve(moment, at=span, unit="part", bare=True, end_of=part[0] == "end")
    return evolve(vague, whole=moment.at if exact else None), inner[1]


def _current(text: Context, linked: tuple[str, int] | None, part: tuple[str, int]) -> Parsed:
    """The end of *the year*, of *the month*: the one in which it was said."""
    unit = find("units", text.words, linked[1] if linked else part[1])
    if not unit or unit[0] in {"day", "workday"}:
        return None
    span = evolve(period_span(unit[0], text.said), basis=("from_day_said", "civil_calendar"))
    return Moment(at=lambda _: span, fixed=True, unit=unit[0]), unit[1]


def _ordinal(text: Context, at: int) -> Parsed:
    """First quarter, second half, first week of June or after the recess; Q3."""
    if text.word(at) in {"q1", "q2", "q3", "q4"}:
        return _numbered("quarter", int(text.word(at)[1]), text, at + 1)
    number = find("ordinals", text.words, at)
    if number and text.word(number[1]) in {"helft", "half"}:
        return _half_month(text, int(number[0]), number[1] + 1) or _numbered(
            "half", int(number[0]), text, number[1] + 1
        )
    if number and (unit := find("units", text.words, number[1])):
        if unit[0] == "quarter":
            return _numbered("quarter", int(number[0]), text, unit[1])
        if unit[0] == "week":
            return _nth_week(text, int(number[0]), unit[1])
    return None


def _half_month(text: Context, number: int, at: int) -> Parsed:
    linked = find("of", text.words, at)
    inner = _month(text, linked[1]) if linked else None
    if inner is None:
        return None
    whole = inner[0].at

    def span(year: int) -> Span:
        month = whole(year)
        if month.first is None:
            return month
        middle = month.first.replace(day=15)
        return evolve(month, last=middle) if number == 1 else evolve(month, first=middle + DAY)

    return evolve(inner[0], at=span, bare=True), inner[1]


def _numbered(unit: str, number: int, text: Context, at: int) -> Parsed:
    size = {"quarter": 3, "half": 6}[unit]
    if number * size > 12:  # noqa: PLR2004  months of a year
        return None
    moment = Moment(at=lambda year: month_span(year, (number - 1) * size + 1, size), unit=unit, bare=True)
    return _with_year(moment, text, at)


def _nth_week(text: Context, number: int, at: int) -> Parsed:
    after = text.word(at) in {"na", "after"}
    linked = find("of", text.words, at)
    if not after and not linked:
        return None
    inner = parse_moment(text, at + 1)
    if not inner:
        return None
    moment = inner[0]

    def week(year: int) -> Span:
        span = moment.at(year)
        start = span.last + DAY if after and span.last else span.first
        if start is None:
            return evolve(span, settles=(*span.settles, "latest_day"))
        monday = start - DAY * start.weekday() + DAY * 7 * (number - 1)
        return evolve(span, first=max(start, monday), last=monday + 6 * DAY, certainty=Certainty.DERIVED)

    return evolve(moment, at=week, unit="week"), inner[1]


def _date(text: Context, at: int) -> Parsed:
    """A full date, or a day and a month in either order, with or without a weekday before it."""
    weekday = find("weekdays", text.words, at)
    at = weekday[1] if weekday else at
    if (written := _written(text.word(at))) is not None:
        span = day_span(written, Certainty.STATED, "date_in_words")
        return Moment(at=lambda _: span, fixed=True, bare=False), at + 1
    day, month = _day_number(text.word(at)), find("months", text.words, at + 1)
    if day is None or month is None:
        month = find("months", text.words, at)
        day = _day_number(text.word(month[1])) if month else None
        month = (month[0], month[1] + 1) if month else None
    if day is None or month is None:
        return None
    return _with_year(Moment(at=partial(_day_in_year, int(month[0]), day)), text, month[1])


def _day_in_year(month: int, day: int, year: int) -> Span:
    try:
        return day_span(dt.date(year, month, day), Certainty.STATED, "date_in_words")
    except ValueError:
        return Span(certainty=Certainty.UNRESOLVED, basis=("no_such_day",), settles=("latest_day",))


def _written(word: str) -> dt.date | None:
    parts = word.replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3:  # noqa: PLR2004  day, month, year
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)  # noqa: PLR2004  a year has four digits
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _day_number(word: str) -> int | None:
    digits = word.rstrip("adehnrst")
    return int(digits) if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None  # noqa: PLR2004  days of a month


def _month(text: Context, at: int) -> Parsed:
    found = find("months", text.words, at)
    if not found:
        return None
    return _with_year(Moment(at=lambda year: month_span(year, int(found[0])), unit="month"), text, found[1])


def _named(text: Context, at: int) -> Parsed:
    """Seasons, recesses and named days."""
    if season := find("seasons", text.words, at):
        if find("recesses", text.words, at):
            season = None
        else:
            return _with_year(Moment(at=partial(season_span, season[0]), unit="season"), text, season[1])
    if recess := find("recesses", text.words, at):
        return _recess(text, recess)
    if feast := find("feasts", text.words, at):
        return _with_year(Moment(at=partial(feast_span, feast[0])), text, feast[1])
    return None


def _recess(text: Context, found: tuple[str, int]) -> Parsed:
    if not found[0]:
        return Moment(at=lambda year: _next_recess(text, year - text.said.year + 1), unit="recess"), found[1]

    def span(year: int) -> Span:
        return recess_span(found[0], year, text.body, text.calendars)

    return _with_year(Moment(at=span, unit="recess"), text, found[1])


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


def _week(text: Context, at: int) -> Parsed:
    number = text.word(at + 1)
    if text.word(at) != "week" or not number.isdigit() or not 1 <= int(number) <= 53:  # noqa: PLR2004  ISO weeks
        return None

    def span(year: int) -> Span:
        try:
            monday = dt.date.fromisocalendar(year, int(number), 1)
        except ValueError:
            return Span(certainty=Certainty.UNRESOLVED, basis=("no_such_day",), settles=("latest_day",))
        return Span(first=monday, last=monday + 6 * DAY, basis=("civil_calendar",))

    return _with_year(Moment(at=span, unit="week", bare=True), text, at + 2)


def _year(text: Context, at: int) -> Parsed:
    for kind, offset in (("year_this", 0), ("year_next", 1)):
        if found := find(kind, text.words, at):
            return evolve(_whole_year(text.said.year + offset), bare=True), found[1]
    year = _year_number(text.word(at))
    return None if year is None else (_whole_year(year), at + 1)


def _whole_year(year: int) -> Moment:
    return Moment(at=lambda _: month_span(year, 1, 12), fixed=True, unit="year")


def _year_number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) == 4 and _FIRST_YEAR < int(word) < _LAST_YEAR else None  # noqa: PLR2004  a year has four digits


def _weekday(text: Context, at: int) -> Parsed:
    found = find("weekdays", text.words, at)
    if not found:
        return None
    ahead = (int(found[0]) - text.said.weekday() - 1) % 7 + 1
    span = day_span(text.said + DAY * ahead, Certainty.DERIVED, "from_day_said")
    return Moment(at=lambda _: span, fixed=True), found[1]


def _occasion(text: Context, at: int) -> Parsed:
    """Something that takes place: its day from the words behind it, else from a calendar, else not known."""
    found = find("occasions", text.words, at)
    if not found:
        return None
    for place in range(found[1], min(found[1] + _GAP, len(text.words))):
        if text.word(place) in {"van", "op", "of", "on"} and (dated := _date(text, place + 1)):
            return dated
    known = next(
        (o for o in text.calendars.of(text.body).occasions if o.name == found[0] and o.day >= text.said), None
    )
    if known:
        span = day_span(known.day, Certainty.DERIVED, text.calendars.of(text.body).id)
    else:
        span = Span(
            certainty=Certainty.UNRESOLVED, basis=(f"occasion:{found[0]}",), settles=("date_of_event",)
        )
    return Moment(at=lambda _: span, fixed=True), found[1]


def _with_year(moment: Moment, text: Context, at: int) -> Parsed:
    """The moment with the year that follows it in the words."""
    if text.word(at) in {"aanstaande", "eerstkomende", "next"}:
        return moment, at + 1
    linked = find("of", text.words, at)
    place = linked[1] if linked else at
    if (year := _year_number(text.word(place))) is not None:
        return evolve(moment, year=year), place + 1
    for kind, offset in (("year_this", 0), ("year_next", 1)):
        if found := find(kind, text.words, at) or find(kind, text.words, place):
            return evolve(moment, year=text.said.year + offset), found[1]
    return moment, at


_PARSERS: tuple[Callable[[Context, int], Parsed], ...] = (
    _year, _pointed, _part, _ordinal, _date, _month, _week, _named, _occasion, _weekday,
)  # fmt: skip
