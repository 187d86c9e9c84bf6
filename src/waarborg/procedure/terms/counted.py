"""Terms that are counted: within four weeks, half a year on, two weeks before the recess."""

import datetime as dt

from attrs import evolve

from waarborg.procedure.holidays import add_workdays
from waarborg.procedure.terms.amounts import Amount, amount
from waarborg.procedure.terms.lexicon import find
from waarborg.procedure.terms.moments import Context
from waarborg.procedure.terms.relations import Outcome, outcome
from waarborg.procedure.terms.spans import DAY, shifted
from waarborg.procedure.terms.statutory import statutory_end
from waarborg.values.deadline import Certainty

_NO_ARTICLES: tuple[str, ...] = ()
_AFTER = {"na", "after", "vanaf", "from", "sinds"}


def counted(text: Context, at: int) -> tuple[Outcome, int] | None:
    """A counted term at place ``at``: ``binnen vier weken``, ``drie maanden na 1 mei``."""
    within = find("within", text.words, at)
    place = within[1] if within else at
    ahead = find("coming", text.words, place) or find("next", text.words, place)
    if ahead and amount(text.words, ahead[1]):
        within, place = within or ahead, ahead[1]
    found = amount(text.words, place) or (_one_of_it(text, within[1]) if within else None)
    if not found:
        return _no_sooner(text, at)
    how_long, place = found
    if text.word(place) in {"voor", "before"} and (moment := text.moment(place + 1)):
        return _back(how_long, outcome("before", moment[0], text.said)), moment[1]
    if text.word(place) in _AFTER:
        return _from_anchor(text, how_long, place + 1)
    alone = at == 0 and place == len(text.words) and how_long.reading in {"", "roughly"}
    return (_ahead(text, how_long), place) if within or alone else None


def _one_of_it(text: Context, at: int) -> tuple[Amount, int] | None:
    """``binnen de week``: one of it, by our reading."""
    unit = find("units", text.words, at)
    known = unit and text.word(at - 1) in {"binnen", "within"} and unit[0] in {"week", "month", "year"}
    return (Amount(1, unit[0], "one"), unit[1]) if unit and known else None


def _no_sooner(text: Context, at: int) -> tuple[Outcome, int] | None:
    """``pas na zes weken``: from the day after them on."""
    after = find("relations", text.words, at)
    found = amount(text.words, after[1]) if after and after[0] == "after" else None
    if not found:
        return None
    first = _ahead(text, found[0]).due
    basis = ("no_last_day_after", "day_after_is_day_one")
    return Outcome(earliest=first and first + DAY, basis=basis, settles=("latest_day",)), found[1]


def _from_anchor(text: Context, how_long: Amount, at: int) -> tuple[Outcome, int]:
    """Counted from a moment in words; today, this letter and its receipt are the day it was said."""
    if today := find("today", text.words, at):
        return _ahead(text, how_long), today[1]
    if (moment := text.moment(at)) is None:
        return Outcome(basis=("counted_from_event",), settles=("date_of_event",)), at
    start = outcome("by", moment[0], text.said)
    if start.due is None:
        return Outcome(basis=("counted_from_event", *start.basis), settles=start.settles), moment[1]
    found = _ahead(evolve(text, said=start.due), how_long)
    assumed = Certainty.ASSUMED in {found.certainty, start.certainty}
    basis = ("counted_from_event", *start.basis, *found.basis[1:])
    return evolve(found, certainty=Certainty.ASSUMED if assumed else Certainty.DERIVED, basis=basis), moment[
        1
    ]


def _ahead(text: Context, how_long: Amount) -> Outcome:
    basis: tuple[str, ...] = ("day_after_is_day_one",)
    if how_long.unit == "workday":
        basis = (*basis, "public_holidays:NL")
    if how_long.reading:
        basis = (*basis, f"reading:{how_long.reading}")
    due, articles = _plus(text, how_long), _NO_ARTICLES
    if text.statutory and how_long.unit != "workday" and not how_long.days:
        due, articles = statutory_end(text.said, how_long.count, how_long.unit)
    certainty = Certainty.ASSUMED if how_long.reading else Certainty.DERIVED
    return Outcome(due=due, certainty=certainty, basis=(*basis, *articles))


def _plus(text: Context, how_long: Amount) -> dt.date:
    if how_long.unit == "workday":
        return add_workdays(text.said, min(how_long.count, 2000))
    return shifted(text.said, how_long.unit, how_long.count) + DAY * how_long.days


def _back(how_long: Amount, before: Outcome) -> Outcome:
    """So long before a moment: counted back from its first day, the day after the last one before it.

    A week before a Tuesday is the Tuesday before. A range moves as a whole.
    """
    basis = ("counted_back", *before.basis)
    if before.due is None:
        low, high = _earlier(before.earliest, how_long), _earlier(before.latest, how_long)
        settles = before.settles or ("date_of_event",)
        return Outcome(earliest=low, latest=high, basis=basis, settles=settles)
    vague = how_long.reading or before.certainty is Certainty.ASSUMED
    certainty = Certainty.ASSUMED if vague else Certainty.DERIVED
    return Outcome(due=_earlier(before.due, how_long), certainty=certainty, basis=basis)


def _earlier(day_before: dt.date | None, how_long: Amount) -> dt.date | None:
    if day_before is None:
        return None
    first = day_before + DAY
    if how_long.unit == "workday":
        return add_workdays(first, -min(how_long.count, 2000))
    return shifted(first, how_long.unit, -how_long.count) - DAY * how_long.days
