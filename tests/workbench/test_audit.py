"""The trail: each write leaves one event, and no later change of it goes unseen."""

import datetime as dt

import pytest

from waarborg.workbench.audit import exported, record_event, verify
from waarborg.workbench.models import AuditEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def trail(now: dt.datetime) -> list[AuditEvent]:
    """Five events."""
    return [
        record_event(
            actor="a", party="ek", verb="ask", kind="question", object_id=str(n), payload={"n": n}, at=now
        )
        for n in range(5)
    ]


def broken() -> list[tuple[int, str]]:
    """Where the chain breaks."""
    return [(link.number, link.reason) for link in verify().broken]


def test_an_empty_trail_holds() -> None:
    proof = verify()
    assert (proof.ok, proof.events) == (True, 0)


def test_a_trail_that_nobody_touched_holds(trail: list[AuditEvent]) -> None:
    proof = verify()
    assert (proof.ok, proof.events, proof.head) == (True, 5, trail[-1].digest)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("actor", "b"),
        ("party", "tk"),
        ("verb", "answer"),
        ("kind", "claim"),
        ("object_id", "9"),
        ("payload_digest", "0" * 64),
        ("at", dt.datetime(2020, 1, 1, tzinfo=dt.UTC)),
    ],
)
def test_a_changed_column_shows(trail: list[AuditEvent], column: str, value: object) -> None:
    AuditEvent.objects.filter(number=trail[2].number).update(**{column: value})
    assert broken() == [(3, "content_differs")]


def test_an_event_taken_out_shows_at_the_one_after_it(trail: list[AuditEvent]) -> None:
    trail[1].delete()
    assert broken() == [(3, "number_missing"), (3, "previous_differs")]


@pytest.mark.usefixtures("trail")
def test_two_events_exchanged_show() -> None:
    AuditEvent.objects.filter(number=2).update(number=90)
    AuditEvent.objects.filter(number=3).update(number=2)
    AuditEvent.objects.filter(number=90).update(number=3)
    assert {number for number, _ in broken()} == {2, 3, 4}


def test_a_cut_off_tail_shows_against_a_digest_kept_elsewhere(trail: list[AuditEvent]) -> None:
    head = verify().head
    trail[-1].delete()
    assert verify().ok
    assert [link.reason for link in verify(head=head).broken] == ["head_missing"]


def test_what_is_given_out_is_what_is_there(trail: list[AuditEvent]) -> None:
    assert [event["digest"] for event in exported()] == [event.digest for event in trail]
