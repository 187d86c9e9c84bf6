"""Drafts of papers as a reader may see them, and what the record offers to one."""

from attrs import evolve
from django.db.models import QuerySet

from waarborg.publication.check import Decision, Mark, marks
from waarborg.publication.papers import Draft, chamber_letter, note
from waarborg.publication.papers.draft import draft_of
from waarborg.publication.papers.flow import Stage, Step, Word, outstanding
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


def marks_of(row: PaperDraft) -> tuple[Mark, ...]:
    """What the check marks in the text that would go out. Who holds an office by the record is public."""
    public = row.dossier.case_parties.exclude(holder="").values_list("holder", flat=True)
    draft = draft_of(row.content)
    drafter = draft.fields.get("drafted_by", "")
    known = frozenset({drafter} if len(drafter.split()) > 1 and drafter[:1].isupper() else ())
    return marks(_going_out(draft), frozenset(public), known)


def decisions_on(row: PaperDraft) -> tuple[Decision, ...]:
    """What was decided on the marks of a draft."""
    rows = row.decisions.values("text", "decision", "ground")
    return tuple(Decision(**one) for one in rows)


def unpublished_company(row: PaperDraft) -> tuple[str, ...]:
    """The papers of the record that this one goes with and that are not published on the workbench."""
    pairs = row.dossier.relations.filter(kind="accompanies").values_list("origin", "target")
    beside = {end for pair in pairs if row.code in pair for end in pair} - {row.code}
    published = PaperDraft.objects.filter(dossier=row.dossier, stage=Stage.PUBLISHED, code__in=beside)
    return tuple(sorted(beside - set(published.values_list("code", flat=True))))


def _going_out(draft: Draft) -> Draft:
    """The draft without the line that the public version leaves out."""
    return evolve(draft, fields={key: text for key, text in draft.fields.items() if key != "drafted_by"})


def waiting_for(row: PaperDraft) -> tuple[str, ...]:
    """The codes of the parties that hold the draft and have not agreed to its present text."""
    said = row.steps.filter(kind__in=(Step.PARAPH, Step.REMARK)).select_related("party")
    words = [Word(step.party.code, Step(step.kind), step.version) for step in said]
    return outstanding((party.code for party in row.named_parties.all()), words, row.version)
