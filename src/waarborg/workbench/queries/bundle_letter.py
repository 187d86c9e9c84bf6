"""Proposed questions as one letter: a safeguard, an organisation, and its systems in an annex."""

import datetime as dt

from django.http import Http404

from waarborg.law import safeguards
from waarborg.values.letter import Letter, LetterQuestion
from waarborg.wording import Language, phrase
from waarborg.workbench.models import System
from waarborg.workbench.queries.line_parties import addressees
from waarborg.workbench.queries.question_bundles import asked_systems


def bundle_letter(
    safeguard: str, organisation: int | None, language: Language, *, sender: str, on: dt.date, body: str
) -> tuple[Letter, list[tuple[str, str]]]:
    """The letter, unsent, and its systems: each with its name, organisation and number in the register.

    Without an ``organisation`` it goes to all that have few systems to ask about.

    Raises:
        Http404: nothing is to be asked of this organisation on this safeguard.
    """
    found = asked_systems({"impact": "high", "body": body}, safeguard, organisation)
    known = safeguards().get(safeguard)
    if not found or known is None:
        raise Http404
    offices = {system.organisation.name for system in found}
    office = offices.pop() if len(offices) == 1 else phrase("letter.each_organisation", language)
    name = known.name.said(language)
    counted = phrase("letter.systems_in_annex", language, n=len(found))
    question = known.question.said(language).format(system=counted, organisation=office)
    return Letter(
        sender=sender or phrase("letter.sender_not_chosen", language),
        addressee="; ".join(dict.fromkeys(_answers(system) for system in found)),
        place="",
        date=on,
        subject=phrase("page.letter.subject", language, safeguard=name, system=counted),
        questions=(
            LetterQuestion(number=1, text=question, system=counted, organisation=office, safeguard=name),
        ),
        illustration=any(system.is_demo for system in found),
    ), [(system.name, _where(system)) for system in found]


def _answers(system: System) -> str:
    """Whom the letter is put to: who answers for the system, else its organisation."""
    found = addressees(system)
    return found[0].name if found else system.organisation.name


def _where(system: System) -> str:
    return f"{system.organisation.name}, {system.register} {system.source_id}"
