"""Terms that are counted: within four weeks, half a year on, two weeks before the recess."""

import datetime as dt
from collections.abc import Sequence
from math import ceil

from attrs import evolve, frozen

from waarborg.procedure.holidays import add_workdays
from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments import Context
from waarborg.procedure.terms.relations import Outcome, outcome
from waarborg.procedure.terms.spans import DAY, readings, shifted
from waarborg.procedure.terms.statutory import statutory_end
from waarborg.values.deadline import Certainty

_MOST = 100_000
_AS_OTHERS = {"fortnight": ("week", 2.0), "hour": ("day", 1 / 24)}
"""Units that are counted as another: so many of these a piece."""
_NO_ARTICLES: tuple[str, ...] = ()
_AFTER = {"na", "after", "vanaf", "from", "sinds"}
_UNTIL = {"tot", "a", "to", "of", "or"}


@frozen
class Amount:
    """So many units; ``vague`` where the number was a reading. Half a year is six months."""

    count: int
    unit: str
    vague: bool = False


def amount(words: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """An amount of time at place ``at``: ``vier weken``, ``een half jaar``, ``vier tot zes weken``."""
    if find("few", words, at):
        return _few(words, at)
    number, place = _number(words, at)
    if place < len(words) and words[place] in _UNTIL:
        further, beyond = _number(words, place + 1)
        number, place = (further, beyond) if further is not None else (number, place)
    if number is None and words[at : at + 1] != ("half",):
        return _few(words, at)
    halves = 2 * (number if number is not None else 0)
    if words[place : place + 1] in {("half",), ("halve",)}:
        halves, place = 1, place + 1
    return _with_unit(words, place, halves, vague=False)


def _few(words: Sequence[str], at: int) -> tuple[Amount, int] | None:
    if words[at : at + 1] in {("anderhalf",), ("anderhalve",)}:
        return _with_unit(words, at + 1, 3, vague=False)
    found = find("few", words, at) or find("coming", words, at)
    if not found:
        return None
    plural = words[found[1]].endswith(("en", "s")) if found[1] < len(words) else False
    return _with_unit(words, found[1], 2 * int(readings()["few"]), vague=True) if plural else None


def _number(words: Sequence[str], at: int) -> tuple[int | None, int]:
    if at < len(words) and words[at].isdigit():
        return min(int(words[at][:6]), _MOST), at + 1
    found = find("numbers", words, at)
    return (int(found[0]), found[1]) if found else (None, at)


def _with_unit(words: Sequence[str], at: int, halves: int, *, vague: bool) -> tuple[Amount, int] | None:
    unit = find("units", words, at)
    if not unit:
        return None
    if unit[0] in _AS_OTHERS:
        name, size = _AS_OTHERS[unit[0]]
        return Amount(max(ceil(halves / 2 * size), 1), name, vague), unit[1]
    if halves % 2 == 0:
        return Amount(halves // 2, unit[0], vague), unit[1]
    smaller = {"year": ("month", 6), "quarter": ("day", 45), "month": ("day", 15), "week": ("day", 4)}
    if unit[0] not in smaller:
        return None
    name, size = smaller[unit[0]]
    return Amount(size * halves, name, vague), unit[1]


def counted(text: Context, at: int) -> tuple[Outcome, int] | None:
    """A counted term at place ``at``: ``binnen vier weken``, ``drie maanden na 1 mei``."""
    within = find("within", text.words, at)
    place = within[1] if within else at
    ahead = find("coming", text.words, place) or find("next", text.words, place)
    if ahead and amount(text.words, ahead[1]):
        within, place = within or ahead, ahead[1]
    found = amount(text.words, place)
    if not found:
        return None
    how_long, place = found
    if text.word(place) in {"voor", "before"} and (moment := text.moment(place + 1)):
        return _back(how_long, outcome("before", moment[0], text.said)), moment[1]
    if text.word(place) in _AFTER:
        return _from_anchor(text, how_long, place + 1)
    alone = at == 0 and place == len(text.words) and not how_long.vague
    return (_ahead(text, how_long), place) if within or alone else None


def _from_anchor(text: Context, how_long: Amount, at: int) -> tuple[Outcome, int]:
    """Counted from a moment in words; today, this letter and its receipt are the day it was said."""
    if today := find("today", text.words, at):
        return _ahead(text, how_long), today[1]
    if (moment := text.moment(at)) is None:
        return Outcome(basis=("counted_from_event",), settles=("date_of_event",)), at
    start = outcome("by", moment[0], text.said)
    if start.due is None:
        return Outcome(basis=("counted_from_event", *start.basis), settles=start.settles), moment[1]
    due = _plus(evolve(text, said=start.due), how_long)
    certainty = (
        Certainty.ASSUMED if how_long.vague or start.certainty is Certainty.ASSUMED else Certainty.DERIVED
    )
    return Outcome(due=due, certainty=certainty, basis=("counted_from_event", *start.basis)), moment[1]


def _ahead(text: Context, how_long: Amount) -> Outcome:
    certainty = Certainty.ASSUMED if how_long.vague else Certainty.DERIVED
    basis: tuple[str, ...] = ("day_after_is_day_one",)
    if how_long.unit == "workday":
        basis = (*basis, "public_holidays:NL")
    if how_long.vague:
        basis = (*basis, "reading:few")
    due, articles = _plus(text, how_long), _NO_ARTICLES
    if text.statutory and how_long.unit != "workday":
        due, articles = statutory_end(text.said, how_long.count, how_long.unit)
    return Outcome(due=due, certainty=certainty, basis=(*basis, *articles))


def _plus(text: Context, how_long: Amount) -> dt.date:
    if how_long.unit == "workday":
        return add_workdays(text.said, min(how_long.count, 2000))
    return shifted(text.said, how_long.unit, how_long.count)


def _back(how_long: Amount, before: Outcome) -> Outcome:
    """So long before a moment: counted back from its first day, the day after the last one before it.

    A week before a Tuesday is the Tuesday before. A range moves as a whole.
    """
    basis = ("counted_back", *before.basis)
    if before.due is None:
        low, high = _earlier(before.earliest, how_long), _earlier(before.latest, how_long)
        settles = before.settles or ("date_of_event",)
        return Outcome(earliest=low, latest=high, basis=basis, settles=settles)
    vague = how_long.vague or before.certainty is Certainty.ASSUMED
    certainty = Certainty.ASSUMED if vague else Certainty.DERIVED
    return Outcome(due=_earlier(before.due, how_long), certainty=certainty, basis=basis)


def _earlier(day_before: dt.date | None, how_long: Amount) -> dt.date | None:
    if day_before is None:
        return None
    first = day_before + DAY
    if how_long.unit == "workday":
        return add_workdays(first, -min(how_long.count, 2000))
    return shifted(first, how_long.unit, -how_long.count)
