"""Renewing stored states: for the public, and for each party that sees more than the public."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs
from django.db import transaction

from waarborg.dialogue import state
from waarborg.law import Safeguard
from waarborg.values.dialogue import PUBLIC, Item, Record, SafeguardState, View
from waarborg.workbench.models import StoredState, System
from waarborg.workbench.states.records import records_of, with_line

BATCH = 200
"""Systems per batch: bounds the memory of a whole register."""

Progress = Callable[[int], object]
_RENEWED = (
    "computed_on",
    "applicable",
    "bar",
    "evidence",
    "best_grade",
    "questions",
    "agreement",
    "asks",
    "stances",
    "state",
)


@transaction.atomic
def renew(
    systems: Sequence[System], *, on: dt.date, safeguards: Iterable[str] | None = None
) -> tuple[StoredState, ...]:
    """Compute and store the states of systems on a day, in the transaction of the write that asks for it."""
    names = None if safeguards is None else tuple(safeguards)
    loaded = with_line(System.objects.filter(pk__in=[system.pk for system in systems]))
    rows = tuple(_rows(list(loaded), names, on))
    stale = StoredState.objects.filter(system__in=systems).exclude(reader=PUBLIC)
    (stale if names is None else stale.filter(safeguard__in=names)).delete()
    return tuple(
        StoredState.objects.bulk_create(
            rows,
            batch_size=1000,
            update_conflicts=True,
            unique_fields=("system", "reader", "safeguard"),
            update_fields=_RENEWED,
        )
    )


def renew_all(*, on: dt.date, progress: Progress | None = None) -> int:
    """Renew every system, batch by batch, each in its own transaction: terms run out overnight."""
    keys = list(System.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        renew(list(System.objects.filter(pk__in=keys[start : start + BATCH])), on=on)
        if progress:
            progress(min(start + BATCH, len(keys)))
    return len(keys)


def renew_stale(*, on: dt.date) -> int:
    """Renew every system where a state of an earlier day is stored; how many there are, 0 for none."""
    if not StoredState.objects.filter(computed_on__lt=on).exists():
        return 0
    return renew_all(on=on)


def as_data(told: SafeguardState) -> dict[str, Any]:
    """A state as JSON holds it; attention in its written form, such as ``position:ek,tk``."""
    return {**attrs.asdict(told, recurse=False), "attention": [str(item) for item in told.attention]}


def _rows(systems: Sequence[System], names: Sequence[str] | None, on: dt.date) -> Iterator[StoredState]:
    silent: dict[Record, SafeguardState] = {}
    for system, safeguard, record in records_of(systems, names, on=on):
        readers = _readers(record)
        for reader in (PUBLIC, *readers):
            view = View(on=on, reader=reader)
            yield _row(system, safeguard, record, view, _told(record, view, silent))


def _told(record: Record, view: View, silent: dict[Record, SafeguardState]) -> SafeguardState:
    """The state; a record without a single item gives the same one to every system with its line and bar."""
    if not _says_nothing(record):
        return state(record, view)
    if record not in silent:
        silent[record] = state(record, view)
    return silent[record]


def _row(
    system: System, safeguard: Safeguard, record: Record, view: View, told: SafeguardState
) -> StoredState:
    return StoredState(
        system=system,
        safeguard=safeguard.id,
        reader=view.reader,
        computed_on=view.on,
        applicable=record.applicable.value,
        bar=record.bar.code,
        evidence=told.evidence,
        best_grade=told.best_grade,
        questions=told.questions,
        agreement=told.agreement,
        asks=" ".join(item.code for item in told.attention),
        stances=" ".join(f"{party}:{stance}" for party, stance in sorted(told.stances.items())),
        state=as_data(told),
    )


def _items(record: Record) -> Iterator[Item]:
    for question in record.questions:
        yield question
        yield from question.steps
    yield from (*record.claims, *record.evidence, *record.positions, *record.measures, *record.changes)


def _readers(record: Record) -> tuple[str, ...]:
    """The parties that see something here that the public does not."""
    private = (item.visible_to for item in _items(record) if PUBLIC not in item.visible_to)
    return tuple(sorted(frozenset().union(*private)))


def _says_nothing(record: Record) -> bool:
    """Whether the record holds no item at all."""
    return not record.new_holders and next(_items(record), None) is None
