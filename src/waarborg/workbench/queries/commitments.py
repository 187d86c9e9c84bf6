"""What was promised and by when, over all dossiers, as known on a day: what is late first."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen
from django.db.models import Exists, OuterRef, Q, QuerySet

from waarborg.law.calendars import known_calendars
from waarborg.procedure.ministries import belongs, ministries_of
from waarborg.procedure.rappel import Rappel, lists, next_reference_day, promised
from waarborg.procedure.timeline import Item
from waarborg.procedure.timeline.status import is_over
from waarborg.workbench.models import CaseParty, Dossier, Instrument, StoredCommitment
from waarborg.workbench.queries.case_of import case_of
from waarborg.workbench.states.commitments import item_of

_GRAVEST_FIRST = (
    "overdue",
    "possibly_overdue",
    "postponed",
    "extended",
    "open",
    "answered",
    "partly_fulfilled",
)


@frozen(kw_only=True)
class Owed:
    """A commitment or promise: where it stands, to whom it was made, and who answers for it on the day.

    ``body`` is the code of the body it was made to: EK, TK or council.
    """

    item: Item
    instrument: Instrument
    body: str
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
    "ministry": lambda owed: ministries_of(owed.owner),
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
    kept = StoredCommitment.objects.filter(dossier__computed_on=on)
    return sorted((*_stored(kept), *computed), key=_gravest)


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
    kept = map(item_of, _kept(chamber, ministry, on).values_list("item", flat=True))
    computed = (owed.item for owed in _computed(chamber, ministry, on))
    return lists((*kept, *computed), chamber=chamber, on=on, calendars=known_calendars())


def rappel_owed(*, chamber: str, ministry: str, on: dt.date) -> tuple[Rappel, Mapping[int, Owed]]:
    """The same lists, and per item of them (by its ``id()``: dossiers may share codes) all that is owed."""
    found = (*_stored(_kept(chamber, ministry, on)), *_computed(chamber, ministry, on))
    made = lists((owed.item for owed in found), chamber=chamber, on=on, calendars=known_calendars())
    return made, {id(owed.item): owed for owed in found}


def _kept(chamber: str, ministry: str, on: dt.date) -> QuerySet[StoredCommitment]:
    """What is stored for the day and can stand on a list."""
    until = next_reference_day(chamber, on, known_calendars()) or on
    stored = StoredCommitment.objects.filter(body=chamber, over=False)
    offices = stored.order_by().values_list("office", flat=True).distinct()
    named = [office for office in offices if belongs(office, ministry)]
    mine = stored.filter(Q(last=None) | Q(first__lte=until), office__in=named)
    every = not Dossier.objects.exclude(computed_on=on).exists()
    return mine if every else mine.filter(dossier__computed_on=on)


def _computed(chamber: str, ministry: str, on: dt.date) -> Iterator[Owed]:
    """What is not stored for the day, computed."""
    dossiers = Dossier.objects.exclude(computed_on=on).select_related("body")
    for dossier in dossiers.prefetch_related("case_parties"):
        for owed in _of(dossier, on):
            body = owed.body
            if body == chamber and not is_over(owed.item.status) and belongs(owed.owner, ministry):
                yield owed


def _stored(kept: QuerySet[StoredCommitment]) -> Iterator[Owed]:
    """Stored commitments with all that a list shows of them."""
    told = list(kept.values_list("dossier_id", "code", "body", "item"))
    dossiers = Dossier.objects.filter(pk__in={key for key, *_ in told}).select_related("body")
    parties = {row.pk: (row, _parties(row)) for row in dossiers.prefetch_related("case_parties")}
    same = Exists(kept.filter(dossier=OuterRef("dossier"), code=OuterRef("code")))
    instruments = Instrument.objects.filter(same).select_related("paper").order_by()
    rows = {(row.dossier_id, row.code): row for row in instruments}
    for key, code, body, item in told:
        if instrument := rows.get((key, code)):
            yield _owed(item_of(item), instrument, body, *parties[key])


def _of(dossier: Dossier, on: dt.date) -> Iterator[Owed]:
    rows = {row.code: row for row in dossier.instruments.select_related("paper")}
    parties = _parties(dossier)
    for item, body, _ in promised(case_of(dossier), on, known_calendars()):
        if item.id in rows:
            yield _owed(item, rows[item.id], body, dossier, parties)


def _parties(dossier: Dossier) -> Mapping[str, CaseParty]:
    return {party.code: party for party in dossier.case_parties.all()}


def _owed(
    item: Item, instrument: Instrument, body: str, dossier: Dossier, parties: Mapping[str, CaseParty]
) -> Owed:
    committees = item.committees or dossier.committees
    return Owed(
        item=item,
        instrument=instrument,
        body=body,
        dossier=dossier,
        responsible=parties.get(item.responsible or ""),
        committees=tuple(parties[code].name if code in parties else code for code in committees),
    )


def _gravest(owed: Owed) -> tuple[int, int, str]:
    item = owed.item
    rank = _GRAVEST_FIRST.index(item.status) if item.status in _GRAVEST_FIRST else len(_GRAVEST_FIRST)
    return (rank, -(item.days_late or 0), item.id)
