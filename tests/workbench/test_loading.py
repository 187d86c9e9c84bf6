"""Loading registers and cases: every version kept, a second time nothing."""

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from waarborg.assessment import assess_all
from waarborg.jobs.assess import assess_register, place
from waarborg.policy import Role
from waarborg.procedure.case import read_case
from waarborg.values.assessment import Judged
from waarborg.values.entry import Entry, SystemStatus
from waarborg.workbench.audit import verify
from waarborg.workbench.demo import load_demo
from waarborg.workbench.models import (
    Assessment,
    AuditEvent,
    Claim,
    Deadline,
    Dossier,
    EntryVersion,
    Evidence,
    Fact,
    Instrument,
    Organisation,
    Paper,
    Position,
    Question,
    StoredState,
    System,
)
from waarborg.workbench.queries.newer_catalogue import AnswerChange, new_readings, read_by_others
from waarborg.workbench.services.actor import Actor, operator
from waarborg.workbench.services.cases import load_case
from waarborg.workbench.services.catalogue import adopt_catalogue
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.services.registers import Loaded, load_register

pytestmark = pytest.mark.django_db

ENTRY = Entry(
    register="test",
    source_id="1",
    name="Keuze van controles",
    organisation="Gemeente Utrecht",
    status=SystemStatus.IN_USE,
    texts={"goal": "De gemeente kiest welke aanvragen worden gecontroleerd."},
)


def load(now: dt.datetime, *entries: Entry) -> Loaded:
    """Load entries as an operator."""
    return load_register(actor=operator("o"), entries=assess_all(entries, place), now=now, read_on=now.date())


def test_a_second_load_changes_nothing_and_leaves_no_event(now: dt.datetime) -> None:
    assert load(now, ENTRY) == Loaded(added=1)
    assert load(now, ENTRY) == Loaded(unchanged=1)
    assert AuditEvent.objects.count() == 1


def test_a_changed_entry_becomes_a_new_version_and_the_old_one_stays(now: dt.datetime) -> None:
    load(now, ENTRY)
    assert load(now, evolve(ENTRY, status=SystemStatus.OUT_OF_USE, row=7)) == Loaded(changed=1)
    assert list(EntryVersion.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert System.objects.get().status == "out_of_use"
    assert Assessment.objects.filter(is_current=True).get().version.number == 2
    assert verify().events == 2


def test_another_row_in_the_file_is_no_change(now: dt.datetime) -> None:
    load(now, ENTRY)
    assert load(now, evolve(ENTRY, row=99)).unchanged == 1


def test_newer_rules_change_nothing_until_somebody_adopts_them(now: dt.datetime) -> None:
    ((entry, judged),) = assess_all([ENTRY], place)
    older = [(entry, evolve(judged, catalogue_version="older", role=Judged("supports")))]
    load_register(actor=operator("o"), entries=older, now=now, read_on=now.date())
    assert load(now, ENTRY) == Loaded(unchanged=1)
    assert System.objects.get().role == "supports"
    (new,) = new_readings()
    assert new.changes == (AnswerChange("role", "supports", judged.role.value),)
    assert Assessment.objects.count() == 1


def test_adopting_newer_rules_reads_anew_and_keeps_the_old_reading(now: dt.datetime) -> None:
    ((entry, judged),) = assess_all([ENTRY], place)
    older = [(entry, evolve(judged, catalogue_version="older", role=Judged("supports")))]
    load_register(actor=operator("o"), entries=older, now=now, read_on=now.date())
    adopted = adopt_catalogue(actor=operator("o"), now=now)
    assert (adopted.read, adopted.changed) == (1, 1)
    assert System.objects.get().role == judged.role.value
    kept = Assessment.objects.order_by("pk").values_list("catalogue_version", "is_current")
    assert list(kept) == [("older", False), (judged.catalogue_version, True)]
    assert EntryVersion.objects.count() == 1
    assert AuditEvent.objects.latest("number").verb == "adopt_catalogue"
    assert adopt_catalogue(actor=operator("o"), now=now).read == read_by_others() == 0
    assert verify().events == 2


def test_a_clerk_adopts_no_rules(now: dt.datetime) -> None:
    clerk = Actor(name="griffier", role=Role.CLERK)
    with pytest.raises(Refused):
        adopt_catalogue(actor=clerk, now=now)


def test_a_municipal_system_accounts_to_its_own_council(now: dt.datetime) -> None:
    load(now, ENTRY)
    body = Organisation.objects.get().bodies.get()
    assert (body.kind, body.organisation_name) == ("gemeenteraad", "Gemeente Utrecht")


def test_every_system_has_a_state_for_each_of_the_twenty_safeguards(now: dt.datetime) -> None:
    load(now, ENTRY)
    assert StoredState.objects.filter(reader="public").count() == 20


def test_a_citizen_loads_nothing(now: dt.datetime) -> None:
    stranger = Actor(name="stranger", role=Role.PUBLIC)
    with pytest.raises(Refused):
        load_register(actor=stranger, entries=assess_all([ENTRY], place), now=now, read_on=now.date())
    assert not System.objects.exists()


def test_the_demo_loads_once(now: dt.datetime) -> None:
    """Fourteen systems and dossier CXLVII; one question with its answer, as dialogue.yaml has them."""
    assert load_demo(actor=operator("demo"), now=now).wrote
    events = AuditEvent.objects.count()
    assert not load_demo(actor=operator("demo"), now=now).wrote
    assert AuditEvent.objects.count() == events
    assert System.objects.filter(is_demo=True).count() == 14
    assert Question.objects.get().steps.get().kind == "answer"
    assert verify().ok


def test_what_the_demo_makes_up_is_marked_and_its_evidence_is_real(now: dt.datetime) -> None:
    load_demo(actor=operator("demo"), now=now)
    for model in (Claim, Question, Position):
        assert model.objects.exists()
        assert not model.objects.filter(is_demo=False).exists()
    assert not Evidence.objects.filter(source="").exists()
    assert set(Evidence.objects.values_list("is_demo", flat=True)) == {False}
    assert min(system.facts.count() for system in System.objects.all()) >= 3
    assert not Fact.objects.filter(source="").exists()


def test_a_changed_case_keeps_the_identity_of_its_parts(now: dt.datetime, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    text = """
dossier: {chamber: EK, number: I, title: "T", committees: [], certainty: sourced, source: S1}
sources:
  S1: {url: "https://example.org", what: "a page"}
parties: []
documents:
  - {letter: A, kind: motie, title: "M", date: 2023-01-02, certainty: sourced, source: S1}
instruments:
  - {id: T1, kind: toezegging, chamber: EK, title: "C", made_on: 2023-01-02, deadline: 2023-03-01, source: S1}
events: []
relations: []
"""
    path.write_text(text, encoding="utf-8")
    assert load_case(actor=operator("o"), case=read_case(path), now=now)
    assert not load_case(actor=operator("o"), case=read_case(path), now=now)
    before = Instrument.objects.get().pk
    path.write_text(text.replace('"C"', '"D"').replace("2023-03-01", "2023-04-01"), encoding="utf-8")
    assert load_case(actor=operator("o"), case=read_case(path), now=now)
    instrument = Instrument.objects.get()
    assert (instrument.pk, instrument.title, instrument.kind) == (before, "D", "commitment")
    assert Deadline.objects.get().due == dt.date(2023, 4, 1)
    assert (Dossier.objects.count(), Paper.objects.get().letter, AuditEvent.objects.count()) == (1, "A", 2)


@pytest.mark.shared_data
def test_the_national_register_loads_whole(shared_data: Path, now: dt.datetime) -> None:
    """1,530 entries of 336 organisations: issue "The first house"."""
    assessed = assess_register(shared_data / "registers/nl/listing-2026-08-08.json")
    loaded = load_register(actor=operator("o"), entries=assessed.entries, now=now, read_on=now.date())
    assert (loaded.added, Organisation.objects.count()) == (1530, 336)
    assert StoredState.objects.count() == 1530 * 20


def test_the_clerk_sees_the_day_a_motion_was_put_though_only_its_paper_is_dated(now: dt.datetime) -> None:
    load_demo(actor=operator("demo"), now=now)
    motions = Instrument.objects.filter(code__in=("motie-G", "motie-C"))
    assert {motion.date for motion in motions} == {dt.date(2023, 3, 21)}
