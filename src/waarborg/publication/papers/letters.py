"""Letters from the record: to a Chamber, to a council, and the reminder of a committee."""

import datetime as dt

from waarborg.procedure.timeline import Item
from waarborg.publication.papers.draft import Annex, Draft
from waarborg.publication.papers.related import facts_before, promise_behind, touching
from waarborg.publication.papers.telling import (
    fact_line,
    instrument_name,
    paper_title,
    party_name,
    said,
    when,
)
from waarborg.values.case import Case, CaseInstrument
from waarborg.wording import Language, phrase
from waarborg.wording.dates import long_date

SEAT = "Den Haag"
"""Where both Chambers and the ministries sit."""


def chamber_letter(
    case: Case,
    paper: str,
    *,
    language: Language = "nl",
    on: dt.date | None = None,
    place: str = SEAT,
    annexes: tuple[Annex, ...] = (),
) -> Draft:
    """A letter to the Chamber of a case, drafted from what the record knows of ``paper``.

    ``on`` is the day of the letter; without it the record's own, which may be open until it is sent.

    Raises:
        KeyError: the case holds no such paper.
    """
    told = case.paper(paper)
    if told is None:
        raise KeyError(paper)
    day = on or told.when.on
    sender = party_name(case, told.author)
    chamber = (case.dossier.chamber or "").lower()
    return Draft(
        kind="chamber_letter",
        language=language,
        title=paper_title(told) or case.dossier.title or told.id,
        sender=sender,
        date=day,
        fields={
            "dossier": dossier_line(case),
            "number": phrase("paper.letter", language, letter=told.letter) if told.letter else "",
            "to": phrase(f"paper.speaker.{chamber}", language) if chamber in {"ek", "tk"} else "",
            "place_date": place_and_day(place, day, language),
            "reference": str(told.other.get("reference") or ""),
        },
        sections={"text": _letter_text(case, paper, day or told.when.not_before, language)},
        annexes=annexes,
        signature=(phrase("letter.closing", language), sender),
    )


def council_letter(  # noqa: PLR0913  what a letter says of itself
    *,
    sender: str,
    council: str,
    subject: str,
    text: str,
    place: str,
    on: dt.date | None = None,
    reference: str = "",
    annexes: tuple[Annex, ...] = (),
    signed_by: tuple[str, ...] = (),
    language: Language = "nl",
) -> Draft:
    """A letter of a board to the council that it accounts to, such as of a college to its gemeenteraad."""
    greeting = phrase("paper.greeting.council", language)
    return Draft(
        kind="council_letter",
        language=language,
        title=subject,
        sender=sender,
        date=on,
        fields={"to": council, "place_date": place_and_day(place, on, language), "reference": reference},
        sections={"text": f"{greeting}\n\n{text}" if text.strip() else ""},
        annexes=annexes,
        signature=(phrase("letter.closing", language), *(signed_by or (sender,))),
    )


def reminder_letter(  # noqa: PLR0913  what a letter says of itself
    case: Case,
    item: Item,
    *,
    sender: str,
    on: dt.date,
    answer_by: dt.date | None = None,
    place: str = SEAT,
    reference: str = "",
    language: Language = "nl",
) -> Draft:
    """The reminder (rappel) of something that is due: what was promised, when, and how late it is.

    ``item`` is where the thing stands on the day of the letter, from the timeline of the case.

    Raises:
        KeyError: the case holds no instrument of that id.
    """
    promised = next((one for one in case.instruments if one.id == item.id), None)
    if promised is None:
        raise KeyError(item.id)
    title = {"title": promised.title, **promised.other}
    name = said(title, "title", language) or instrument_name(promised, case, language)
    return Draft(
        kind="reminder",
        language=language,
        title=phrase("paper.reminder.subject", language, name=name),
        sender=sender,
        date=on,
        fields={
            "dossier": dossier_line(case),
            "to": party_name(case, item.responsible or promised.responsible),
            "place_date": place_and_day(place, on, language),
            "reference": reference,
        },
        sections={"text": _reminder_text(case, promised, item, answer_by, language)},
        signature=(phrase("letter.closing", language), phrase("letter.on_behalf", language, sender=sender)),
    )


def dossier_line(case: Case) -> str:
    """Number and title of the dossier, as a paper carries them."""
    return " ".join(filter(None, (case.dossier.number, case.dossier.title)))


def place_and_day(place: str, day: dt.date | None, language: Language) -> str:
    """Place and day as a letter writes them; a day that is still open says so."""
    told = long_date(day, language) if day else phrase("paper.day_open", language)
    return ", ".join(filter(None, (place, told)))


def _letter_text(case: Case, paper: str, day: dt.date | None, language: Language) -> str:
    """Greeting, what was promised, what went before, what is offered; the writer says the rest."""
    promise = promise_behind(case, paper)
    facts = facts_before(case, paper, day) if day else ()
    near = touching(case, promise) if promise else frozenset(thing for fact in facts for thing in fact.things)
    lines = [f"- {fact_line(f, case, language)}" for f in facts if near.intersection(f.things)]
    notes = (case.paper(one.origin) for one in case.relations if one.target == paper)
    offer = next((text for note in notes if note and (text := said(note.other, "offer", language))), "")
    what = said(promise.other, "promised", language) if promise else ""
    parts = (
        phrase("paper.greeting.chamber", language),
        phrase("paper.letter_text.promised", language, what=what) if what else "",
        phrase("paper.letter_text.went_before", language) if lines else "",
        "\n".join(lines),
        phrase("paper.letter_text.offer", language, offer=offer) if offer else "",
    )
    return "\n\n".join(part for part in parts if part)


def _reminder_text(
    case: Case, promised: CaseInstrument, item: Item, answer_by: dt.date | None, language: Language
) -> str:
    title = {"title": promised.title, **promised.other}
    what = said(promised.other, "promised", language) or said(title, "title", language)
    named = instrument_name(promised, case, language)
    by = long_date(answer_by, language) if answer_by else ""
    parts = (
        phrase("paper.greeting.office", language),
        phrase("paper.reminder.made", language, name=named, when=_made(promised, case, language)),
        what,
        _late(item, language),
        phrase("letter.answer_by", language, date=by) if by else phrase("letter.no_term", language),
    )
    return "\n\n".join(part for part in parts if part)


def _made(promised: CaseInstrument, case: Case, language: Language) -> str:
    paper = case.paper(promised.made_in or promised.paper or "")
    known = promised.made if promised.made.latest or paper is None else paper.when
    return when(known, language)


def _late(item: Item, language: Language) -> str:
    if item.days_late is None or item.days_late <= 0:
        return phrase("paper.reminder.not_received", language)
    if item.due:
        due = long_date(item.due, language)
        return phrase("paper.reminder.late", language, due=due, days=item.days_late)
    body = phrase(f"assess.body.{_body_of(item.days_late_by)}", language)
    return phrase("paper.reminder.late_by_calendar", language, days=item.days_late, body=body)


def _body_of(calendar: str | None) -> str:
    """The body whose calendar it is: ``tk`` of ``calendar:TK``."""
    return (calendar or "unknown").removeprefix("calendar:").split(":")[0].lower()
