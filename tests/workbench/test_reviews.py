"""What an analyst says of the assessment stands, beside what the rules gave, on that version of the entry."""

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from waarborg.assessment import assess_all
from waarborg.jobs.assess import place
from waarborg.values.entry import Entry, SystemStatus
from waarborg.workbench.models import Assessment, AuditEvent, Review, System
from waarborg.workbench.services.about import Entering
from waarborg.workbench.services.actor import Actor, operator
from waarborg.workbench.services.catalogue import adopt_catalogue
from waarborg.workbench.services.refusal import Refused
from waarborg.workbench.services.registers import load_register
from waarborg.workbench.services.reviews import review_answer

from .cast import Cast

At = Callable[..., Entering]

ENTRY = Entry(
    register="proef",
    source_id="9",
    name="Keuze van controles",
    organisation="Dienst Toeslagen",
    status=SystemStatus.IN_USE,
    texts={"goal": "Het model selecteert ouders met een toeslag voor controle op fraude."},
)
REASON = "De lijst wordt alleen voor een jaarverslag gebruikt."


def _load(entry: Entry, on: dt.date) -> System:
    now = dt.datetime.combine(on, dt.time(9), dt.UTC)
    load_register(actor=operator("o"), entries=assess_all([entry], place), now=now, read_on=on)
    return System.objects.get(register="proef", source_id="9")


def _review(
    actor: Actor, system: System, at: Entering, answer: str = "impact", said: str = "not_high"
) -> Review:
    return review_answer(actor=actor, system=system, entering=at, answer=answer, said=said, reason=REASON)


@pytest.fixture
def system(cast: Cast) -> System:  # noqa: ARG001  the agency is there
    return _load(ENTRY, dt.date(2024, 4, 1))


def test_an_override_stands_and_the_machines_result_stays_beside_it(
    cast: Cast, system: System, at: At
) -> None:
    assert system.impact == "high"
    review = _review(cast.analyst, system, at())
    system.refresh_from_db()
    reading = Assessment.objects.get(system=system, is_current=True)
    assert (system.impact, reading.level, reading.result["impact"]["level"]) == ("not_high", "high", "high")
    assert (review.found, review.said, review.overrides, review.reason) == ("high", "not_high", True, REASON)
    assert AuditEvent.objects.latest("number").verb == "override_assessment"


def test_a_confirmation_changes_nothing_but_is_kept(cast: Cast, system: System, at: At) -> None:
    review = _review(cast.analyst, system, at(), said="high")
    system.refresh_from_db()
    assert (system.impact, review.overrides, Review.objects.count()) == ("high", False, 1)


def test_the_newest_word_on_an_answer_stands_and_other_answers_are_left_alone(
    cast: Cast, system: System, at: At
) -> None:
    _review(cast.analyst, system, at())
    _review(cast.analyst, system, at(dt.date(2024, 5, 2)), said="high")
    _review(cast.analyst, system, at(), answer="automated_individual_decision", said="yes")
    system.refresh_from_db()
    assert (system.impact, system.automated, system.role) == ("high", "yes", "selects")


def test_the_rules_stand_again_when_the_text_of_the_entry_changes(cast: Cast, system: System, at: At) -> None:
    _review(cast.analyst, system, at())
    other = evolve(ENTRY, texts={"goal": ENTRY.texts["goal"] + " Ook partners worden geselecteerd."})
    changed = _load(other, dt.date(2024, 6, 1))
    assert (changed.impact, Review.objects.count()) == ("high", 1)


def test_another_form_of_the_same_entry_leaves_what_a_person_said(cast: Cast, system: System, at: At) -> None:
    _review(cast.analyst, system, at())
    again = _load(evolve(ENTRY, raw={"collected": "by another"}), dt.date(2024, 6, 1))
    assert (again.versions.count(), again.impact) == (2, "not_high")


def test_a_newer_catalogue_leaves_what_a_person_said(cast: Cast, system: System, at: At) -> None:
    _review(cast.analyst, system, at())
    Assessment.objects.filter(system=system).update(catalogue_version="an older one")
    assert adopt_catalogue(actor=operator("o"), now=dt.datetime(2024, 6, 1, tzinfo=dt.UTC)).read == 1
    system.refresh_from_db()
    assert system.impact == "not_high"


@pytest.mark.parametrize("who", ["clerk", "approver", "auditor", "council_clerk"])
def test_only_an_analyst_of_the_government_side_reviews(cast: Cast, system: System, at: At, who: str) -> None:
    with pytest.raises(Refused):
        _review(getattr(cast, who), system, at())
    assert Review.objects.count() == 0


def test_an_analyst_does_not_review_the_system_of_another_organisation(cast: Cast, at: At) -> None:
    with pytest.raises(Refused) as told:
        _review(cast.analyst, cast.municipal, at())
    assert told.value.finding.code == "not_on_claimants_side"


@pytest.mark.parametrize(
    ("answer", "said"), [("impact", "person"), ("dpia", "present"), ("impact", ""), ("", "high")]
)
def test_an_answer_that_does_not_exist_is_refused(
    cast: Cast, system: System, at: At, answer: str, said: str
) -> None:
    with pytest.raises(Refused) as told:
        _review(cast.analyst, system, at(), answer, said)
    assert told.value.finding.code == "answer_not_known"


def test_a_reason_is_asked(cast: Cast, system: System, at: At) -> None:
    with pytest.raises(Refused):
        review_answer(
            actor=cast.analyst, system=system, entering=at(), answer="impact", said="high", reason=""
        )


def test_a_system_without_a_reading_has_nothing_to_review(cast: Cast, at: At) -> None:
    with pytest.raises(Refused) as told:
        _review(cast.analyst, cast.system, at())
    assert told.value.finding.code == "never_assessed"


def test_what_changes_an_answer_for_all_is_public_whatever_was_sent(
    cast: Cast, system: System, at: At
) -> None:
    review = _review(cast.analyst, system, evolve(at(), visibility="own"))
    assert review.visibility == "public"
