"""Drafts of papers as a reader may see them, and what the record offers to one."""

from attrs import evolve
from django.db.models import QuerySet

from waarborg.publication.check import Decision, Mark, Names, marks, names_on_record, open_marks
from waarborg.publication.check.spelling import composed, spelled
from waarborg.publication.check.walking import texts_of
from waarborg.publication.papers import Draft
from waarborg.publication.papers.draft import draft_of
from waarborg.publication.papers.flow import Stage, Step, Word, outstanding
from waarborg.publication.papers.offers import Offer, offers
from waarborg.workbench.models import PaperDraft, Person
from waarborg.workbench.queries.case_of import case_of
from waarborg.workbench.queries.drafting import Drafting, from_record
from waarborg.workbench.queries.sight import seen_by


def drafts_seen_by(reader: str) -> QuerySet[PaperDraft]:
    """The drafts that a reader may see, latest first."""
    rows = PaperDraft.objects.filter(seen_by(reader)).distinct()
    return rows.select_related("dossier__body", "party").prefetch_related("named_parties", "steps__party")


def offers_of(row: PaperDraft) -> tuple[Offer, ...]:
    """What the record says now, of the day of the paper, and did not say when the drafter last looked."""
    draft, base = draft_of(row.content), draft_of(row.from_record)
    told = Drafting(
        dossier=row.dossier,
        code=row.code,
        party=row.party,
        on=base.date or row.date,
        language=draft.language,
    )
    return offers(draft, base, from_record(row.kind, told))


def open_marks_of(row: PaperDraft) -> tuple[Mark, ...]:
    """What somebody must still decide on in the text that would go out."""
    return open_marks(_going_out(draft_of(row.content)), decisions_on(row), _names(row))


def is_marked(row: PaperDraft, text: str) -> bool:
    """Whether the check marks these words, decided on or not."""
    found = (*marks(_going_out(draft_of(row.content)), _names(row)), *open_marks_of(row))
    return any(mark.text == text for mark in found)


def stands_in(row: PaperDraft, text: str) -> bool:
    """Whether words stand in what would go out, in any spelling: what no pattern found, a person can."""
    return bool(text.strip()) and any(
        spelled(text).search(composed(part)) for _, part in texts_of(_going_out(draft_of(row.content)))
    )


def officials() -> tuple[str, ...]:
    """The full names of who can sign in: officials, whom the check marks wherever they stand."""
    people = Person.objects.exclude(last_name="").order_by("pk")
    return tuple(person.get_full_name() for person in people)


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


def _names(row: PaperDraft) -> Names:
    """The names that the record holds; who drafted the paper is an official."""
    drafter = draft_of(row.content).fields.get("drafted_by", "")
    return names_on_record(case_of(row.dossier).parties, (*officials(), drafter))


def _going_out(draft: Draft) -> Draft:
    """The draft without the line that the public version leaves out."""
    return evolve(draft, fields={key: text for key, text in draft.fields.items() if key != "drafted_by"})


def waiting_for(row: PaperDraft) -> tuple[str, ...]:
    """The codes of the parties that hold the draft and have not agreed to its present text."""
    said = row.steps.filter(kind__in=(Step.PARAPH, Step.REMARK)).select_related("party")
    words = [Word(step.party.code, Step(step.kind), step.version) for step in said]
    return outstanding((party.code for party in row.named_parties.all()), words, row.version)
