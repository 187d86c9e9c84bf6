"""What the dossier page shows: everything of one dossier, fetched in a fixed number of queries."""

import datetime as dt

from attrs import frozen
from django.db.models import Count, Q, QuerySet

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

FAR = dt.date.max


@frozen
class DossierRecord:
    """A dossier with its parts; events by the earliest day they can lie on, undated ones last."""

    dossier: Dossier
    papers: tuple[Paper, ...]
    instruments: tuple[Instrument, ...]
    deadlines: tuple[Deadline, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    sources: dict[str, CaseSource]
    parties: dict[str, CaseParty]


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


def _order(event: Event) -> tuple[dt.date, dt.date, int]:
    return (
        event.date or event.not_before or event.not_after or FAR,
        event.date or event.not_after or FAR,
        event.number,
    )
