"""What was promised and by when, over all dossiers, as known on a day: what is late first."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen
from django.db.models import Q, QuerySet

from waarborg.law.calendars import known_calendars
from waarborg.procedure.ministries import belongs
from waarborg.procedure.rappel import Rappel, lists, next_reference_day, promised
from waarborg.procedure.timeline import Item
from waarborg.procedure.timeline.status import is_over
from waarborg.workbench.models import CaseParty, Dossier, Instrument, StoredCommitment
from waarborg.workbench.queries.case_of import case_of, timeline_of
from waarborg.workbench.states.commitments import item_of

KINDS = ("commitment", "promise")
_GRAVEST_FIRST = ("overdue", "possibly_overdue", "postponed", "open", "answered", "partly_fulfilled")


@frozen(kw_only=True)
class Owed:
    """A commitment or promise: where it stands, to whom it was made, and who answers for it on the day."""

    item: Item
    instrument: Instrument
    dossier: Dossier
    responsible: CaseParty | None
    committees: tuple[str, ...]

    @property
    def owner(self) -> str:
        """The office that answers for it; empty where that is not known."""
        return self.responsible.name if self.responsible else ""


FACETS: Mapping[str, Callable[[Owed], tuple[str, ...]]] = {
    "status": lambda owed: (owed.item.status,),
    "body": lambda owed: (owed.dossier.body.kind,),
    "owner": lambda owed: (owed.owner,),
    "committee": lambda owed: owed.committees,
}
"""What the list can be narrowed by, and the values that one row has."""


def commitments(on: dt.date) -> list[Owed]:
    """Everything that was promised by ``on``, from the dossiers as known on that day.

    Dossiers whose commitments are stored for the day are read from the store; the others are computed.
    """
    dossiers = Dossier.objects.select_related("body").prefetch_related("case_parties")
    computed = (owed for dossier in dossiers.exclude(computed_on=on) for owed in _of(dossier, on))
    return sorted((*_stored(dossiers.filter(computed_on=on)), *computed), key=_gravest)


def narrowed(found: Sequence[Owed], chosen: Mapping[str, str]) -> list[Owed]:
    """The rows that have every chosen value."""
    return [
        owed
        for owed in found
        if all(chosen[facet] in values(owed) for facet, values in FACETS.items() if chosen.get(facet))
    ]


def facet_counts(found: Sequence[Owed], chosen: Mapping[str, str]) -> dict[str, list[tuple[str, int]]]:
    """Per facet its values with how many rows each would leave, the other choices kept; most first."""
    counts = {}
    for facet, values in FACETS.items():
        others = {key: value for key, value in chosen.items() if key != facet}
        tally: dict[str, int] = {}
        for owed in narrowed(found, others):
            for value in filter(None, values(owed)):
                tally[value] = tally.get(value, 0) + 1
        counts[facet] = sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))
    return counts


def rappel_of(*, chamber: str, ministry: str, on: dt.date) -> Rappel:
    """The half-yearly lists of a body for a ministry, over all dossiers of the record.

    Dossiers whose commitments are stored for the day are read from the store; the others are computed.
    """
    calendars = known_calendars()
    others = list(Dossier.objects.exclude(computed_on=on).select_related("body"))
    until = next_reference_day(chamber, on, calendars) or on
    stored = StoredCommitment.objects.filter(body=chamber, over=False)
    offices = stored.order_by().values_list("office", flat=True).distinct()
    named = [office for office in offices if belongs(office, ministry)]
    mine = stored.filter(Q(last=None) | Q(first__lte=until), office__in=named)
    if others:
        mine = mine.filter(dossier__computed_on=on)
    found = (*map(item_of, mine.values_list("item", flat=True)), *_computed(others, chamber, ministry, on))
    return lists(found, chamber=chamber, on=on, calendars=calendars)


def _computed(dossiers: Iterable[Dossier], chamber: str, ministry: str, on: dt.date) -> Iterator[Item]:
    for dossier in dossiers:
        for item, body, office in promised(case_of(dossier), on, known_calendars()):
            if body == chamber and not is_over(item.status) and belongs(office, ministry):
                yield item


def _stored(dossiers: QuerySet[Dossier]) -> Iterator[Owed]:
    parties = {row.pk: (row, _parties(row)) for row in dossiers}
    instruments = Instrument.objects.filter(dossier__in=dossiers).select_related("paper")
    rows = {(row.dossier_id, row.code): row for row in instruments.order_by()}
    kept = StoredCommitment.objects.filter(dossier__in=dossiers)
    for key, code, item in kept.values_list("dossier_id", "code", "item"):
        if instrument := rows.get((key, code)):
            yield _owed(item_of(item), instrument, *parties[key])


def _of(dossier: Dossier, on: dt.date) -> Iterator[Owed]:
    rows = {row.code: row for row in dossier.instruments.select_related("paper")}
    parties = _parties(dossier)
    for item in timeline_of(dossier, on).items:
        if item.kind in KINDS and item.id in rows:
            yield _owed(item, rows[item.id], dossier, parties)


def _parties(dossier: Dossier) -> Mapping[str, CaseParty]:
    return {party.code: party for party in dossier.case_parties.all()}


def _owed(item: Item, instrument: Instrument, dossier: Dossier, parties: Mapping[str, CaseParty]) -> Owed:
    committees = item.committees or dossier.committees
    return Owed(
        item=item,
        instrument=instrument,
        dossier=dossier,
        responsible=parties.get(item.responsible or ""),
        committees=tuple(parties[code].name if code in parties else code for code in committees),
    )


def _gravest(owed: Owed) -> tuple[int, int, str]:
    item = owed.item
    rank = _GRAVEST_FIRST.index(item.status) if item.status in _GRAVEST_FIRST else len(_GRAVEST_FIRST)
    return (rank, -(item.days_late or 0), item.id)
