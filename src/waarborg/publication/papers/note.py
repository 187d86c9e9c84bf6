"""A decision note (beslisnota) drafted from the record: frame and parts, with dated facts and papers."""

import datetime as dt
from collections.abc import Mapping

from waarborg.publication.papers.draft import Annex, Draft
from waarborg.publication.papers.layout import compose
from waarborg.publication.papers.paper import Paper
from waarborg.publication.papers.related import (
    DatedFact,
    bearing_on,
    facts_before,
    promise_behind,
    touching,
)
from waarborg.publication.papers.telling import (
    fact_line,
    paper_name,
    paper_title,
    party_name,
    said,
    when,
)
from waarborg.values.case import Case, CaseInstrument, CasePaper, CaseRelation
from waarborg.wording import Language, phrase
from waarborg.wording.dates import long_date

ACTIONS: Mapping[str, str] = {
    "ter_ondertekening": "sign",
    "ter_besluitvorming": "decide",
    "ter_informatie": "inform",
}
"""What a note asks of its reader, as a Dutch case file names it, by our code; a code itself stays."""


def note_paper(case: Case, paper: str, *, language: Language = "nl", public: bool = True) -> Paper:
    """The note as a paper, straight from the record.

    Raises:
        KeyError: the case holds no such paper.
    """
    return compose(note(case, paper, language=language), public=public)


def note(
    case: Case, paper: str, *, language: Language = "nl", drafted_by: str = "", on: dt.date | None = None
) -> Draft:
    """A draft of the note ``paper`` of a case, from what was known on ``on`` (else: on the note's own day).

    Raises:
        KeyError: the case holds no such paper.
    """
    told = case.paper(paper)
    if told is None:
        raise KeyError(paper)
    day = on or told.when.latest
    facts = facts_before(case, paper, day) if day else ()
    return Draft(
        kind="note",
        language=language,
        title=told.title or case.dossier.title or told.id,
        sender=party_name(case, told.author),
        date=told.when.on,
        fields=_fields(case, told, language, drafted_by),
        sections=_sections(case, told, facts, language),
        annexes=_annexes(case, told, language),
    )


def _fields(case: Case, told: CasePaper, language: Language, drafted_by: str) -> dict[str, str]:
    other = told.other
    together = other.get("cooperated_with") or ()
    openly = other.get("active_publication")
    names = [together] if isinstance(together, str) else together
    return {
        "action": _action(other.get("action"), language),
        "to": party_name(case, told.to),
        "from": party_name(case, told.author),
        "active_publication": ""
        if openly is None
        else phrase(f"paper.{'yes' if openly else 'no'}", language),
        "reference": str(other.get("reference") or ""),
        "date": when(told.when, language),
        "drafted_by": drafted_by or phrase("paper.drafter_not_on_record", language),
        "cooperation": ", ".join(party_name(case, str(name)) for name in names),
        "annex_count": str(other.get("annexes") or ""),
    }


def _action(word: object, language: Language) -> str:
    code = ACTIONS.get(str(word), str(word or "inform"))
    return phrase(f"paper.action.{code}", language)


def _sections(
    case: Case, told: CasePaper, facts: tuple[DatedFact, ...], language: Language
) -> dict[str, str]:
    promise = promise_behind(case, told.id)
    near = touching(case, promise) if promise else frozenset[str]()
    occasion = [fact for fact in facts if near.intersection(fact.things)]
    rest = [fact for fact in facts if fact not in occasion]
    return {
        "cause": _joined(_promised(case, promise, language), _lines(occasion, case, language)),
        "advice": _advice(case, told, language),
        "core": _joined(_offer(told, language), _overdue(promise, facts, told, language)),
        "explanation": _explanation(case, told, rest, language),
    }


def _promised(case: Case, promise: CaseInstrument | None, language: Language) -> str:
    dossier = f"{case.dossier.number} ({case.dossier.title})" if case.dossier.title else case.dossier.number
    if promise is None:
        return phrase("paper.note.about_dossier", language, dossier=dossier)
    title = {"title": promise.title, **promise.other}
    what = said(promise.other, "promised", language) or f"{said(title, 'title', language)}."
    body = phrase(f"assess.body.{(promise.chamber or case.dossier.chamber or 'unknown').lower()}", language)
    return phrase("paper.note.promised", language, body=body, dossier=dossier, what=what)


def _lines(facts: list[DatedFact], case: Case, language: Language) -> str:
    if not facts:
        return ""
    return "\n".join(f"- {fact_line(fact, case, language)}" for fact in facts)


def _advice(case: Case, told: CasePaper, language: Language) -> str:
    code = ACTIONS.get(str(told.other.get("action")), str(told.other.get("action") or "inform"))
    written = said(told.other, "advice", language)
    chamber = (case.dossier.chamber or "").lower()
    body = phrase(f"assess.body.{chamber}", language) if chamber else ""
    has_letter = any(one.origin == told.id and one.type == "accompanies" for one in case.relations)
    beside = "_letter" if has_letter and body and code != "decide" else ""
    return written or phrase(f"paper.note.advice.{code}{beside}", language, body=body)


def _offer(told: CasePaper, language: Language) -> str:
    offer = said(told.other, "offer", language)
    return phrase("paper.note.offer", language, offer=offer) if offer else ""


def _overdue(
    promise: CaseInstrument | None, facts: tuple[DatedFact, ...], told: CasePaper, language: Language
) -> str:
    """How long the term had run out on the note's day: by its own day, else by the one that was computed."""
    ends = {"deadline", "derived_deadline"}
    of_promise = (f.event for f in facts if promise and f.event and f.event.instrument == promise.id)
    day = next((event.when.on for event in of_promise if event.kind in ends), None)
    stated = promise.term.day if promise and promise.term else None
    due, on = stated or day, told.when.on
    if due is None or on is None or on <= due:
        return ""
    words = "paper.note.overdue" if stated else "paper.note.overdue_computed"
    return phrase(
        words, language, due=long_date(due, language), on=long_date(on, language), days=(on - due).days
    )


def _explanation(case: Case, told: CasePaper, rest: list[DatedFact], language: Language) -> str:
    before = phrase("paper.note.went_before", language) if rest else ""
    things = bearing_on(case, told.id)
    day = told.when.latest
    papers = [one for one in case.papers if one.id in things and day and one.when.surely_by(day)]
    summaries = [
        f"- {_capital(paper_name(one, language))} ({when(one.when, language)}): {text}"
        for one in papers
        if (text := _content(one, language)) and one.id != told.id
    ]
    say = f"## {phrase('paper.note.papers_say', language)}" if summaries else ""
    return _joined(before, _lines(rest, case, language), say, "\n".join(summaries))


def _content(paper: CasePaper, language: Language) -> str:
    """What a paper says: as papers tell it, else its summary."""
    return said(paper.other, "content", language) or said(paper.other, "summary", language)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _annexes(case: Case, told: CasePaper, language: Language) -> tuple[Annex, ...]:
    """The papers the note goes with, and a line for every annex that the record counts and does not name."""
    with_it = [one for one in case.relations if one.origin == told.id and one.type == "accompanies"]
    known = [_annex(case, told, one, language) for one in with_it]
    counted = told.other.get("annexes")
    missing = max(0, int(counted) - len(known)) if isinstance(counted, int) else 0
    return (*known, *(Annex(name=phrase("paper.annex.unknown", language)) for _ in range(missing)))


def _annex(case: Case, told: CasePaper, relation: CaseRelation, language: Language) -> Annex:
    paper = case.paper(relation.target)
    name = (paper_title(paper) or paper_name(paper, language)) if paper else relation.target
    asked = _action(told.other.get("action"), language)
    sure = relation.certainty != "inferred"
    information = asked if sure else phrase("paper.annex.inferred", language, action=asked)
    return Annex(name=name, information=information)


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
