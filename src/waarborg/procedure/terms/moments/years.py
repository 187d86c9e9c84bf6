"""Years, and the year that follows a moment in the words."""

from attrs import evolve

from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments.context import Context, Parsed
from waarborg.procedure.terms.spans import Moment, month_span

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def year(text: Context, at: int) -> Parsed:
    """A year by its number, or this or the next one."""
    for kind, offset in (("year_this", 0), ("year_next", 1)):
        if found := find(kind, text.words, at):
            return evolve(_whole_year(text.said.year + offset), bare=True), found[1]
    number = year_number(text.word(at))
    return None if number is None else (_whole_year(number), at + 1)


def year_number(word: str) -> int | None:
    """The year a word of four digits is."""
    return int(word) if word.isdigit() and len(word) == 4 and _FIRST_YEAR < int(word) < _LAST_YEAR else None  # noqa: PLR2004  a year has four digits


def with_year(moment: Moment, text: Context, at: int) -> tuple[Moment, int]:
    """The moment with the year that follows it in the words."""
    if text.word(at) in {"aanstaande", "eerstkomende", "next"}:
        return moment, at + 1
    if found := find("past", text.words, at):
        return evolve(moment, year=_last_year(moment, text)), found[1]
    linked = find("of", text.words, at)
    place = linked[1] if linked else at
    if (number := year_number(text.word(place))) is not None:
        return evolve(moment, year=number), place + 1
    for kind, offset in (("year_this", 0), ("year_next", 1)):
        if found := find(kind, text.words, at) or find(kind, text.words, place):
            return evolve(moment, year=text.said.year + offset), found[1]
    return moment, at


def _last_year(moment: Moment, text: Context) -> int:
    """The year in which a moment last lay behind the day it was said."""
    last = moment.at(text.said.year).last
    return text.said.year if last is not None and last <= text.said else text.said.year - 1


def _whole_year(number: int) -> Moment:
    return Moment(at=lambda _: month_span(number, 1, 12), fixed=True, unit="year")
