"""What the dossier page shows: everything of one dossier, fetched in a fixed number of queries."""

import datetime as dt
from collections.abc import Collection

from attrs import evolve, frozen
from django.db.models import Count, Q, QuerySet

from waarborg.publication.bundle import as_it_stood
from waarborg.workbench.models import (
    CaseParty,
    CaseSource,
    Deadline,
    Dossier,
    Event,
    Instrument,
    Paper,
    Relation,
)
from waarborg.workbench.queries.case_of import case_of

FAR = dt.date.max


@frozen
class DossierRecord:
    """A dossier with its parts; events by the earliest day they can lie on, undated ones last.

    ``is_past``: it is shown as it stood on a day after which more happened.
    """

    dossier: Dossier
    papers: tuple[Paper, ...]
    instruments: tuple[Instrument, ...]
    deadlines: tuple[Deadline, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    sources: dict[str, CaseSource]
    parties: dict[str, CaseParty]
    is_past: bool = False


def dossier_list() -> QuerySet[Dossier]:
    """All dossiers with the number of their papers and of their instruments."""
    return Dossier.objects.select_related("body").annotate(
        paper_count=Count("papers", filter=~Q(papers__letter=""), distinct=True),
        instrument_count=Count("instruments", distinct=True),
    )


def dossier_record(dossier: Dossier) -> DossierRecord:
    """Everything of one dossier."""
    events = dossier.events.select_related("instrument__paper").prefetch_related("papers")
    return DossierRecord(
        dossier=dossier,
        papers=tuple(dossier.papers.all()),
        instruments=tuple(
            dossier.instruments.select_related("paper", "meeting", "dossier").prefetch_related(
                "deadlines", "events"
            )
        ),
        deadlines=tuple(Deadline.objects.filter(instrument__dossier=dossier).select_related("instrument")),
        events=tuple(sorted(events, key=_order)),
        relations=tuple(dossier.relations.all()),
        sources={source.code: source for source in dossier.case_sources.all()},
        parties={party.code: party for party in dossier.case_parties.all()},
    )


def as_the_record_stood(record: DossierRecord, on: dt.date, known: Collection[str]) -> DossierRecord:
    """The record without what came after ``on``; ``known`` are the instruments that there were by then.

    Once something is left out, it is past: what looks back from today has no place in it either.
    """
    whole = case_of(record.dossier)
    stood = as_it_stood(whole, on)
    if stood == whole:
        return record
    papers = {paper.id for paper in stood.papers}
    pairs = {(one.origin, one.type, one.target) for one in stood.relations}
    in_order = sorted(record.events, key=lambda event: event.number)
    rows = zip(in_order, whole.events, strict=True)
    events = {row.pk for row, event in rows if event in stood.events}
    instruments = tuple(row for row in record.instruments if row.code in known)
    return evolve(
        record,
        papers=tuple(row for row in record.papers if row.code in papers),
        instruments=instruments,
        deadlines=tuple(row for row in record.deadlines if row.instrument.code in known),
        events=tuple(row for row in record.events if row.pk in events),
        relations=tuple(row for row in record.relations if (row.origin, row.kind, row.target) in pairs),
        is_past=True,
    )


def _order(event: Event) -> tuple[dt.date, dt.date, int]:
    return (
        event.date or event.not_before or event.not_after or FAR,
        event.date or event.not_after or FAR,
        event.number,
    )
