"""The timeline of a dossier: rows for the table, and the same rows drawn."""

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs
from attrs import frozen

from waarborg.drawing.timeline import Lane, Mark, timeline
from waarborg.web.case_steps import steps_of
from waarborg.web.certainties import certainty_of
from waarborg.web.tellings import event_text, instrument_name, note
from waarborg.web.words import label, t
from waarborg.workbench.models import CaseSource, Deadline, Event, Instrument
from waarborg.workbench.queries.dossier_page import FAR, DossierRecord

SURE = frozenset({"sourced", "stated", "computed"})
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


def timeline_rows(record: DossierRecord, until: dt.date | None = None) -> tuple[TimelineRow, ...]:
    """Events and terms in the order of time, numbered from 1; with ``until`` none that lies after it."""
    told = {(event.instrument_id, event.date) for event in record.events}
    terms = [d for d in record.deadlines if d.due and (d.instrument_id, d.due) not in told]
    rows = [_of_event(event, record) for event in record.events]
    rows += [_of_term(term, record) for term in terms]
    rows += [row for item in record.instruments for row in _of_steps(item, record, told)]
    rows = [row for row in rows if until is None or (row.first or row.last or until) <= until]
    rows.sort(key=lambda row: (row.first or row.last or FAR, row.last or FAR))
    return tuple(_numbered(rows))


def draw(rows: Sequence[TimelineRow], *, title: str) -> str:
    """The rows that have a day: a lane for each instrument with more than one, and a lane for the rest."""
    dated = [row for row in rows if row.first or row.last]
    by_instrument: dict[Instrument, list[Mark]] = {}
    for row in dated:
        if row.instrument:
            by_instrument.setdefault(row.instrument, []).append(_mark(row))
    busy = {found: marks for found, marks in by_instrument.items() if len(marks) > 1}
    lanes = [Lane(instrument_name(found), tuple(marks)) for found, marks in busy.items()]
    others = tuple(_mark(row) for row in dated if row.instrument not in busy)
    lanes.append(Lane(t("page.dossier.lane_other"), others))
    return timeline(
        [lane for lane in lanes if lane.marks], title=title, description=t("page.dossier.drawing")
    )


def _mark(row: TimelineRow) -> Mark:
    return Mark(number=row.number, first=row.first, last=row.last, is_sure=row.is_sure, is_term=row.is_term)


def _of_event(event: Event, record: DossierRecord) -> TimelineRow:
    return TimelineRow(
        number=0,
        date=event.date,
        first=event.date or event.not_before,
        last=event.date or event.not_after,
        text=event_text(event),
        certainty=certainty_of(event, record),
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


def _of_steps(
    item: Instrument, record: DossierRecord, told: set[tuple[int | None, dt.date | None]]
) -> Iterable[TimelineRow]:
    """The steps in the life of an instrument that no event tells."""
    for step in steps_of(item, record):
        if (item.pk, step.date) not in told:
            yield TimelineRow(
                number=0,
                date=step.date,
                first=step.date,
                last=step.date,
                text=f"{instrument_name(item)}: {step.text}",
                certainty=step.certainty,
                is_term=False,
                instrument=item,
                note="",
                sources=_sources(step.sources, record),
            )


def _sources(codes: Iterable[str], record: DossierRecord) -> tuple[CaseSource, ...]:
    return tuple(record.sources[code] for code in codes if code in record.sources)


def _numbered(rows: Iterable[TimelineRow]) -> Iterable[TimelineRow]:
    return (attrs.evolve(row, number=number) for number, row in enumerate(rows, 1))
