"""The parties on the accountability line of a system: who answers for it, who runs it, and its bodies."""

from waarborg.workbench.models import (
    AnswerDraft,
    DialoguePlan,
    Dossier,
    Instrument,
    PaperDraft,
    Party,
    Question,
    System,
)
from waarborg.workbench.models.parties import GOVERNMENT_SIDE
from waarborg.workbench.services.actor import Actor
from waarborg.workbench.states.records import line_of


def line_parties(system: System) -> list[Party]:
    """All of them, by name."""
    claimant, bodies = line_of(system.organisation)
    own = getattr(system.organisation, "party", None)
    codes = {claimant, *bodies, *((own.code,) if own else ())}
    return list(Party.objects.filter(code__in=codes).order_by("name"))


def addressees(system: System) -> list[Party]:
    """Whom a question on a system can be put to, whoever answers for it first."""
    claimant, _ = line_of(system.organisation)
    found = [party for party in line_parties(system) if party.kind in GOVERNMENT_SIDE]
    return sorted(found, key=lambda party: party.code != claimant)


Subject = System | Question | AnswerDraft | DialoguePlan | Dossier | Instrument | PaperDraft | Party


def concerned(actor: Actor, subject: Subject) -> list[Party]:
    """Whom an item is for that is not for everyone: the others of the line, the question or the plan."""
    return [party for party in _all_concerned(subject) if party != actor.party]


def _all_concerned(subject: Subject) -> list[Party]:
    if isinstance(subject, System):
        return line_parties(subject)
    if isinstance(subject, Question):
        return [subject.party, subject.addressee]
    if isinstance(subject, AnswerDraft):
        return _all_concerned(subject.question)
    return [subject.party, subject.other] if isinstance(subject, DialoguePlan) else []
