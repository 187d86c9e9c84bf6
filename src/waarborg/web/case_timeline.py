"""The timeline of a dossier: rows for the table, and the same rows drawn."""

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs
from attrs import frozen

from waarborg.drawing.timeline import Lane, Mark, timeline
from waarborg.web.tellings import event_text, instrument_name, note
from waarborg.web.words import label, t
from waarborg.workbench.models import CaseSource, Deadline, Event, Instrument
from waarborg.workbench.queries.dossier_page import FAR, DossierRecord

SURE = frozenset({"sourced", "stated", "computed", ""})
TERMS = frozenset({"deadline", "derived_deadline"})


@frozen(kw_only=True)
class TimelineRow:
    """One row of the timeline; ``first`` and ``last`` are None where nothing is known of the day."""

    number: int
    date: dt.date | None
    first: dt.date | None
    last: dt.date | None
    text: str
    certainty: str
    is_term: bool
    instrument: Instrument | None
    note: str
    sources: tuple[CaseSource, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the fact and its day stand in a source that was read."""
        return self.certainty in SURE and self.date is not None


def timeline_rows(record: DossierRecord) -> tuple[TimelineRow, ...]:
    """Events and terms in the order of time, numbered from 1."""
    told = {(event.instrument_id, event.date) for event in record.events}
    terms = [d for d in record.deadlines if d.due and (d.instrument_id, d.due) not in told]
    rows = [_of_event(event, record) for event in record.events] + [_of_term(term, record) for term in terms]
    rows.sort(key=lambda row: (row.first or row.last or FAR, row.last or FAR))
    return tuple(_numbered(rows))


def draw(rows: Sequence[TimelineRow], *, title: str) -> str:
    """The rows that have a day: a lane for each instrument with more than one, and a lane for the rest."""
    dated = [row for row in rows if row.first or row.last]
    busy = [name for name in _names(dated) if sum(_lane_of(row) == name for row in dated) > 1]
    lanes = [Lane(name, tuple(_mark(row) for row in dated if _lane_of(row) == name)) for name in busy]
    others = tuple(_mark(row) for row in dated if _lane_of(row) not in busy)
    lanes.append(Lane(t("page.dossier.lane_other"), others))
    return timeline(
        [lane for lane in lanes if lane.marks], title=title, description=t("page.dossier.drawing")
    )


def _names(rows: Iterable[TimelineRow]) -> list[str]:
    return list(dict.fromkeys(name for row in rows if (name := _lane_of(row))))


def _lane_of(row: TimelineRow) -> str:
    return instrument_name(row.instrument) if row.instrument else ""


def _mark(row: TimelineRow) -> Mark:
    first, last = row.first or row.last or FAR, row.last or row.first or FAR
    return Mark(number=row.number, first=first, last=last, is_sure=row.is_sure, is_term=row.is_term)


def _of_event(event: Event, record: DossierRecord) -> TimelineRow:
    return TimelineRow(
        number=0,
        date=event.date,
        first=event.date or event.not_before,
        last=event.date or event.not_after,
        text=event_text(event),
        certainty=event.certainty,
        is_term=event.kind in TERMS,
        instrument=event.instrument,
        note=note(event),
        sources=_sources(event.sources, record),
    )


def _of_term(term: Deadline, record: DossierRecord) -> TimelineRow:
    words = term.text or label("event", "deadline")
    return TimelineRow(
        number=0,
        date=term.due,
        first=term.due,
        last=term.due,
        text=t("page.dossier.term_of", instrument=instrument_name(term.instrument), term=words),
        certainty=term.certainty,
        is_term=True,
        instrument=term.instrument,
        note=term.note,
        sources=_sources(term.sources, record),
    )


def _sources(codes: Iterable[str], record: DossierRecord) -> tuple[CaseSource, ...]:
    return tuple(record.sources[code] for code in codes if code in record.sources)


def _numbered(rows: Iterable[TimelineRow]) -> Iterable[TimelineRow]:
    return (attrs.evolve(row, number=number) for number, row in enumerate(rows, 1))
