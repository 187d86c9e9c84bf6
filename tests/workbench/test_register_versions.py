"""A register read again and again: what is new, what changed, what has gone, and what only looks so."""

import datetime as dt
from collections.abc import Iterator

import pytest
from attrs import evolve

from waarborg.assessment import assess_all
from waarborg.jobs.assess import place
from waarborg.register.word_difference import Fate
from waarborg.values.assessment import Assessment as Judged
from waarborg.values.entry import Entry, SystemStatus
from waarborg.values.finding import UnusableInput
from waarborg.workbench.models import AuditEvent, EntryVersion, StoredState, System
from waarborg.workbench.queries.entry_versions import version_changes
from waarborg.workbench.queries.news import begun, news_of
from waarborg.workbench.queries.systems_list import news_counts, systems_list
from waarborg.workbench.services.actor import operator
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.services.registers import Loaded, load_register

pytestmark = pytest.mark.django_db

MAY, JUNE, AUGUST = dt.date(2026, 5, 13), dt.date(2026, 6, 24), dt.date(2026, 8, 8)
GOAL = "Een medewerker beslist over de aanvraag."
RAW = {"id": "1", "doel": GOAL, "laatst_gewijzigd": "2026-01-01"}


def entry(number: int, goal: str = GOAL, **changed: object) -> Entry:
    made = Entry(
        register="nl",
        source_id=str(number),
        name=f"Systeem {number}",
        organisation="Gemeente Utrecht",
        status=SystemStatus.IN_USE,
        texts={"name": f"Systeem {number}", "goal": goal},
        dates={"current_version": "2026-01-01"},
        raw=RAW,
    )
    return evolve(made, **changed)  # type: ignore[arg-type]


def load(day: dt.date, *entries: Entry, whole: bool = True) -> Loaded:
    return load_register(
        actor=operator("o"),
        entries=assess_all(entries, place),
        now=dt.datetime.combine(day, dt.time(9), dt.UTC),
        read_on=day,
        whole=whole,
    )


def test_another_form_of_collecting_is_no_change_of_the_system_and_its_record_is_kept() -> None:
    load(MAY, entry(1))
    renamed = {"id": "1", "doel": GOAL, "geregistreerd": "2026-01-01", "url": "anders"}
    assert load(JUNE, entry(1, raw=renamed, url="https://voorbeeld.invalid/1")) == Loaded(reformed=1)
    assert System.objects.get().last_changed == MAY
    assert [row.raw for row in EntryVersion.objects.order_by("number")] == [RAW, renamed]


def test_a_renamed_organisation_is_a_change_and_is_told_word_by_word() -> None:
    load(MAY, entry(1))
    assert load(JUNE, entry(1, organisation="Gemeente Groot Utrecht")) == Loaded(changed=1)
    newest, first = version_changes(System.objects.get(), since=MAY)
    assert (newest.is_new, newest.is_first, first.is_new, first.is_first) == (True, False, False, True)
    (change,) = newest.changes
    assert change.field == "organization"
    assert [(piece.fate, piece.text.strip()) for piece in change.pieces] == [
        (Fate.SAME, "Gemeente"),
        (Fate.COME, "Groot"),
        (Fate.SAME, "Utrecht"),
    ]


def test_a_text_that_came_back_as_it_was_is_three_versions() -> None:
    for day, goal in ((MAY, GOAL), (JUNE, "Een computer beslist over de aanvraag."), (AUGUST, GOAL)):
        load(day, entry(1, goal))
    told = [[change.field for change in version.changes] for version in version_changes(System.objects.get())]
    assert told == [["goal"], ["goal"], []]


def test_what_a_whole_reading_does_not_hold_has_gone_and_may_come_back() -> None:
    load(MAY, entry(1), entry(2))
    assert load(JUNE, entry(1)) == Loaded(unchanged=1, gone=1)
    assert System.objects.get(source_id="2").gone_on == JUNE
    assert load(AUGUST, entry(1), entry(2)) == Loaded(unchanged=1, changed=1)
    back = System.objects.get(source_id="2")
    assert (back.gone_on, back.last_changed) == (None, AUGUST)


def test_a_part_of_a_register_says_nothing_of_the_rest() -> None:
    load(MAY, entry(1), entry(2))
    assert load(JUNE, entry(1), whole=False) == Loaded(unchanged=1)
    assert not System.objects.exclude(gone_on=None)


def test_another_register_is_left_alone_by_a_whole_reading() -> None:
    load(MAY, entry(1))
    assert load(JUNE, entry(1, register="us")) == Loaded(added=1)
    assert not System.objects.exclude(gone_on=None)


def test_an_older_reading_after_a_newer_one_is_refused_and_writes_nothing() -> None:
    load(JUNE, entry(1))
    with pytest.raises(Refused) as caught:
        load(MAY, entry(2), entry(1, "Anders."))
    assert caught.value.finding.code == "register_older_than_record"
    assert System.objects.count() == 1


def test_a_register_that_breaks_off_after_many_entries_leaves_nothing_behind() -> None:
    def broken() -> Iterator[tuple[Entry, Judged]]:
        yield from assess_all([entry(number) for number in range(450)], place)
        raise UnusableInput("json_cut_off")

    now = dt.datetime(2026, 5, 13, tzinfo=dt.UTC)
    with pytest.raises(UnusableInput):
        load_register(actor=operator("o"), entries=broken(), now=now, read_on=MAY)
    assert not System.objects.exists()
    assert not StoredState.objects.exists()
    assert not AuditEvent.objects.exists()


def test_since_a_day_means_after_it_and_the_first_reading_is_not_news() -> None:
    load(MAY, entry(1), entry(2), entry(3))
    load(JUNE, entry(1), entry(2, "Anders."), entry(4))
    kinds = {row.source_id: news_of(row, MAY, begun()) for row in System.objects.all()}
    assert kinds == {"1": None, "2": "changed", "3": "gone", "4": "new"}
    for since in (MAY, dt.date(2026, 1, 1)):
        chosen = {"since": since.isoformat()}
        assert dict(news_counts(chosen)) == {"new": 1, "changed": 1, "gone": 1}
        assert {row.source_id for row in systems_list(chosen)} == {"2", "3", "4"}
        assert {row.source_id for row in systems_list({**chosen, "news": "new"})} == {"4"}
    assert not systems_list({"since": JUNE.isoformat()})


@pytest.mark.parametrize("chosen", [{"since": "gisteren"}, {"since": "2026-05-13", "news": "oud"}])
def test_a_day_or_a_kind_that_does_not_exist_finds_nothing(chosen: dict[str, str]) -> None:
    load(MAY, entry(1))
    load(JUNE, entry(1, "Anders."))
    assert not systems_list(chosen)


def test_one_event_tells_of_a_load_whatever_its_size() -> None:
    load(MAY, *(entry(number) for number in range(450)))
    assert [(event.verb, event.object_id) for event in AuditEvent.objects.all()] == [("load_register", "nl")]
