"""The plan: each side proposes, counters, accepts; agreed when all elements are (issue 4, item 5)."""

import datetime as dt
from itertools import permutations

import pytest
from attrs import evolve

from waarborg.dialogue.plan import plan_clashes, plan_state
from waarborg.values.dialogue import View
from waarborg.values.plan import Move, MoveKind, Plan
from waarborg.wording import say

SIDES = ("bzk", "ek_jv")
VIEW = View(on=dt.date(2026, 11, 24))
SEEN_BY_MINISTRY = frozenset({"bzk"})


def move(by: str, kind: str, version: int, *, day: int = 1, element: str = "briefing") -> Move:
    return Move(date=dt.date(2026, 11, day), element=element, by=by, kind=MoveKind(kind), version=version)


def plan(*moves: Move) -> Plan:
    return Plan(sides=SIDES, moves=moves)


PROPOSED = move("bzk", "propose", 1)
COUNTERED = move("ek_jv", "counter", 2, day=2)
ACCEPTED = move("bzk", "accept", 2, day=3)


@pytest.mark.parametrize(
    ("moves", "status", "waits_for", "whole"),
    [
        ([PROPOSED], "proposed", ("ek_jv",), "in_design"),
        ([PROPOSED, COUNTERED], "countered", ("bzk",), "in_design"),
        ([PROPOSED, COUNTERED, ACCEPTED], "agreed", (), "agreed"),
        ([PROPOSED, COUNTERED, ACCEPTED, move("bzk", "counter", 3)], "countered", ("ek_jv",), "in_design"),
        ([PROPOSED, COUNTERED, move("ek_jv", "withdraw", 2)], "withdrawn", (), "empty"),
        ([PROPOSED, COUNTERED, move("ek_jv", "accept", 1)], "countered", ("bzk",), "in_design"),
    ],
)
def test_an_element_stands_where_its_latest_version_does(
    moves: list[Move], status: str, waits_for: tuple[str, ...], whole: str
) -> None:
    for order in permutations(moves):
        found = plan_state(plan(*order), VIEW)
        assert (found.elements["briefing"].status, found.elements["briefing"].waits_for) == (
            status,
            waits_for,
        )
        assert found.status == whole


def test_a_plan_without_elements_is_empty_and_agrees_nothing() -> None:
    assert plan_state(plan(), VIEW).status == "empty"


def test_one_element_not_agreed_keeps_the_plan_in_design() -> None:
    agreed = (PROPOSED, COUNTERED, ACCEPTED)
    assert plan_state(plan(*agreed, move("bzk", "propose", 1, element="visit")), VIEW).status == "in_design"


def test_a_draft_of_one_side_changes_nothing_for_the_other() -> None:
    draft = evolve(move("bzk", "counter", 3, day=4), visible_to=SEEN_BY_MINISTRY)
    public = plan(PROPOSED, COUNTERED, ACCEPTED)
    with_draft = plan(*public.moves, draft)
    view = evolve(VIEW, reader="ek_jv")
    assert plan_state(with_draft, view) == plan_state(public, view)
    assert plan_state(with_draft, evolve(VIEW, reader="bzk")).elements["briefing"].version == draft.version


def test_what_is_recorded_later_does_not_change_what_was_known_before() -> None:
    late = evolve(ACCEPTED, recorded=dt.date(2026, 11, 20))
    known = evolve(VIEW, known_on=dt.date(2026, 11, 19))
    assert plan_state(plan(PROPOSED, COUNTERED, late), known).status == "in_design"
    assert plan_state(plan(PROPOSED, COUNTERED, late), VIEW).status == "agreed"


@pytest.mark.parametrize(
    ("added", "code"),
    [
        (move("ek_jv", "propose", 1), "plan_version_twice"),
        (move("tk", "accept", 1), "plan_move_of_outsider"),
        (move("ek_jv", "accept", 7), "plan_version_unknown"),
        (move("bzk", "accept", 1), "plan_own_version_accepted"),
        (move("ek_jv", "withdraw", 1), "plan_version_of_other_side"),
    ],
)
def test_the_door_refuses_and_says_what_to_do(added: Move, code: str) -> None:
    assert not plan_clashes(plan(PROPOSED))
    found = plan_clashes(plan(PROPOSED, added))
    assert code in {finding.code for finding in found}
    assert all("briefing" in say(finding, "nl") and "briefing" in say(finding, "en") for finding in found)
