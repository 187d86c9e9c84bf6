"""A reminder in words: plain text, in one language, without names of persons."""

import datetime as dt
from collections.abc import Iterator

from waarborg.wording import Language, phrase
from waarborg.wording.dates import long_date
from waarborg.workbench.reminders.mails import Mail
from waarborg.workbench.reminders.terms import Term


def subject(mail: Mail, on: dt.date, language: Language) -> str:
    """How many terms are late and how many run out; nothing of what they are about."""
    late = sum(term.last < on for term in mail.terms)
    return phrase("reminder.subject", language, late=late, soon=len(mail.terms) - late)


def body(mail: Mail, on: dt.date, language: Language) -> str:
    """What is late first, then what runs out."""
    late = [term for term in mail.terms if term.last < on]
    soon = [term for term in mail.terms if term.last >= on]
    lines = [
        phrase("reminder.opening", language, party=mail.party.name, on=long_date(on, language)),
        *_part("reminder.late", late, on, language),
        *_part("reminder.soon", soon, on, language),
        "",
        phrase("reminder.closing", language, party=mail.party.code),
    ]
    return "\n".join(lines) + "\n"


def _part(heading: str, terms: list[Term], on: dt.date, language: Language) -> Iterator[str]:
    if terms:
        yield from ("", phrase(heading, language), "")
    for term in terms:
        yield from _told(term, on, language)


def _told(term: Term, on: dt.date, language: Language) -> Iterator[str]:
    named = {"kind": phrase(f"reminder.kind.{term.kind}", language), "name": term.name}
    about = f" ({term.about})" if term.about else ""
    yield phrase("reminder.term", language, about=about, title=term.title or "-", **named)
    day = phrase("reminder.last_day", language, day=long_date(term.last, language))
    yield f"  {day} {_how_long(term, on, language)}"
    if term.certainty in {"assumed", "unresolved"}:
        yield "  " + phrase(f"reminder.{term.certainty}", language)
    owner = term.owner or phrase("reminder.owner_unknown", language)
    yield "  " + phrase("reminder.owes" if term.owes else "reminder.awaits", language, owner=owner)


def _how_long(term: Term, on: dt.date, language: Language) -> str:
    if term.late_by:
        return phrase("case.late_by", language, days=term.late_by[0], body=term.late_by[1]) + "."
    days = (term.last - on).days
    if days == 0:
        return phrase("reminder.today", language)
    code = ("reminder.left" if days > 0 else "reminder.over") + ("_one" if abs(days) == 1 else "")
    return phrase(code, language, days=abs(days))
