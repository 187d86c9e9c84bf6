"""A text with a term in it to a ``Deadline``: find every term, keep the one that binds most."""

import datetime as dt

from attrs import evolve, frozen

from waarborg.law.calendars import Calendars
from waarborg.procedure.terms.counted import counted
from waarborg.procedure.terms.denied import kept
from waarborg.procedure.terms.lexicon import LIMIT, find, tokens
from waarborg.procedure.terms.moments import Context, alternatives, current, reading
from waarborg.procedure.terms.relations import Outcome, outcome
from waarborg.procedure.terms.spans import DAY, Moment, period_span
from waarborg.values.deadline import Certainty, Deadline

_RANKS = {"by": 0, "before": 1, "counted": 1, "in": 2, "on": 2, "around": 2, "toward": 2, "bare": 2}
_OPEN_RANK, _LAST_RANK = 3, 4
_LAST_WORD = {("by", "before"), ("by", "not_before")}
"""Relations of which the second word tells: ``uiterlijk voor`` is before."""
_LONGEST_RELATION = 8
"""The words between which one relation is looked for, so that a text of *voor* alone is read in no time."""


@frozen(kw_only=True)
class Candidate:
    """A term found in a text: what it comes to, how much it binds (low binds most), where it ends."""

    outcome: Outcome
    rank: int
    end: int


def resolve(
    text: str,
    said: dt.date,
    chamber: str,
    calendars: Calendars,
    *,
    year: int | None = None,
    statutory: bool = False,
) -> Deadline:
    """Resolve the term in ``text``, said on ``said`` to ``chamber`` (``EK``, ``TK`` or ``council``).

    ``year`` says which year the term is about where another source than the words does. Never raises on odd
    text: what cannot be read is unresolved. Of several terms the one that binds most is kept: *uiterlijk*
    before *voor* and *binnen*, these before *in* and *op*, and a day before none. ``statutory`` says that an
    act sets the term, so that the Algemene termijnenwet moves the end of a counted one off a day of rest.
    """
    spoken, denied = kept(text[:LIMIT])
    words = tokens(spoken)
    words = (*words, str(year)) if year is not None and str(year) not in words else words
    context = reading(words, said, chamber, calendars, statutory=statutory)
    found: list[Candidate] = []
    try:
        found = _candidates(context)
        best = min(found, key=lambda candidate: candidate.rank, default=None)
    except (OverflowError, ValueError):
        best = Candidate(outcome=Outcome(basis=("outside_calendar",), settles=("latest_day",)), rank=0, end=0)
    nothing = Outcome(basis=("denied" if denied else "no_term_found",), settles=("latest_day",))
    result = _beside_others(best, found) if best else nothing
    if any(find("recurring", words, at) for at in range(len(words))) and "recurring" not in result.basis:
        result = evolve(result, basis=("recurring", *result.basis))
    return _deadline(text[:LIMIT], result, cut=len(text) > LIMIT)


def _beside_others(best: Candidate, found: list[Candidate]) -> Outcome:
    """What the best term comes to, and that the text names another day too."""
    days = {one.outcome.due for one in found if one.outcome.due and one.rank < _OPEN_RANK}
    others = sorted(day.isoformat() for day in days - {best.outcome.due}) if best.outcome.due else []
    return evolve(best.outcome, basis=(*best.outcome.basis, *(f"other_term:{day}" for day in others)))


def _deadline(text: str, found: Outcome, *, cut: bool) -> Deadline:
    settles = found.settles
    if found.certainty is Certainty.ASSUMED and not settles:
        settles = ("exact_day",)
    certainty = Certainty.UNRESOLVED if found.due is None else found.certainty
    return Deadline(
        text=text,
        due=found.due,
        certainty=certainty,
        earliest=found.earliest,
        latest=found.latest,
        basis=(*found.basis, "text_cut") if cut else found.basis,
        settles=settles or (("latest_day",) if found.due is None else ()),
    )


def _candidates(text: Context) -> list[Candidate]:
    found: list[Candidate] = []
    at = 0
    while at < len(text.words):
        candidate = _candidate(text, at)
        if candidate:
            found.append(candidate)
        at = max(candidate.end, at + 1) if candidate else at + 1
    return found


def _candidate(text: Context, at: int) -> Candidate | None:
    finders = (_open, _recurring, _counted, _related, _today, _bare)
    made = [candidate for finder in finders if (candidate := finder(text, at))]
    return next((c for c in made if c.rank < _OPEN_RANK), made[0] if made else None)


def _open(text: Context, at: int) -> Candidate | None:
    found = find("open", text.words, at)
    if not found:
        return None
    result = Outcome(earliest=text.said, basis=("no_day_named",), settles=(found[0],))
    return Candidate(outcome=result, rank=_LAST_RANK, end=found[1])


def _recurring(text: Context, at: int) -> Candidate | None:
    found = find("recurring", text.words, at)
    if not found:
        return None
    span = period_span(found[0], text.said)
    basis = ("recurring", "reading:end_of_running_period", *span.basis)
    result = Outcome(due=span.last, certainty=Certainty.ASSUMED, basis=basis, settles=("exact_day",))
    return Candidate(outcome=result, rank=_LAST_RANK, end=found[1])


def _counted(text: Context, at: int) -> Candidate | None:
    found = counted(text, at)
    return Candidate(outcome=found[0], rank=_rank("counted", found[0]), end=found[1]) if found else None


def _related(text: Context, at: int) -> Candidate | None:
    """A word such as before or by, and a moment; ``uiterlijk voor`` is before."""
    relation = find("relations", text.words, at)
    if not relation:
        return None
    name, place = relation
    place = _second_of_two(text, place) if text.words[at] in {"tussen", "between"} else place
    while place - at < _LONGEST_RELATION and (further := find("relations", text.words, place)):
        name = further[0] if (name, further[0]) in _LAST_WORD or text.words[at] == "tot" else name
        place = further[1]
    joined = name in {"in", "on", "by", "around"}
    moment = (alternatives(text, place) if joined else text.moment(place)) or _in_course_of(text, place)
    if moment is None:
        return None
    if place > relation[1] and moment[0].unit == "recess" and name == "in":
        name = "before"  # between two recesses
    if moment[0].unit == "year" and name == "before" and at > 0 and not moment[0].bare:
        return None  # "de begroting voor 2025" is for that year, not before it
    result = outcome(name, moment[0], text.said)
    if name in {"in", "on", "around"} and _told(text, moment, result, alone=at == 0):
        return None
    return Candidate(outcome=result, rank=_rank(name, result), end=moment[1])


def _told(text: Context, moment: tuple[Moment, int], result: Outcome, *, alone: bool) -> bool:
    """A day gone by in a story is no term: *op 3 april 2024 is gesproken*, *op 3 april heeft de Kamer*."""
    if moment[0].unit == "" and find("gone", text.words, moment[1]):
        return True
    whole = alone and moment[1] == len(text.words)
    return not whole and result.due is not None and result.due < text.said


def _in_course_of(text: Context, at: int) -> tuple[Moment, int] | None:
    """In the course of *the year*: the period in which it was said."""
    return current(text, at) if at and text.words[at - 1] in {"van", "of"} else None


def _second_of_two(text: Context, at: int) -> int:
    """Between one day and another: the place of the second, on which the promise is still kept."""
    ahead = range(at, min(at + 5, len(text.words)))
    return next((place + 1 for place in ahead if text.words[place] in {"en", "and"}), at)


def _today(text: Context, at: int) -> Candidate | None:
    ahead = {"today": 0, "tonight": 0, "tomorrow": 1, "overmorrow": 2}
    for kind, days in ahead.items():
        found = find(kind, text.words, at)
        if found and (kind != "today" or text.words[at] in {"vandaag", "today"}):
            result = Outcome(
                due=text.said + DAY * days, certainty=Certainty.DERIVED, basis=("from_day_said",)
            )
            return Candidate(outcome=result, rank=_RANKS["bare"], end=found[1])
    return None


def _bare(text: Context, at: int) -> Candidate | None:
    """A moment with no word before it: by itself, or one that cannot be anything but a term."""
    moment = alternatives(text, at)
    if moment is None:
        return None
    if trailing := _trailing_by(text, moment[1]):
        return Candidate(outcome=outcome("by", moment[0], text.said), rank=_RANKS["by"], end=trailing)
    whole = at == 0 and moment[1] == len(text.words)
    if not whole and (not moment[0].bare or moment[0].unit in {"", "year"}):
        return None
    result = outcome("in", moment[0], text.said)
    if result.due is not None and result.due < text.said and not whole:
        return None
    return Candidate(outcome=result, rank=_rank("bare", result), end=moment[1])


def _trailing_by(text: Context, at: int) -> int | None:
    """*1 June at the latest*: a word for by that has no moment of its own behind it."""
    found = find("relations", text.words, at)
    own = found and (text.moment(found[1]) or counted(text, found[1]))
    return found[1] if found and found[0] == "by" and not own else None


def _rank(name: str, result: Outcome) -> int:
    if result.due is None:
        return _OPEN_RANK
    return _RANKS.get(name, _OPEN_RANK)
