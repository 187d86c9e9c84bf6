"""The meaning of a state stands in the project's examples; here they are walked, and the laws stated."""

import datetime as dt
import json
import random
from pathlib import Path

import attrs
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from waarborg.cli import waarborg
from waarborg.dialogue import state
from waarborg.values.dialogue import (
    Applicable,
    Basis,
    Change,
    Claim,
    Dated,
    Evidence,
    Grade,
    Measure,
    NewHolder,
    Position,
    Question,
    Record,
    SafeguardState,
    Says,
    Scope,
    Stance,
    Step,
    StepKind,
    View,
)

FIRST = dt.date(2023, 1, 1)
ON = dt.date(2024, 1, 1)
DAYS = st.dates(FIRST, dt.date(2024, 6, 1))
SEEN_BY = st.sampled_from([frozenset({"public"}), frozenset({"ministry", "ek"}), frozenset({"agency"})])
PARTIES = ("ministry", "ek", "tk", "auditor")
NORMS = ("a", "b")


def _dated() -> st.SearchStrategy[Dated]:
    return st.builds(Dated, DAYS, st.none() | DAYS)


def _items(
    shape: type, unique_by: object = lambda item: item.date, /, **parts: object
) -> st.SearchStrategy[tuple]:
    built = st.builds(shape, date=DAYS, recorded=st.none() | DAYS, visible_to=SEEN_BY, **parts)
    return st.lists(built, max_size=4, unique_by=unique_by).map(tuple)


EVIDENCE = _items(
    Evidence,
    grade=st.sampled_from(list(Grade)[1:]),
    supports=st.booleans(),
    covers=st.sets(st.sampled_from(NORMS)).map(frozenset),
    valid_until=st.none() | DAYS,
    withdrawn=st.none() | _dated(),
)
STEPS = _items(Step, kind=st.sampled_from(StepKind), until=st.none() | DAYS)
RECORDS = st.builds(
    Record,
    claimant=st.just("ministry"),
    bodies=st.just(("ek", "tk")),
    applicable=st.sampled_from(Applicable),
    bar=st.sampled_from(list(Grade)[1:]),
    norms=st.just(NORMS),
    claims=_items(
        Claim,
        lambda item: (item.party, item.date),
        party=st.sampled_from(["ministry", "agency"]),
        says=st.sampled_from(Says),
    ),
    evidence=EVIDENCE,
    questions=_items(Question, by=st.sampled_from(["ek", "tk"]), steps=STEPS),
    positions=_items(
        Position,
        lambda item: (item.party, item.holder, item.date),
        party=st.sampled_from(PARTIES),
        stance=st.sampled_from(Stance),
        scope=st.sampled_from(Scope),
        basis=st.sampled_from(Basis),
        holder=st.none() | st.just("fraction A"),
    ),
    measures=_items(Measure, due=st.none() | DAYS, done=st.none() | _dated(), withdrawn=st.none() | _dated()),
    changes=_items(Change),
    new_holders=_items(NewHolder, party=st.sampled_from(PARTIES)),
)
VIEWS = st.builds(
    View, on=DAYS, known_on=st.none() | DAYS, reader=st.sampled_from(["public", "ek", "tk", "ministry"])
)
SEQUENCES = ("claims", "evidence", "questions", "positions", "measures", "changes", "new_holders")


def test_every_example_of_the_project_comes_out_as_expected(shared: Path) -> None:
    file = shared / "heart-examples.yaml"
    told = CliRunner().invoke(waarborg, ["dialogue", "state", str(file), "--json"])
    assert told.exit_code == 0
    expected = {
        example["name"]: example["expect"] for example in yaml.safe_load(file.read_text(encoding="utf-8"))
    }
    assert {item["name"]: item["state"] for item in json.loads(told.stdout)} == expected


@given(RECORDS, VIEWS, st.randoms(use_true_random=False))
def test_the_order_in_which_things_arrive_never_matters(
    record: Record, view: View, chance: random.Random
) -> None:
    mixed = {
        name: tuple(chance.sample(items, len(items)))
        for name in SEQUENCES
        if (items := getattr(record, name))
    }
    assert state(attrs.evolve(record, **mixed), view) == state(record, view)


def _without(record: Record, keep: object) -> Record:
    return attrs.evolve(record, **{name: tuple(filter(keep, getattr(record, name))) for name in SEQUENCES})


@given(RECORDS, VIEWS)
def test_an_item_that_a_reader_may_not_see_changes_nothing(record: Record, view: View) -> None:
    visible = _without(record, lambda item: item.visible_to & {"public", view.reader})
    assert state(visible, view) == state(record, view)


@given(RECORDS, VIEWS.filter(lambda view: view.known_on))
def test_what_is_recorded_later_never_changes_what_was_known(record: Record, view: View) -> None:
    known = _without(record, lambda item: (item.recorded or item.date) <= view.known_on)
    assert state(known, view) == state(record, view)


@given(RECORDS, st.integers(0, 3), DAYS)
def test_withdrawing_support_never_raises_the_best_grade(record: Record, which: int, day: dt.date) -> None:
    supporting = [item for item in record.evidence if item.supports and item.withdrawn is None]
    if which >= len(supporting):
        return
    withdrawn = attrs.evolve(supporting[which], withdrawn=Dated(day))
    after = tuple(withdrawn if item is supporting[which] else item for item in record.evidence)
    view = View(on=dt.date(2024, 6, 1), reader="ek")
    best = Grade[state(record, view).best_grade.upper()]
    assert Grade[state(attrs.evolve(record, evidence=after), view).best_grade.upper()] <= best


def _record(**parts: object) -> Record:
    plain = {
        "claimant": "ministry",
        "bodies": ("ek", "tk"),
        "applicable": Applicable.YES,
        "bar": Grade.DOCUMENTED,
    }
    return Record(**{**plain, **parts})


def _codes(told: SafeguardState) -> list[str]:
    return [str(item) for item in told.attention]


@pytest.mark.parametrize(("until", "expected"), [("2024-01-01", "postponed"), ("2023-12-31", "open")])
def test_a_postponement_holds_through_its_last_day(until: str, expected: str) -> None:
    step = Step(kind=StepKind.POSTPONEMENT, date=dt.date(2023, 7, 1), until=dt.date.fromisoformat(until))
    question = Question(by="ek", date=dt.date(2023, 6, 1), steps=(step,))
    assert state(_record(questions=(question,)), View(on=ON)).questions == expected


def test_evidence_past_its_validity_is_worth_its_declaration_against_as_well_as_for() -> None:
    against = Evidence(grade=Grade.VERIFIED, supports=False, date=FIRST, valid_until=dt.date(2023, 6, 1))
    support = Evidence(grade=Grade.DOCUMENTED, date=dt.date(2023, 7, 1))
    told = state(_record(evidence=(against, support)), View(on=ON))
    assert (told.evidence, told.contested) == ("meets_bar", False)


def test_a_claim_of_absence_leaves_nothing_of_evidence_that_aged_to_a_declaration() -> None:
    claim = Claim(party="ministry", says=Says.ABSENT, date=dt.date(2023, 10, 1))
    old = Evidence(grade=Grade.DOCUMENTED, date=FIRST)
    changed = Change(date=dt.date(2023, 9, 1))
    told = state(_record(claims=(claim,), evidence=(old,), changes=(changed,)), View(on=ON))
    assert (told.evidence, told.best_grade, told.covered) == ("stated_absent", "none", "0/1")


def test_the_audit_stands_beside_the_ministers_word_and_the_clerk_sees_who_must_speak() -> None:
    stands = Position(party="ministry", stance=Stance.ADEQUATE, date=FIRST)
    differs = Position(party="ek", stance=Stance.INADEQUATE, date=FIRST)
    told = state(_record(positions=(stands, differs)), View(on=ON))
    assert told.lines == {"ek": "disputed", "tk": "incomplete"}
    assert told.agreement == "disputed"
    assert _codes(told) == ["ask", "discuss:ek", "position:tk"]


def test_a_measure_that_was_withdrawn_no_longer_runs() -> None:
    claim = Claim(party="ministry", says=Says.ABSENT, date=FIRST)
    measure = Measure(date=FIRST, due=dt.date(2024, 6, 1), withdrawn=Dated(dt.date(2023, 12, 1)))
    told = state(_record(claims=(claim,), measures=(measure,)), View(on=ON))
    assert "measure" in _codes(told)
