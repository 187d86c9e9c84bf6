"""Proving the chain: every event recomputed, in order.

A tail that was cut off shows only against a digest that was kept elsewhere: the ``head``.
"""

from collections.abc import Iterator

from attrs import frozen

from waarborg.workbench.audit.chain import START, link_digest
from waarborg.workbench.models import AuditEvent

COLUMNS = (
    "number",
    "at",
    "actor",
    "party",
    "verb",
    "kind",
    "object_id",
    "payload_digest",
    "previous",
    "digest",
)


@frozen
class Broken:
    """A link that does not hold.

    ``reason`` is ``number_missing``, ``previous_differs``, ``content_differs`` or ``head_missing``.
    """

    number: int
    reason: str


@frozen
class Proof:
    """Whether the chain holds, how many events it has, where it breaks, and the digest it ends on."""

    ok: bool
    events: int
    broken: tuple[Broken, ...]
    head: str


def verify(*, head: str = "") -> Proof:
    """Recompute the chain. ``head``, a digest noted earlier, must still stand in it."""
    broken: list[Broken] = []
    number, digest, count, seen = 0, START, 0, not head
    for event in AuditEvent.objects.order_by("number").iterator(2000):
        broken.extend(_breaks(event, number + 1, digest))
        number, digest, count = event.number, event.digest, count + 1
        seen = seen or digest == head
    if not seen:
        broken.append(Broken(number, "head_missing"))
    return Proof(not broken, count, tuple(broken), digest)


def exported() -> Iterator[dict[str, object]]:
    """Every event as plain data, in order."""
    yield from AuditEvent.objects.order_by("number").values(*COLUMNS).iterator(2000)


def _breaks(event: AuditEvent, expected: int, previous: str) -> Iterator[Broken]:
    if event.number != expected:
        yield Broken(event.number, "number_missing")
    if event.previous != previous:
        yield Broken(event.number, "previous_differs")
    if event.digest != link_digest(event):
        yield Broken(event.number, "content_differs")
