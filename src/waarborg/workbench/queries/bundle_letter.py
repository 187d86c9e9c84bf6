"""Proposed questions as one letter: a safeguard, an organisation, and its systems in an annex."""

import datetime as dt

from django.http import Http404

from waarborg.law import safeguards
from waarborg.values.letter import Letter, LetterQuestion
from waarborg.wording import Language, phrase
from waarborg.workbench.models import Organisation
from waarborg.workbench.queries.line_parties import addressees
from waarborg.workbench.queries.question_bundles import asked_systems


def bundle_letter(
    safeguard: str, organisation: int, language: Language, *, sender: str, on: dt.date, body: str
) -> tuple[Letter, list[tuple[str, str]]]:
    """The letter, unsent, and its systems: each with its name and its number in the register.

    Raises:
        Http404: nothing is to be asked of this organisation on this safeguard.
    """
    found = asked_systems({"impact": "high", "body": body}, safeguard, organisation)
    known = safeguards().get(safeguard)
    office = Organisation.objects.filter(pk=organisation).first()
    if not found or known is None or office is None:
        raise Http404
    name = known.name.said(language)
    counted = phrase("letter.systems_in_annex", language, n=len(found))
    question = known.question.said(language).format(system=counted, organisation=office.name)
    return Letter(
        sender=sender or phrase("letter.sender_not_chosen", language),
        addressee=addressees(found[0])[0].name if addressees(found[0]) else office.name,
        place="",
        date=on,
        subject=phrase("page.letter.subject", language, safeguard=name, system=counted),
        questions=(
            LetterQuestion(number=1, text=question, system=counted, organisation=office.name, safeguard=name),
        ),
        illustration=any(system.is_demo for system in found),
    ), [(system.name, f"{system.register} {system.source_id}") for system in found]
