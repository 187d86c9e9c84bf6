"""What of a dossier's record can be drafted as which kind of paper, and the draft that the record gives."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from attrs import evolve, frozen

from waarborg.publication.papers import Draft, chamber_letter, note, reminder_letter
from waarborg.publication.papers.from_case import (
    case_consultation_report,
    case_letter_to_council,
    consultation_of,
    place_of,
)
from waarborg.publication.papers.letters import SEAT
from waarborg.publication.papers.telling import party_name
from waarborg.values.case import Case
from waarborg.values.dialogue import PUBLIC
from waarborg.wording import Language, phrase
from waarborg.workbench.models import Dossier, Party
from waarborg.workbench.queries.answer_book import asked_of
from waarborg.workbench.queries.case_of import case_of, timeline_of
from waarborg.workbench.queries.question_page import questions_for

_OF_PAPER = {
    "beslisnota": "note",
    "brief_regering": "chamber_letter",
    "verslag_schriftelijk_overleg": "consultation_report",
}
_DUE = frozenset({"overdue", "possibly_overdue"})
"""Over the term, or over it by the one calendar that is known, which the reminder then names."""
_IN_THE_HAGUE = frozenset({"ministry", "chamber"})


@frozen(kw_only=True)
class Draftable:
    """A kind of paper that can be drafted from one thing of the record.

    ``code`` is the paper, the promise or commitment (a reminder), or the party that it goes to (a letter to a
    council).
    """

    kind: str
    code: str

    @property
    def choice(self) -> str:
        """How a form names it: a paper of the record by its code alone."""
        return self.code if self.kind in _OF_PAPER.values() else f"{self.kind}:{self.code}"


@frozen(kw_only=True)
class Drafting:
    """Whose draft it is, of which day, and in which language; ``code`` as in ``Draftable``."""

    dossier: Dossier
    code: str
    party: Party
    on: dt.date
    language: Language


def draftable_in(dossier: Dossier) -> tuple[Draftable, ...]:
    """All that can be drafted from the record of a dossier: its papers, reminders, letters to councils.

    Whether a reminder has a ground is asked on the day it is drafted.
    """
    return tuple(_draftable(dossier))


def councils_of(dossier: Dossier) -> dict[str, str]:
    """The councils that a letter on the dossier can go to, by code: its own, or each that takes part."""
    rows = Party.objects.filter(kind="council").select_related("body").order_by("name")
    own = rows.filter(body=dossier.body)
    return {row.code: row.name for row in (own if own.exists() else rows)}


def from_record(kind: str, drafting: Drafting) -> Draft:
    """What the record says.

    Raises:
        KeyError: the record does not draft this kind, or not from this thing on this day.
    """
    return _DRAFTED[kind](drafting)


def _draftable(dossier: Dossier) -> Iterator[Draftable]:
    case = case_of(dossier)
    for paper in case.papers:
        kind = _OF_PAPER.get(paper.kind)
        if kind and (kind != "consultation_report" or _is_consultation(case, paper.id)):
            yield Draftable(kind=kind, code=paper.id)
    for row in dossier.instruments.filter(kind__in=("commitment", "promise")):
        yield Draftable(kind="reminder", code=row.code)
    for code in councils_of(dossier):
        yield Draftable(kind="council_letter", code=code)


def _is_consultation(case: Case, paper: str) -> bool:
    try:
        return bool(consultation_of(case, paper))
    except KeyError:
        return False


def _note(told: Drafting) -> Draft:
    return note(case_of(told.dossier), told.code, language=told.language)


def _chamber_letter(told: Drafting) -> Draft:
    return chamber_letter(case_of(told.dossier), told.code, language=told.language)


def _council_letter(told: Drafting) -> Draft:
    if told.code not in councils_of(told.dossier):
        raise KeyError(told.code)
    council = Party.objects.select_related("body").get(code=told.code)
    body = phrase(f"assess.body.{council.body.kind if council.body else 'unknown'}", told.language)
    name = phrase("paper.council.name", told.language, body=body.capitalize(), organisation=council.name)
    made = case_letter_to_council(
        case_of(told.dossier),
        sender=told.party.name,
        council=name,
        on=told.on,
        place=SEAT if told.party.kind in _IN_THE_HAGUE else "",
        language=told.language,
    )
    return _marked(made, told)


def _reminder(told: Drafting) -> Draft:
    """Of the committee that the case names, on what is over its term on the day and surely did not come."""
    items = timeline_of(told.dossier, told.on).items
    item = next((one for one in items if one.id == told.code and one.status in _DUE), None)
    if item is None or item.possibly:
        raise KeyError(told.code)
    case = case_of(told.dossier)
    made = reminder_letter(
        case,
        item,
        sender=party_name(case, next(iter(item.committees), None)) or told.party.name,
        on=told.on,
        place=place_of(case),
        language=told.language,
    )
    return _marked(made, told)


def _consultation_report(told: Drafting) -> Draft:
    """With the public questions on the dossier that were put on the day of the committee's letter."""
    case = case_of(told.dossier)
    asked_on = consultation_of(case, told.code).asked_on
    rows = questions_for(PUBLIC).filter(dossier=told.dossier, date=asked_on)
    asked = [asked_of(number, row, told.language) for number, row in enumerate(rows, 1)]
    return _marked(case_consultation_report(case, told.code, asked, language=told.language), told)


def _marked(made: Draft, told: Drafting) -> Draft:
    """On a demo dossier no party ever sent it, and the paper says so."""
    return evolve(made, illustration=told.dossier.is_demo)


_DRAFTED: Mapping[str, Callable[[Drafting], Draft]] = {
    "note": _note,
    "chamber_letter": _chamber_letter,
    "council_letter": _council_letter,
    "reminder": _reminder,
    "consultation_report": _consultation_report,
}
