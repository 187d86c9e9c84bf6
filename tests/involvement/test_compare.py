"""The whole model: theory, common luck, and what must hold whatever the assumptions."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waarborg.involvement import Run, built_in_regimes, compare, default_assumptions
from waarborg.involvement.compare import run_block, worlds
from waarborg.involvement.draws import Draws
from waarborg.involvement.measures import measure
from waarborg.involvement.outcome import run_regime
from waarborg.involvement.parameters import parameters
from waarborg.involvement.regime import (
    Afterwards,
    Beforehand,
    GoLive,
    Impact,
    Lines,
    Regime,
    Safeguards,
    Said,
    Target,
)
from waarborg.involvement.systems import LINES, draw_systems
from waarborg.involvement.world import BODIES, CHAMBERS, World, clocks

NAMED = Said(nl="proef", en="trial")
SMALL = Run(replications=4, years=3)


def regime(go_live: GoLive, term: float, to: Target = Target.CHAMBERS) -> Any:
    put = Beforehand(to=to, term_weeks=term, go_live=go_live)
    return Regime(id="trial", name=NAMED, statement=NAMED, beforehand=put)


def outcome(assumptions: Any, one: Any, seed: int = 1, replications: int = 4, years: int = 3) -> Any:
    world = World(
        assumptions=assumptions,
        clocks=clocks(assumptions, {}),
        draws=Draws(seed, 0),
        replications=replications,
        years=years,
    )
    systems = draw_systems(assumptions, world.draws, replications, world.weeks, high=True)
    return run_regime(world, one, systems)


def setting(**values: Any) -> Any:
    made = default_assumptions()
    for name, value in values.items():
        made = made.with_set(name.replace("__", "."), value)
    return made


def means(figures: Any) -> Any:
    return {(one.id, name): measure.mean for one in figures for name, measure in one.measures.items()}


def all_regimes() -> Any:
    return tuple(built_in_regimes().values())


@settings(max_examples=20, deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from([one.id for one in all_regimes()]),
    st.sampled_from(["tk", "ek", "gemeenteraad", "provinciale_staten", "algemeen_bestuur"]),
    st.floats(0.05, 50),
)
def test_doubling_capacity_never_lengthens_the_wait_of_any_system(
    seed: int, name: str, body: str, hours: float
) -> None:
    one = built_in_regimes()[name]
    once = outcome(setting(**{f"hours_a_week__{body}": hours}), one, seed)
    twice = outcome(setting(**{f"hours_a_week__{body}": 2 * hours}), one, seed)
    assert (twice.wait <= once.wait + 1e-6).all()


def anywhere_in_range() -> Any:
    """Every assumption anywhere in its range, both ends included."""
    return st.fixed_dictionaries(
        {
            name: st.integers(math.ceil(one.low), math.floor(one.high))
            if one.whole
            else st.floats(one.low, one.high)
            for name, one in parameters().items()
        }
    )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 2**32 - 1), st.sampled_from(all_regimes()), st.sampled_from(BODIES), anywhere_in_range()
)
def test_doubling_capacity_never_lengthens_a_wait_wherever_the_assumptions_lie(
    seed: int, one: Regime, body: str, values: dict[str, float]
) -> None:
    name = f"hours_a_week.{body}"
    once = outcome(setting(**values), one, seed, replications=2, years=2)
    twice = outcome(setting(**values | {name: 2 * values[name]}), one, seed, replications=2, years=2)
    assert (twice.wait <= once.wait + 1e-6).all()


amounts = st.floats(0, 30) | st.sampled_from(["light_term_weeks", "answer_weeks"])
shares = st.just(0.0) | st.floats(0.01, 1)
anybody_s = st.builds(
    Regime,
    id=st.just("trial"),
    name=st.just(NAMED),
    statement=st.just(NAMED),
    beforehand=st.none()
    | st.builds(
        Beforehand,
        impact=st.sampled_from(Impact),
        safeguard=st.sampled_from(Safeguards),
        lines=st.sampled_from(Lines),
        to=st.sampled_from(Target),
        term_weeks=amounts,
        heavy_share=shares,
        go_live=st.sampled_from(GoLive),
    ),
    afterwards=st.none()
    | st.builds(
        Afterwards,
        lines=st.sampled_from(Lines),
        to=st.sampled_from(Target),
        report=st.booleans(),
        share=shares,
    ),
)
"""Regimes as anybody may write them."""


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), anybody_s, st.sampled_from(BODIES), st.integers(1, 51))
def test_more_capacity_never_lengthens_a_wait_under_any_regime_that_may_be_written(
    seed: int, one: Regime, body: str, weeks: int
) -> None:
    """Twice the hours, and one week in session more."""
    scarce = {f"hours_a_week.{body}": 1.0, f"weeks_in_session.{body}": weeks}
    once = outcome(setting(**scarce), one, seed, replications=2, years=2)
    twice = outcome(setting(**scarce | {f"hours_a_week.{body}": 2.0}), one, seed, replications=2, years=2)
    longer = setting(**scarce | {f"weeks_in_session.{body}": weeks + 1})
    more = outcome(longer, one, seed, replications=2, years=2)
    assert (twice.wait <= once.wait + 1e-6).all()
    assert (more.wait <= once.wait + 1e-6).all()
    assert (once.wait >= 0).all()


@settings(max_examples=10, deadline=None)
@given(st.permutations(all_regimes()), st.integers(0, 2**32 - 1))
def test_the_order_in_which_regimes_are_named_changes_no_figure(order: list[Regime], seed: int) -> None:
    run = Run(replications=3, years=2, seed=seed)
    found = {one.id: one for one in compare(order, default_assumptions(), run)}
    assert found == {one.id: one for one in compare(all_regimes(), default_assumptions(), run)}


@pytest.mark.parametrize("a_year", [0.5, 2.5, 3])
def test_a_part_of_a_system_is_carried_to_the_next_year(a_year: float) -> None:
    """Ten years of half a system a year are five systems."""
    looked = Afterwards(to=Target.EK, systems_a_year=a_year)
    one = Regime(id="trial", name=NAMED, statement=NAMED, afterwards=looked)
    (figures,) = compare([one], default_assumptions(), Run(replications=3))
    assert figures.measures["systems_a_year.ek"].mean == pytest.approx(a_year)
    assert figures.measures["systems_a_year.tk"].mean == 0


def test_what_the_chambers_examine_of_others_is_outside_their_competence() -> None:
    """Examined are only systems of municipalities: all of it is outside."""
    looked = Afterwards(to=Target.CHAMBERS, lines=Lines.GEMEENTERAAD, systems_a_year=5)
    one = Regime(id="trial", name=NAMED, statement=NAMED, afterwards=looked)
    (figures,) = compare([one], default_assumptions(), SMALL)
    assert figures.measures["outside_chambers"].mean == 1


def test_every_regime_has_every_measure() -> None:
    figures = compare(all_regimes(), default_assumptions(), SMALL)
    assert len({frozenset(one.measures) for one in figures}) == 1


def test_the_wait_is_that_of_systems_that_were_put_however_few() -> None:
    """One in three years: a replication in which none was put has no wait, not a wait of nothing."""
    lines = {f"arrivals_a_year__{line}": 0.0 for line in LINES[1:]}
    rare = setting(**lines, arrivals_a_year__chambers=0.3, weeks_in_session__tk=52, weeks_in_session__ek=52)
    (figures,) = compare([regime(GoLive.AFTER_TERM, 6)], rare, Run(replications=50, years=2))
    assert figures.measures["systems_a_year.tk"].low == 0
    assert figures.measures["wait_median"].mean == pytest.approx(6)


def test_a_run_ends_when_its_progress_says_so() -> None:
    done: list[int] = []

    def stop(count: int) -> None:
        done.append(count)
        raise TimeoutError

    with pytest.raises(TimeoutError):
        compare(all_regimes()[:1], default_assumptions(), Run(replications=500, years=1), stop)
    assert done == [50]


@pytest.mark.parametrize("go_live", list(GoLive))
@pytest.mark.parametrize("to", list(Target))
def test_a_term_of_zero_adds_no_delay(go_live: GoLive, to: Target) -> None:
    scarce = setting(hours_a_week__ek=0.1, debate_chance=1.0)
    found = outcome(scarce, regime(go_live, 0, to))
    assert found.put.any()
    assert (found.wait == 0).all()


def test_go_live_at_once_adds_no_delay_whatever_the_term() -> None:
    assert (outcome(default_assumptions(), regime(GoLive.AT_ONCE, 12)).wait == 0).all()


def test_after_the_term_each_system_waits_the_term_where_nobody_is_in_recess() -> None:
    always = setting(weeks_in_session__tk=52, weeks_in_session__ek=52)
    found = outcome(always, regime(GoLive.AFTER_TERM, 6))
    np.testing.assert_allclose(found.wait[found.put], 6.0)
    assert (found.wait[~found.put] == 0).all()


@pytest.mark.parametrize("load", [0.3, 0.5, 0.7, 0.8, 0.9])
def test_with_nothing_but_reading_a_body_is_an_m_m_1_queue(load: float) -> None:
    """Hours spread as an exponential, no recess, nobody asks: the wait in line is load / (1 - load) readings.

    Source: L. Kleinrock, Queueing Systems I (1975), section 3.2. 2.5 systems are handled a week: at a load of
    0.8 the mean wait is 0.8 / 0.2 / 2.5 = 1.6 weeks. The start is empty, so the first half is left out.
    """
    quiet = dict.fromkeys(("questions_chance", "questions_chance_short", "debate_chance"), 0.0)
    lines = {f"arrivals_a_year__{line}": 0.0 for line in LINES[1:]}
    assumptions = setting(
        **quiet,
        **lines,
        arrivals_a_year__chambers=load * 2.5 * 52,
        high_share__chambers=1.0,
        hours_spread=1.0,
        hours__reading=4.0,
        hours_a_week__tk=10.0,
        weeks_in_session__tk=52,
    )
    found = outcome(assumptions, regime(GoLive.AFTER_TERM, 4), replications=50, years=40)
    desk = found.desks["tk"]
    wait = desk.done - desk.arrival - desk.hours / 10.0
    late = desk.arrival > 20 * 52
    counts = np.bincount(desk.replication[late], minlength=50)
    waits = np.bincount(desk.replication[late], weights=wait[late], minlength=50) / counts
    expected = load / (1 - load) / 2.5
    margin = 3.3 * waits.std(ddof=1) / np.sqrt(50)
    assert abs(waits.mean() - expected) < margin < 0.25 * expected


def test_what_came_in_is_out_or_waits() -> None:
    """In, counted from the systems drawn, is out, counted by the day each was done, plus the backlog told."""
    for name, bodies in (("motion", ("tk", "ek")), ("decentral", BODIES)):
        (world,) = worlds(default_assumptions(), Run(replications=4, years=3))
        one = built_in_regimes()[name]
        drawn = draw_systems(world.assumptions, world.draws, 4, world.weeks, high=True)
        found = run_regime(world, one, drawn)
        told = {series.name: series.values for series in measure(world, one, found, drawn.size)}
        for body in bodies:
            line = "chambers" if body in CHAMBERS else body
            here = drawn.line == LINES.index(line) if name == "decentral" else True
            for year in (1, 2, 3):
                came = (drawn.is_new & here & (drawn.time < year * 52)).sum()
                out = (found.desks[body].done <= year * 52).sum()
                assert came == out + told[f"backlog.{body}.year_{year}"].sum(), (name, body, year)


@pytest.mark.parametrize("one", all_regimes(), ids=lambda one: one.id)
def test_no_chamber_does_more_work_than_its_hours_in_session_allow(one: Any) -> None:
    """Work finished by a day is at most the hours a week times the weeks in session up to it."""
    scarce = setting(hours_a_week__tk=5, hours_a_week__ek=5)
    found = outcome(scarce, one)
    for body in set(CHAMBERS) & set(found.desks):
        desk = found.desks[body]
        clock = clocks(scarce, {})[body]
        assert (desk.done >= desk.arrival).all()
        for replication in range(4):
            own = desk.replication == replication
            order = np.argsort(desk.done[own])
            finished = np.cumsum(desk.hours[own][order])
            allowed = 5 * clock.to_work(desk.done[own][order])
            assert (finished <= allowed + 1e-6).all()


def test_the_same_seed_gives_the_same_result_and_another_seed_another() -> None:
    run = Run(replications=60, years=2)
    first, second = (compare(all_regimes(), default_assumptions(), run) for _ in range(2))
    other = compare(all_regimes(), default_assumptions(), Run(replications=60, years=2, seed=2))
    assert first == second
    assert first != other


def test_a_regime_has_the_same_figures_alone_and_beside_others() -> None:
    motion = built_in_regimes()["motion"]
    any_impact = Regime(
        id="any",
        name=NAMED,
        statement=NAMED,
        beforehand=Beforehand(
            impact=Impact.ANY, to=Target.CHAMBERS, term_weeks=4, go_live=GoLive.AFTER_OUTCOME
        ),
    )
    (alone,) = compare([motion], default_assumptions(), SMALL)
    beside = compare([any_impact, motion], default_assumptions(), SMALL)
    assert beside[1] == alone
    put = "systems_a_year.tk"
    assert beside[0].measures[put].mean > beside[1].measures[put].mean


def test_the_first_replications_are_the_same_however_many_follow() -> None:
    few, many = (
        [
            series.values[:10]
            for world in worlds(default_assumptions(), run)
            for _, series in run_block(world, all_regimes())
        ]
        for run in (Run(replications=50, years=2), Run(replications=100, years=2))
    )
    for one, other in zip(few, many, strict=False):
        np.testing.assert_array_equal(one, other)


def test_regimes_differ_as_their_rules_say() -> None:
    """Laws between regimes under one luck; none of them is a figure taken from the output."""
    found = means(compare(all_regimes(), default_assumptions(), Run(replications=50)))
    assert found["status_quo", "systems_a_year.tk"] == found["status_quo", "wait_p90"] == 0
    assert found["status_quo", "found_before"] == 0
    assert found["motion", "systems_a_year.tk"] > found["risk_based", "systems_a_year.tk"]
    assert found["motion", "found_before"] >= found["risk_based", "found_before"]
    assert found["thematic", "systems_a_year.tk"] == pytest.approx(20.0)
    assert found["thematic", "wait_p90"] == found["afterwards", "wait_p90"] == 0
    assert found["thematic", "found_in_use_at_start"] > found["motion", "found_in_use_at_start"]
    assert found["law_bound", "outside_chambers"] == 0
    assert found["decentral", "outside_chambers"] == 0
    assert found["motion", "outside_chambers"] > 0.5


def test_the_motion_puts_the_systems_that_arrive_with_a_high_impact() -> None:
    """Arrivals times share, by hand: 100 a year of which half are high is 50 a year."""
    lines = {f"arrivals_a_year__{line}": 0.0 for line in LINES[1:]}
    shares = {"high_share__chambers": 0.5, "unknown_share__chambers": 0.0}
    made = setting(**lines, **shares, arrivals_a_year__chambers=100.0)
    (figures,) = compare([built_in_regimes()["motion"]], made, Run(replications=200))
    expected, replications, years = 50.0, 200, 10
    margin = 3 * np.sqrt(expected / years / replications)
    assert abs(figures.measures["systems_a_year.tk"].mean - expected) < margin
    assert figures.measures["systems_a_year.tk"].mean == figures.measures["systems_a_year.ek"].mean


def test_systems_of_which_nobody_knows_the_line_can_be_put_to_nobody() -> None:
    lines = {f"arrivals_a_year__{line}": 0.0 for line in LINES[:-1]}
    made = setting(**lines, arrivals_a_year__unknown=50.0, high_share__unknown=1.0)
    (figures,) = compare([built_in_regimes()["decentral"]], made, SMALL)
    assert figures.measures["put_to_nobody_a_year"].mean > 30
    assert figures.measures["systems_a_year.gemeenteraad"].mean == 0


def test_without_a_chance_of_being_found_every_shortfall_stays() -> None:
    """One system in use from the start with a shortfall nobody finds decides twelve months a year with it."""
    nothing = {
        f"find_chance__{form}": 0.0 for form in ("reading", "questions", "debate", "report", "examination")
    }
    lines = {f"arrivals_a_year__{line}": 0.0 for line in LINES}
    none = {f"in_use__{line}": 0.0 for line in LINES[1:]}
    made = setting(
        **nothing,
        **lines,
        **none,
        in_use__chambers=1.0,
        high_share__chambers=1.0,
        short_share=1.0,
        found_otherwise_a_year=0.0,
    )
    (figures,) = compare([built_in_regimes()["afterwards"]], made, SMALL)
    assert figures.measures["months_short_a_year.in_use_at_start"].mean == pytest.approx(12.0)
    assert "found_before" not in figures.measures
    assert figures.measures["found_in_use_at_start"].mean == 0


def test_a_sure_report_finds_all_in_the_first_year_and_mending_ends_it() -> None:
    """All found when the first report is done, all mended 26 weeks later: a year and a half of three."""
    lines = {f"arrivals_a_year__{line}": 0.0 for line in LINES}
    none = {f"in_use__{line}": 0.0 for line in LINES[1:]}
    made = setting(
        **lines,
        **none,
        in_use__chambers=1.0,
        high_share__chambers=1.0,
        short_share=1.0,
        found_otherwise_a_year=0.0,
        find_chance__report=1.0,
        heeded_share=1.0,
        sample_share=0.0,
        hours__report=0.0,
        weeks_in_session__tk=52,
    )
    (figures,) = compare([built_in_regimes()["afterwards"]], made, SMALL)
    assert figures.measures["found_in_use_at_start"].mean == 1
    assert figures.measures["months_short_a_year.in_use_at_start"].mean == pytest.approx(
        (52 + 26) * 12 / 52 / 3
    )
