"""Numbered periods: the first quarter, the second half, the last week of June; Q3, H1."""

from attrs import evolve

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.moments.periods import current, month
from waarborg.procedure.terms.moments.years import with_year
from waarborg.procedure.terms.spans import DAY, Moment, Span, month_span, nth_day, nth_week
from waarborg.values.deadline import Certainty

_SHORT = {"q": "quarter", "h": "half"}
_MONTHS = {"quarter": 3, "half": 6}
_HALVES = {"helft", "half", "halfjaar"}
_LAST = -1
_AFTER = frozenset({"na", "after", "following"})
_FAR = 60 * DAY
"""A day counted after something is looked for within so many days."""


def ordinal(text: Context, at: int) -> Parsed:
    """A numbered period at place ``at``."""
    word = text.word(at)
    if word[:1] in _SHORT and word[1:].isdigit():
        return _numbered(_SHORT[word[0]], int(word[1:]), text, at + 1)
    number = find("ordinals", text.words, at)
    if not number:
        return None
    if text.word(number[1]) in _HALVES:
        return _half(text, int(number[0]), number[1])
    return _nth_day(text, int(number[0]), number[1]) or _nth(text, int(number[0]), number[1])


def quarter(text: Context, at: int) -> Parsed:
    """A quarter with its number behind it: ``kwartaal 2``."""
    unit, number = find("units", text.words, at), text.word(at + 1)
    known = unit == ("quarter", at + 1) and number in {"1", "2", "3", "4"}
    return _numbered("quarter", int(number), text, at + 2) if known else None


def _nth(text: Context, number: int, at: int) -> Parsed:
    """A quarter, or a week of something."""
    unit = find("units", text.words, at)
    if unit and unit[0] == "quarter":
        return _numbered("quarter", number, text, unit[1])
    return _nth_week(text, number, unit[1]) if unit and unit[0] == "week" else None


def _half(text: Context, number: int, at: int) -> Parsed:
    """Half a month, or half a year: ``eerste helft januari``, ``tweede halfjaar``, ``eerste half jaar``."""
    place = at + 2 if text.word(at) == "half" and text.word(at + 1) in {"jaar", "year"} else at + 1
    return _half_month(text, number, place) or _numbered("half", number, text, place)


def _half_month(text: Context, number: int, at: int) -> Parsed:
    linked = find("of", text.words, at)
    inner = month(text, linked[1] if linked else at)
    if inner is None:
        return None
    whole = inner[0].at

    def span(year: int) -> Span:
        days = whole(year)
        if days.first is None:
            return days
        middle = days.first.replace(day=15)
        return evolve(days, last=middle) if number == 1 else evolve(days, first=middle + DAY)

    return evolve(inner[0], at=span, bare=True), inner[1]


def _numbered(unit: str, number: int, text: Context, at: int) -> Parsed:
    size = _MONTHS[unit]
    number = 12 // size if number == _LAST else number
    if number * size > 12:  # noqa: PLR2004  months of a year
        return None
    moment = Moment(at=lambda year: month_span(year, (number - 1) * size + 1, size), unit=unit, bare=True)
    return with_year(moment, text, at)


def _nth_day(text: Context, number: int, at: int) -> Parsed:
    """The first Tuesday, the first working day, the last day of a month or another period."""
    weekday, unit = find("weekdays", text.words, at), find("units", text.words, at)
    kind = weekday or (unit if unit and unit[0] in {"day", "workday"} else None)
    if kind and text.word(kind[1]) in _AFTER:
        return _nth_day_after(text, number, kind)
    linked = find("of", text.words, kind[1]) if kind else None
    inner = (text.moment(linked[1]) or current(text, linked[1])) if linked else None
    if kind is None or inner is None:
        return None

    def span(year: int) -> Span:
        return nth_day(inner[0].at(year), kind[0], number)

    return evolve(inner[0], at=span, unit="", bare=True, end_of=False, whole=None), inner[1]


def _nth_day_after(text: Context, number: int, kind: tuple[str, int]) -> Parsed:
    inner = text.moment(kind[1] + 1)
    if inner is None or number < 1:
        return None

    def span(year: int) -> Span:
        whole = inner[0].at(year)
        if whole.last is None:
            return evolve(whole, first=None, settles=(*whole.settles, "latest_day"))
        following = evolve(whole, first=whole.last + DAY, last=whole.last + _FAR)
        return nth_day(following, kind[0], number)

    return evolve(inner[0], at=span, unit="", bare=True, end_of=False, whole=None), inner[1]


def week_after(text: Context, at: int) -> Parsed:
    """``de week na het reces``: the first one after it."""
    known = text.word(at) == "week" and text.word(at + 1) in _AFTER
    return _nth_week(text, 1, at + 1) if known else None


def _nth_week(text: Context, number: int, at: int) -> Parsed:
    """The first week after the recess; the second week of a month, by our reading of a week of a month."""
    after = text.word(at) in _AFTER
    if not after and not find("of", text.words, at):
        return None
    if (inner := text.moment(at + 1)) is None:
        return None
    moment, place = inner
    if moment.unit == "month" and not after:
        return evolve(
            moment, at=lambda year: nth_week(moment.at(year), number), unit="week", bare=True
        ), place

    def span(year: int) -> Span:
        return _week_from(moment.at(year), number, after=after)

    return evolve(moment, at=span, unit="week"), place


def _week_from(span: Span, number: int, *, after: bool) -> Span:
    start = span.last + DAY if after and span.last else span.first
    if start is None:
        return evolve(span, settles=(*span.settles, "latest_day"))
    monday = start - DAY * start.weekday() + DAY * 7 * (max(number, 1) - 1)
    return evolve(span, first=max(start, monday), last=monday + 6 * DAY, certainty=Certainty.DERIVED)
