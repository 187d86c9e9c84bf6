"""The term that holds for one thing: from its record, from what was decided since, or from a rule."""

import datetime as dt

from attrs import evolve

from waarborg.law.calendars import Calendars
from waarborg.law.lifecycles import AnswerTerm, lifecycles
from waarborg.procedure.terms import resolve
from waarborg.procedure.terms.spans import shifted
from waarborg.procedure.terms.statutory import statutory_end
from waarborg.procedure.timeline.acts import Thing
from waarborg.procedure.timeline.life import Life
from waarborg.procedure.timeline.submission import form_of
from waarborg.values.case import Term
from waarborg.values.deadline import Certainty, Deadline

_EXTENDS = {"motion"}
"""An extension of these moves their lapse, not a term of theirs."""


def deadline_of(thing: Thing, life: Life, calendars: Calendars) -> Deadline | None:
    """The term that holds: the last one set by those who may, else the first, else one that a rule gives."""
    first = first_term(thing, calendars)
    if life.new_term and thing.kind not in _EXTENDS:
        basis = "postponed_until" if life.status == "postponed" else "new_term"
        return Deadline(text="", due=life.new_term, certainty=Certainty.STATED, basis=(basis,))
    if life.status in {"postponed", "extended"} and first:
        return evolve(first, settles=(*first.settles, "date_named_by_government"))
    return first


def first_term(thing: Thing, calendars: Calendars) -> Deadline | None:
    """The term as it was when the thing was made."""
    term, said = thing.term, thing.made.latest
    if term and term.day:
        return Deadline(
            text=str(term.day), due=term.day, certainty=Certainty.STATED, basis=("term_in_record",)
        )
    if term and term.count is not None and said:
        return _counted(term, said, term.count)
    if term and term.text and said:
        body = thing.chamber or ""
        return resolve(term.text, said, body, calendars, year=term.year, statutory=bool(term.law))
    if thing.kind == "submission" and said:
        return _borrowed(thing, said)
    return _by_rule(thing, said)


def _counted(term: Term, said: dt.date, count: int) -> Deadline:
    """So many days, weeks or months; where an act sets them, by the Algemene termijnenwet."""
    due, articles = (
        statutory_end(said, count, term.unit) if term.law else (shifted(said, term.unit, count), ())
    )
    basis = ("term_in_record", "day_after_is_day_one", *articles)
    return Deadline(text=f"{count} {term.unit}", due=due, certainty=Certainty.DERIVED, basis=basis)


def _borrowed(thing: Thing, said: dt.date) -> Deadline:
    """A submission whose file names no term: four weeks by analogy, which is an assumption and says so."""
    term, rule = lifecycles().submission.analogy, form_of(thing).rule
    return Deadline(
        text="",
        due=shifted(said, term.unit, term.count),
        certainty=Certainty.ASSUMED,
        basis=(f"analogy:{rule}", "day_after_is_day_one"),
        settles=("term_in_regime",),
    )


def answer_rule(thing: Thing) -> AnswerTerm | None:
    """The rule that gives this thing a term for its answer, where one does."""
    rules = lifecycles().answer_terms
    return next((rule for rule in rules if (rule.kind, rule.chamber) == (thing.kind, thing.chamber)), None)


def _by_rule(thing: Thing, said: dt.date | None) -> Deadline | None:
    rule = answer_rule(thing)
    if rule is None or said is None:
        return None
    due = said + dt.timedelta(days=rule.days)
    basis = (f"rule:{rule.id}", "day_after_is_day_one")
    return Deadline(text="", due=due, certainty=Certainty.DERIVED, basis=basis)
