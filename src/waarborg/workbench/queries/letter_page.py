"""A question of the record as a letter."""

from waarborg.law import safeguards
from waarborg.values.letter import Letter, LetterQuestion
from waarborg.wording import Language, phrase
from waarborg.workbench.models import Question

SEAT = "Den Haag"
"""Where both Chambers sit; a council's letter has no place, since the record does not hold it."""


def letter_of(question: Question, language: Language) -> Letter:
    """The letter that puts one question on a safeguard of a system to its addressee."""
    system = question.system
    if system is None:
        raise ValueError(question.pk)
    safeguard = safeguards()[question.safeguard].name.said(language)
    return Letter(
        sender=question.party.name,
        addressee=question.addressee.name,
        place=SEAT if question.party.kind == "chamber" else "",
        date=question.date,
        subject=phrase("page.letter.subject", language, safeguard=safeguard, system=system.name),
        questions=(
            LetterQuestion(
                number=1,
                text=question.text,
                system=system.name,
                organisation=system.organisation.name,
                safeguard=safeguard,
            ),
        ),
        answer_by=question.term,
        dossier=question.dossier.number if question.dossier else None,
        illustration=question.is_demo,
    )
