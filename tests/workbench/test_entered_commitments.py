"""Commitments as the parties record them: who may, what the timeline allows, what a file leaves alone."""

import datetime as dt

import pytest

pytest.importorskip("django")

from waarborg.policy import Role
from waarborg.workbench.demo.loading import load_demo
from waarborg.workbench.models import AuditEvent, Dossier, Event, Instrument, Person
from waarborg.workbench.queries.case_of import timeline_of
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, operator
from waarborg.workbench.services.commitments import (
    Commitment,
    Step,
    judge_commitment,
    record_commitment,
    remind_of_commitment,
    report_commitment,
)
from waarborg.workbench.services.refusal import Refused

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 3, 10, 0, tzinfo=dt.UTC)
SAID = dt.date(2026, 4, 1)
PROMISED = "Een overzicht van de bewaartermijnen."


@pytest.fixture
def dossier() -> Dossier:
    """The demo's dossier of the Senate."""
    load_demo(actor=operator("test"), now=NOW)
    return Dossier.objects.get(slug="ek-cxlvii")


def one(name: str) -> Actor:
    """One of the demo's cast, in his office."""
    person = Person.objects.get(username=f"demo-{name}")
    membership = person.memberships.get(until=None)
    return Actor(name=person.username, role=Role(membership.role), party=membership.party, person=person)


def on(day: dt.date, now: dt.datetime = NOW) -> Entering:
    return Entering(date=day, now=now, visibility="public")


@pytest.fixture
def made(dossier: Dossier) -> Instrument:
    """A commitment of the ministry to the Senate, within four weeks."""
    commitment = Commitment(title=PROMISED, responsible=one("ocw").office(), term="binnen vier weken")
    return record_commitment(actor=one("ek"), dossier=dossier, commitment=commitment, entering=on(SAID))


def stands(row: Instrument) -> str:
    return next(item.status for item in timeline_of(row.dossier, NOW.date()).items if item.id == row.code)


def test_four_weeks_from_the_first_of_april_end_on_the_twenty_ninth(made: Instrument) -> None:
    (item,) = (one for one in timeline_of(made.dossier, NOW.date()).items if one.id == made.code)
    assert item.due == dt.date(2026, 4, 29)
    assert item.status == "overdue"
    assert item.days_late == (NOW.date() - dt.date(2026, 4, 29)).days
    assert item.responsible == "ocw"


def test_what_was_recorded_later_was_not_known_before(made: Instrument) -> None:
    day_before = timeline_of(made.dossier, NOW.date() - dt.timedelta(days=1))
    assert made.code not in {item.id for item in day_before.items}


@pytest.mark.parametrize("who", ["tk", "ocw", "duo", "rekenkamer", "ek-member", "rotterdam"])
def test_only_the_clerk_of_the_body_records_judges_and_reminds(made: Instrument, who: str) -> None:
    actor, before = one(who), (Instrument.objects.count(), Event.objects.count(), AuditEvent.objects.count())
    told = Commitment(title="Iets", responsible=one("ocw").office())
    with pytest.raises(Refused):
        record_commitment(actor=actor, dossier=made.dossier, commitment=told, entering=on(SAID))
    with pytest.raises(Refused):
        judge_commitment(
            actor=actor, commitment=made, step=Step(kind="commitment_fulfilled"), entering=on(NOW.date())
        )
    with pytest.raises(Refused):
        remind_of_commitment(actor=actor, commitment=made, text="Waar blijft het?", entering=on(NOW.date()))
    assert (Instrument.objects.count(), Event.objects.count(), AuditEvent.objects.count()) == before


@pytest.mark.parametrize("who", ["bzk", "ocw-drafter", "duo", "ek"])
def test_only_the_approver_of_who_promised_says_that_it_is_done(made: Instrument, who: str) -> None:
    with pytest.raises(Refused):
        report_commitment(actor=one(who), commitment=made, text="Gedaan.", entering=on(NOW.date()))
    assert stands(made) == "overdue"


def test_the_ministry_answers_for_the_office_that_a_case_file_names(dossier: Dossier) -> None:
    promise = dossier.instruments.get(code="belofte-zomerreces")
    with pytest.raises(Refused, match="commitment_of_another"):
        report_commitment(actor=one("ocw"), commitment=promise, text="Gedaan.", entering=on(NOW.date()))
    report_commitment(actor=one("bzk"), commitment=promise, text="Zie letter M.", entering=on(NOW.date()))


def test_said_to_be_done_is_not_fulfilled_until_the_body_says_so(made: Instrument) -> None:
    report_commitment(actor=one("ocw"), commitment=made, text="Gestuurd.", entering=on(dt.date(2026, 5, 4)))
    assert stands(made) == "answered"
    fulfilled = Step(kind="commitment_fulfilled")
    judge_commitment(actor=one("ek"), commitment=made, step=fulfilled, entering=on(dt.date(2026, 5, 12)))
    assert stands(made) == "fulfilled"


def test_what_is_not_fulfilled_is_open_again(made: Instrument) -> None:
    report_commitment(actor=one("ocw"), commitment=made, text="Gestuurd.", entering=on(dt.date(2026, 5, 4)))
    step = Step(kind="not_fulfilled", text="Het is geen overzicht.")
    judge_commitment(actor=one("ek"), commitment=made, step=step, entering=on(dt.date(2026, 5, 12)))
    assert stands(made) == "overdue"


def test_a_new_term_of_the_body_holds_from_then_on(made: Instrument) -> None:
    step = Step(kind="new_deadline", until=dt.date(2026, 7, 1))
    judge_commitment(actor=one("ek"), commitment=made, step=step, entering=on(dt.date(2026, 5, 12)))
    (item,) = (one for one in timeline_of(made.dossier, NOW.date()).items if one.id == made.code)
    assert (item.status, item.due) == ("open", dt.date(2026, 7, 1))


def test_what_lapsed_cannot_be_fulfilled_and_nothing_is_written(made: Instrument) -> None:
    lapsed = Step(kind="commitment_lapsed")
    judge_commitment(actor=one("ek"), commitment=made, step=lapsed, entering=on(dt.date(2026, 5, 12)))
    before = Event.objects.count(), AuditEvent.objects.count()
    with pytest.raises(Refused):
        judge_commitment(
            actor=one("ek"),
            commitment=made,
            step=Step(kind="commitment_fulfilled"),
            entering=on(dt.date(2026, 5, 13)),
        )
    assert (Event.objects.count(), AuditEvent.objects.count()) == before


def test_a_step_before_the_last_one_is_refused(made: Instrument) -> None:
    report_commitment(actor=one("ocw"), commitment=made, text="Gestuurd.", entering=on(dt.date(2026, 5, 4)))
    with pytest.raises(Refused, match="step_before_the_last"):
        judge_commitment(
            actor=one("ek"),
            commitment=made,
            step=Step(kind="not_fulfilled"),
            entering=on(dt.date(2026, 5, 3)),
        )


def test_loading_a_changed_case_file_leaves_what_was_recorded_here(made: Instrument) -> None:
    report_commitment(actor=one("ocw"), commitment=made, text="Gestuurd.", entering=on(dt.date(2026, 5, 4)))
    Dossier.objects.filter(pk=made.dossier.pk).update(digest="another")
    load_demo(actor=operator("test"), now=NOW + dt.timedelta(days=1))
    assert stands(Instrument.objects.get(pk=made.pk)) == "answered"
    assert made.deadlines.count() == 1
    assert made.dossier.case_sources.filter(code="waarborg").exists()
