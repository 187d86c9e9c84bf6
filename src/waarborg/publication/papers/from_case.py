"""A letter to a council and the report of a written consultation, filled from what a case holds."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from waarborg.publication.papers.draft import Draft
from waarborg.publication.papers.letters import SEAT, council_letter, dossier_line
from waarborg.publication.papers.questions import Asked, consultation_report
from waarborg.publication.papers.related import facts_by
from waarborg.publication.papers.telling import fact_line, paper_title, party_name
from waarborg.values.case import Case, CasePaper
from waarborg.wording import Language, phrase
from waarborg.wording.dates import long_date

_CHAMBERS = frozenset({"EK", "TK"})


@frozen(kw_only=True)
class Consultation:
    """A written consultation: its report, the committee's letter with its day, and the answer, if any."""

    report: CasePaper
    put: CasePaper
    asked_on: dt.date
    reply: CasePaper | None


def case_letter_to_council(
    case: Case, *, sender: str, council: str, on: dt.date, place: str = "", language: Language = "nl"
) -> Draft:
    """A letter that tells a council how a case stands: what surely happened on or before ``on``, by day."""
    facts = [fact for fact in facts_by(case, on) if fact.when.surely_by(on)]
    dossier = dossier_line(case)
    told = phrase("paper.council.stands", language, dossier=dossier, day=long_date(on, language))
    lines = "\n".join(f"- {fact_line(fact, case, language)}" for fact in facts)
    return council_letter(
        sender=sender,
        council=council,
        subject=phrase("paper.council.subject", language, dossier=dossier),
        text=f"{told}\n\n{lines}" if lines else "",
        place=place,
        on=on,
        language=language,
    )


def consultation_of(case: Case, paper: str) -> Consultation:
    """The consultation that the report ``paper`` is of, by the letters that it contains.

    Raises:
        KeyError: the case holds no such report, or no dated letter of a committee in it.
    """
    report = case.paper(paper)
    held = [case.paper(one.target) for one in case.relations if (one.origin, one.type) == (paper, "contains")]
    put = next((one for one in held if one and one.kind == "brief_commissie"), None)
    if report is None or put is None or put.when.on is None:
        raise KeyError(paper)
    replies = {one.origin for one in case.relations if (one.target, one.type) == (put.id, "in_reply_to")}
    reply = next((one for one in held if one and one.id in replies), None)
    return Consultation(report=report, put=put, asked_on=put.when.on, reply=reply)


def case_consultation_report(
    case: Case, paper: str, asked: Iterable[Asked] = (), *, language: Language = "nl"
) -> Draft:
    """The report ``paper`` of a case: who asked whom, on which days, with the questions that are on record.

    Raises:
        KeyError: see ``consultation_of``.
    """
    held = consultation_of(case, paper)
    report, reply = held.report, held.reply
    return consultation_report(
        asked,
        subject=paper_title(report) or phrase("paper.kind.consultation_report", language),
        committee=party_name(case, report.committee or held.put.author),
        government=party_name(case, held.put.to or (reply.author if reply else None)),
        asked_on=held.asked_on,
        answered_on=reply.when.on if reply else None,
        adopted_on=report.when.on,
        dossier=dossier_line(case),
        number=phrase("paper.letter", language, letter=report.letter) if report.letter else "",
        place=place_of(case),
        language=language,
    )


def place_of(case: Case) -> str:
    """Where the body of a case sits: The Hague for a Chamber; of a council the case does not say."""
    return SEAT if case.dossier.chamber in _CHAMBERS else ""
