"""Papers of questions: a committee's letter, the answer book, and the report of a written consultation."""

import datetime as dt
from collections.abc import Iterable, Sequence

from attrs import frozen

from waarborg.publication.papers.draft import Annex, Draft
from waarborg.publication.papers.letters import place_and_day
from waarborg.values.letter import Letter, LetterQuestion
from waarborg.wording import Language, phrase
from waarborg.wording.dates import long_date


@frozen(kw_only=True)
class Asked:
    """A question with its answer, where it has one; ``about`` says on what, ``by`` who asked."""

    number: int
    text: str
    answer: str = ""
    answered_on: dt.date | None = None
    by: str = ""
    about: str = ""


def question_letter(letter: Letter, language: Language = "nl", *, annexes: tuple[Annex, ...] = ()) -> Draft:
    """A committee's letter with questions. A term is named only where one was set."""
    by = long_date(letter.answer_by, language) if letter.answer_by else ""
    asked = "\n".join(f"{one.number}. {_question(one, language)}" for one in letter.questions)
    term = phrase("letter.answer_by", language, date=by) if by else phrase("letter.no_term", language)
    return Draft(
        kind="question_letter",
        language=language,
        title=letter.subject,
        sender=letter.sender,
        date=letter.date,
        fields={
            "dossier": letter.dossier or "",
            "to": letter.addressee,
            "place_date": place_and_day(letter.place, letter.date, language),
            "reference": letter.reference or "",
        },
        sections={"opening": phrase("letter.opening", language), "questions": asked, "closing": term},
        annexes=annexes,
        signature=(
            phrase("letter.closing", language),
            phrase("letter.on_behalf", language, sender=letter.sender),
        ),
        illustration=letter.illustration,
    )


def answer_book(  # noqa: PLR0913  what a paper says of itself
    asked: Iterable[Asked],
    *,
    subject: str,
    sender: str,
    to: str,
    on: dt.date | None,
    dossier: str = "",
    place: str = "",
    reference: str = "",
    illustration: bool = False,
    language: Language = "nl",
) -> Draft:
    """All questions with their answers, in the order of their numbers; one that waits says that it waits."""
    ordered = sorted(asked, key=lambda one: one.number)
    return Draft(
        kind="answer_book",
        language=language,
        title=subject,
        sender=sender,
        date=on,
        fields={
            "dossier": dossier,
            "to": to,
            "from": sender,
            "place_date": place_and_day(place, on, language) if place or on else "",
            "reference": reference,
        },
        sections={
            "opening": _counted(ordered, language),
            "answers": "\n\n".join(_answered(one, language) for one in ordered),
        },
        illustration=illustration,
    )


def consultation_report(  # noqa: PLR0913  what a paper says of itself
    asked: Iterable[Asked],
    *,
    subject: str,
    committee: str,
    government: str,
    asked_on: dt.date,
    answered_on: dt.date | None,
    adopted_on: dt.date | None,
    dossier: str = "",
    number: str = "",
    place: str = "",
    clerk: str = "",
    language: Language = "nl",
) -> Draft:
    """The report of a written consultation: what the committee asked, and what the government answered."""
    ordered = sorted(asked, key=lambda one: one.number)
    put = "\n".join(f"{one.number}. {_one_line(one.text)}" for one in ordered)
    given = "\n\n".join(_answered(one, language) for one in ordered if one.answer.strip())
    return Draft(
        kind="consultation_report",
        language=language,
        title=subject,
        sender=committee,
        date=adopted_on,
        fields={
            "dossier": dossier,
            "number": number,
            "from": committee,
            "to": government,
            "place_date": place_and_day(place, adopted_on, language),
        },
        sections={
            "opening": _course(committee, government, asked_on, answered_on, language),
            "asked": put,
            "answered": given,
        },
        signature=(clerk,) if clerk else (committee,),
    )


def _question(one: LetterQuestion, language: Language) -> str:
    about = phrase(
        "letter.about", language, system=one.system, organisation=one.organisation, safeguard=one.safeguard
    )
    return f"{_one_line(one.text)} ({about})"


def _answered(one: Asked, language: Language) -> str:
    head = f"## {phrase('paper.question', language, number=one.number)}"
    about = f"{one.about}." if one.about else ""
    day = (
        phrase("paper.answered_on", language, day=long_date(one.answered_on, language))
        if one.answered_on
        else ""
    )
    answer = one.answer.strip() or phrase("paper.no_answer_yet", language)
    word = f"## {phrase('paper.answer', language, number=one.number)}"
    return "\n\n".join(filter(None, (head, about, one.text.strip(), word, day, answer)))


def _counted(asked: Sequence[Asked], language: Language) -> str:
    done = sum(bool(one.answer.strip()) for one in asked)
    return phrase("paper.answers_counted", language, asked=len(asked), answered=done)


def _course(
    committee: str, government: str, asked_on: dt.date, answered_on: dt.date | None, language: Language
) -> str:
    told = {"committee": committee, "government": government, "asked": long_date(asked_on, language)}
    if answered_on is None:
        return phrase("paper.consultation.unanswered", language, **told)
    days = (answered_on - asked_on).days
    answered = long_date(answered_on, language)
    return phrase("paper.consultation.answered", language, **told, answered=answered, days=days)


def _one_line(text: str) -> str:
    return " ".join(text.split())
