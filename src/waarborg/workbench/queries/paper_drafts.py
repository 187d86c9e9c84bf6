"""Drafts of papers as a reader may see them, and what the record offers to one."""

from django.db.models import QuerySet

from waarborg.publication.papers import Draft, chamber_letter, note
from waarborg.publication.papers.draft import draft_of
from waarborg.publication.papers.flow import Step, Word, outstanding
from waarborg.publication.papers.offers import Offer, offers
from waarborg.wording import Language
from waarborg.workbench.models import Dossier, PaperDraft
from waarborg.workbench.queries.case_of import case_of
from waarborg.workbench.queries.sight import seen_by


def drafts_seen_by(reader: str) -> QuerySet[PaperDraft]:
    """The drafts that a reader may see, latest first."""
    rows = PaperDraft.objects.filter(seen_by(reader)).distinct()
    return rows.select_related("dossier__body", "party").prefetch_related("named_parties", "steps__party")


def from_record(dossier: Dossier, code: str, kind: str, language: Language) -> Draft:
    """What the record says today.

    Raises:
        KeyError: the record does not draft this kind, or holds no such paper.
    """
    case = case_of(dossier)
    if kind == "note":
        return note(case, code, language=language)
    if kind == "chamber_letter":
        return chamber_letter(case, code, language=language)
    raise KeyError(kind)


def offers_of(row: PaperDraft) -> tuple[Offer, ...]:
    """What the record says now and did not say when the drafter last looked."""
    draft, base = draft_of(row.content), draft_of(row.from_record)
    return offers(draft, base, from_record(row.dossier, row.code, row.kind, draft.language))


def waiting_for(row: PaperDraft) -> tuple[str, ...]:
    """The codes of the parties that hold the draft and have not agreed to its present text."""
    said = row.steps.filter(kind__in=(Step.PARAPH, Step.REMARK)).select_related("party")
    words = [Word(step.party.code, Step(step.kind), step.version) for step in said]
    return outstanding((party.code for party in row.named_parties.all()), words, row.version)
