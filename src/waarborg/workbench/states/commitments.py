"""Commitments and promises computed by the timeline, stored per dossier, and read back as its items."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
from cattrs import Converter
from django.db import transaction

from waarborg.law.calendars import known_calendars
from waarborg.procedure.rappel import first_day, last_day, promised
from waarborg.procedure.timeline import Item
from waarborg.procedure.timeline.lapse import DerivedLapse
from waarborg.procedure.timeline.status import is_over
from waarborg.values.deadline import Certainty
from waarborg.workbench.models import Dossier, StoredCommitment
from waarborg.workbench.queries.case_of import case_of

BATCH = 100


@transaction.atomic
def renew_commitments(dossiers: Iterable[Dossier], *, on: dt.date) -> None:
    """Store the commitments of dossiers as they stand on a day, in place of what was stored."""
    renewed = list(dossiers)
    rows = [row for dossier in renewed for row in _rows(dossier, on)]
    StoredCommitment.objects.filter(dossier__in=renewed).delete()
    StoredCommitment.objects.bulk_create(rows, batch_size=1_000)
    Dossier.objects.filter(pk__in=[dossier.pk for dossier in renewed]).update(computed_on=on)


def renew_all_commitments(*, on: dt.date, progress: Callable[[int], None] | None = None) -> int:
    """Store the commitments of every dossier for a day, in batches; how many dossiers there are."""
    keys = list(Dossier.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        rows = Dossier.objects.select_related("body").filter(pk__in=keys[start : start + BATCH])
        renew_commitments(rows, on=on)
        if progress:
            progress(min(start + BATCH, len(keys)))
    return len(keys)


def item_of(told: Mapping[str, Any]) -> Item:
    """The timeline's item out of what was stored of it; by hand, since lists read thousands at once."""
    found: dict[str, Any] = {name: _READ.get(name, _as_stored)(value) for name, value in told.items()}
    return Item(**found)


def _rows(dossier: Dossier, on: dt.date) -> Iterable[StoredCommitment]:
    for item, body, office in promised(case_of(dossier), on, known_calendars()):
        yield StoredCommitment(
            dossier=dossier,
            code=item.id,
            body=body,
            office=office,
            over=is_over(item.status),
            first=first_day(item),
            last=last_day(item),
            item=stored_form(item),
        )


def stored_form(item: Item) -> dict[str, Any]:
    """An item as JSON holds it: what is not said of it is left out."""
    return attrs.asdict(item, filter=_said, value_serializer=_plain)


def _said(column: "attrs.Attribute[Any]", value: object) -> bool:
    return bool(value != column.default)


def _plain(_: object, __: object, value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _as_stored(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _derived(told: list[dict[str, Any]]) -> tuple[DerivedLapse, ...]:
    return tuple(_CONVERTER.structure(one, DerivedLapse) for one in told)


_CONVERTER = Converter()
_CONVERTER.register_structure_hook(dt.date, lambda value, _: dt.date.fromisoformat(value))
_READ: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("due", "earliest", "latest", "first_due"), dt.date.fromisoformat),
    "certainty": Certainty,
    "derived": _derived,
}
"""How the parts of an item that JSON has no form for are read back."""
