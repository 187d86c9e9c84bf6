"""Adding a link: the digest of an event is over its columns and the digest before it (SHA-256)."""

import datetime as dt
import hashlib
import json

from django.db import connection

from waarborg.workbench.models import AuditEvent

START = "0" * 64
"""What stands in ``previous`` of the first event."""
_LOCK = 0x57414152
"""The advisory lock of the chain on PostgreSQL ("WAAR"); SQLite has one writer at a time already."""


def record_event(  # noqa: PLR0913  the six things that an event says
    *, actor: str, party: str, verb: str, kind: str, object_id: str, payload: object, at: dt.datetime
) -> AuditEvent:
    """Add one event to the chain, within the transaction of the write it tells of."""
    last = _last()
    event = AuditEvent(
        number=last.number + 1 if last else 1,
        at=at,
        actor=actor,
        party=party,
        verb=verb,
        kind=kind,
        object_id=object_id,
        payload_digest=digest_of(payload),
        previous=last.digest if last else START,
    )
    event.digest = link_digest(event)
    event.save(force_insert=True)
    return event


def link_digest(event: AuditEvent) -> str:
    """The digest that an event must carry."""
    return digest_of(
        [
            event.number,
            event.at.astimezone(dt.UTC).isoformat(),
            event.actor,
            event.party,
            event.verb,
            event.kind,
            event.object_id,
            event.payload_digest,
            event.previous,
        ]
    )


def digest_of(payload: object) -> str:
    """The SHA-256 of a value as canonical JSON: keys sorted, no blanks, dates by their text."""
    text = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _last() -> AuditEvent | None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    return AuditEvent.objects.order_by("-number").first()
