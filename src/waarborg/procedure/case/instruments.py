"""One instrument of a case file: who made what, when, by which term, and the steps recorded since."""

import datetime as dt
import re

from waarborg.law.lifecycles import lifecycles
from waarborg.procedure.case.fields import Fields
from waarborg.sources.located import Located
from waarborg.values.case import CaseInstrument, Moment, Step, Term

_WRITTEN = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
"""A day written as one; anything else is words (*2024 Q2*)."""


def read_instrument(item: Fields) -> CaseInstrument:
    """Read one instrument."""
    made_in, made = _made(item)
    fulfilled_by, fulfilled = _fulfilled(item)
    instrument_id, kind = item.needed("id"), item.needed("kind")
    if kind != "?" and lifecycles().kind(kind) is None:
        item.unusual("case_kind_unknown", "kind", value=kind, allowed=", ".join(lifecycles().kinds))
    return CaseInstrument(
        id=instrument_id,
        kind=kind,
        chamber=item.chamber(),
        title=item.text("title"),
        paper=item.text("document"),
        status=item.text("status"),
        made=made,
        made_in=made_in,
        responsible=item.text("responsible"),
        committee=item.text("committee"),
        term=_term(item),
        voted_on=item.day("voted_on"),
        fulfilled_by=fulfilled_by,
        fulfilled=fulfilled,
        register_number=item.text("registered_number") or _number(item, instrument_id),
        form=_form(item, kind),
        minority=item.number("minority"),
        reason=item.text("recess_reason"),
        history=tuple(_step(step) for step in item.items("history")),
        **item.fact(),
    )


def _number(item: Fields, instrument_id: str) -> str | None:
    """The id is the register number, unless ``registered_number`` stands there empty: then there is none."""
    return None if "registered_number" in item.item.values else instrument_id


def _form(item: Fields, kind: str) -> str | None:
    """The form as written; one that no submission can have is noted: requests and term hang on it."""
    form, rule = item.text("form"), lifecycles().submission
    if form and lifecycles().kind(kind) == "submission" and not rule.knows(form):
        allowed = ", ".join(word for known in rule.forms.values() for word in known.words)
        item.wrong("case_form_unknown", "form", value=form, allowed=allowed)
    return form


def _made(item: Fields) -> tuple[str | None, Moment]:
    day = item.day("made_on") or item.day("date")
    place = item.inner("made_in")
    if place is None:
        return None, Moment(on=day)
    paper, moment = place.text("document"), place.moment()
    return paper, Moment(on=day) if day else moment


def _fulfilled(item: Fields) -> tuple[str | None, Moment]:
    inner = item.inner("fulfilled_by")
    if inner is None:
        return (None, Moment()) if item.raw("fulfilled_by") is None else (item.text("fulfilled_by"), Moment())
    return inner.text("document"), inner.moment()


def _term(item: Fields) -> Term | None:
    value = item.raw("deadline")
    if value is None:
        return None
    if isinstance(value, Located):
        inner = Fields(item.file, value, item.findings)
        count, unit = _count(inner)
        return Term(
            day=inner.day("date"),
            text=inner.text("text"),
            year=inner.number("year"),
            count=count,
            unit=unit,
            law=inner.text("law"),
        )
    try:
        return Term(day=dt.date.fromisoformat(str(value)))
    except ValueError:
        if _WRITTEN.fullmatch(str(value)):
            item.wrong("case_day_impossible", "deadline", value=str(value))
            return None
        return Term(text=str(value))


def _count(inner: Fields) -> tuple[int | None, str]:
    """So many days, weeks or months."""
    for unit in ("day", "week", "month"):
        if (count := inner.number(f"{unit}s")) is not None:
            return count, unit
    return None, "day"


def _step(step: Fields) -> Step:
    status = step.needed("status")
    if status != "?" and lifecycles().act(status) is None:
        step.unusual("case_step_unknown", "status", value=status, allowed=", ".join(lifecycles().words))
    return Step(
        status=status,
        when=step.moment(),
        by=step.text("by"),
        until=step.day("until"),
        ground=step.text("ground"),
        members=step.number("members"),
        recorded=step.day("recorded"),
        sources=step.names("source"),
    )
