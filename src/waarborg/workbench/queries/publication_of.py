"""What the public may know of a dossier on a day, as the contents of a bundle."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from attrs import evolve
from django.db.models import Max

from waarborg.law.calendars import known_calendars
from waarborg.procedure.timeline import timeline
from waarborg.procedure.timeline.known import as_known_on
from waarborg.publication.bundle import (
    BundledPaper,
    BundledPosition,
    BundledQuestion,
    Contents,
    as_it_stood,
)
from waarborg.publication.papers import Draft
from waarborg.publication.papers.draft import draft_of
from waarborg.publication.papers.flow import Stage, Step
from waarborg.values.case import CaseSource
from waarborg.values.dialogue import PUBLIC, StepKind
from waarborg.values.finding import UnusableInput
from waarborg.wording import LANGUAGES, Language
from waarborg.workbench.models import Dossier, PaperDraft, Position, Question, QuestionStep
from waarborg.workbench.queries.case_of import case_of
from waarborg.workbench.queries.paper_drafts import officials
from waarborg.workbench.queries.papers_page import drafted_in
from waarborg.workbench.queries.question_page import questions_for, stands
from waarborg.workbench.queries.sight import seen_by


def dossier_named(name: str) -> Dossier:
    """The dossier of that number or address name, in capitals or not.

    Raises:
        UnusableInput: ``dossier_not_known`` with those that are, or ``dossier_ambiguous``.
    """
    rows = list(Dossier.objects.select_related("body"))
    found = [row for row in rows if row.slug == name]
    found = found or [row for row in rows if row.number.casefold() == name.strip().casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnusableInput("dossier_ambiguous", dossier=name, known=", ".join(row.slug for row in found))
    known = ", ".join(row.number for row in rows) or "-"
    raise UnusableInput("dossier_not_known", dossier=name, known=known)


def contents_of(dossier: Dossier, on: dt.date) -> Contents:
    """The public part of a dossier as it was known on a day."""
    whole = evolve(case_of(dossier), sources=_sources(dossier))
    return Contents(
        slug=dossier.slug,
        on=on,
        case=as_it_stood(whole, on),
        items=timeline(as_known_on(whole, on), on, known_calendars()).items,
        papers=_papers(dossier, on),
        questions=_questions(dossier, on),
        positions=_positions(dossier, on),
        officials=officials(),
        is_demo=dossier.is_demo,
    )


def _sources(dossier: Dossier) -> tuple[CaseSource, ...]:
    return tuple(
        CaseSource(id=row.code, kind=row.kind or None, url=row.url or None, what=row.what, other=row.details)
        for row in dossier.case_sources.all()
    )


def _papers(dossier: Dossier, on: dt.date) -> tuple[BundledPaper, ...]:
    """What parties published by the day; else what the record drafts again, where nothing needed is open."""
    published = {row.code: _published(row, on) for row in published_by(dossier, on)}
    drafted: dict[str, dict[Language, Draft]] = defaultdict(dict)
    for language in LANGUAGES:
        for one in drafted_in(dossier, language):
            if one.is_fit and one.day and one.day <= on and one.code not in published:
                drafted[one.code][language] = one.draft
    again = (BundledPaper(code=code, drafts=drafts) for code, drafts in drafted.items())
    return (*published.values(), *again)


def published_by(dossier: Dossier, on: dt.date) -> list[PaperDraft]:
    """The papers that parties had published of a dossier by a day, in the order they were drafted."""
    rows = PaperDraft.objects.filter(dossier=dossier, stage=Stage.PUBLISHED, visibility=PUBLIC)
    out = rows.filter(steps__kind=Step.PUBLISH, steps__date__lte=on)
    return list(out.annotate(published_on=Max("steps__date")).select_related("party").order_by("pk"))


def _published(row: PaperDraft, on: dt.date) -> BundledPaper:
    draft = draft_of(row.content)
    steps = row.steps.filter(kind=Step.PUBLISH, date__lte=on)
    return BundledPaper(code=row.code, drafts={draft.language: draft}, published_on=steps.latest("date").date)


def _questions(dossier: Dossier, on: dt.date) -> tuple[BundledQuestion, ...]:
    rows = questions_for(PUBLIC).filter(dossier=dossier, date__lte=on)
    return tuple(_question(row, on) for row in rows)


def _question(row: Question, on: dt.date) -> BundledQuestion:
    answers = [step for step in row.steps.all() if step.kind == StepKind.ANSWER.value and step.date <= on]
    last = answers[-1] if answers else None
    return BundledQuestion(
        id=str(row.pk),
        asked_on=row.date,
        by=row.party.name,
        to=row.addressee.name,
        safeguard=row.safeguard,
        text=_both(row, "text"),
        state=stands(row, on),
        term=row.term,
        answer=_both(last, "text") if last else {},
        answered_on=last.date if last else None,
    )


def _positions(dossier: Dossier, on: dt.date) -> tuple[BundledPosition, ...]:
    rows = Position.objects.filter(seen_by(PUBLIC), commitment__dossier=dossier, date__lte=on)
    return tuple(
        BundledPosition(
            date=row.date,
            party=row.party.name,
            holder=row.holder,
            basis=row.basis,
            safeguard=row.safeguard,
            stance=row.stance,
            text=_both(row, "text"),
            condition=_both(row, "condition"),
            commitment=row.commitment.code if row.commitment else "",
        )
        for row in rows.select_related("party", "commitment")
    )


def _both(row: Question | QuestionStep | Position, column: str) -> Mapping[Language, str]:
    return {
        language: str(row.translations.get(language, {}).get(column) or getattr(row, column))
        for language in LANGUAGES
    }
