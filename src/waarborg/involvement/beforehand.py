"""Systems put to a body before go-live: what it asks, how long that holds them up, what it finds."""

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from waarborg.involvement.regime import Beforehand, GoLive, Impact, LegalBasis, Safeguards
from waarborg.involvement.systems import Systems
from waarborg.involvement.tasks import Tasks
from waarborg.involvement.world import World, luck_of, of_lines, put_to

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

FORMS = ("reading", "questions", "debate")
"""How a body may treat a system, lightest first; the chance of finding a shortfall depends on it."""


@frozen(kw_only=True, eq=False)
class Submissions:
    """The systems put to one body, with how it treats each: an index into ``FORMS``."""

    index: Ints
    form: Ints
    tasks: Tasks


def chosen(rule: Beforehand, systems: Systems) -> Bools:
    """Which systems are put beforehand: new ones that meet every condition of the rule."""
    among = systems.is_new & of_lines(systems, rule.lines)
    if rule.safeguard is Safeguards.SHORT:
        among &= systems.shown
    if rule.legal_basis is LegalBasis.NEW:
        among &= systems.new_basis
    return among


def submit(world: World, rule: Beforehand, systems: Systems, body: str) -> Submissions:
    """What lands with ``body``: each system with the form it will be treated in and the hours that takes.

    Whether members ask questions or a debate does not hang on how busy they are; asking is a sentence, the
    work comes after. Within a term of zero nobody can ask anything. A system that is hard to read is as much
    harder to question, so one factor spreads all its hours.
    """
    index = put_to(systems, chosen(rule, systems), body, rule.to)
    form = _forms(world, systems, body, index)
    if world.amount(rule.term_weeks) <= 0:
        form = np.zeros_like(form)
    spread = world.draws.spread(f"hours.{luck_of(body)}", systems.size, world.value("hours_spread"))[index]
    tasks = Tasks(
        replication=systems.replication[index],
        organisation=systems.organisation[index] * (world.bodies_of(body) > 1),
        arrival=systems.time[index],
        hours=spread * _hours(world)[form],
    )
    return Submissions(index=index, form=form, tasks=tasks)


def _hours(world: World) -> Floats:
    """The mean hours of each form: whoever asks has read first."""
    reading, *more = (world.value(f"hours.{form}") for form in FORMS)
    return np.array([reading, *(reading + hours for hours in more)])


def _forms(world: World, systems: Systems, body: str, index: Ints) -> Ints:
    """The form in which ``body`` treats each system: one draw decides, debate first, then questions."""
    luck = world.draws.uniform(f"form.{luck_of(body)}", systems.size)[index]
    debate = world.value("debate_chance")
    short, in_order = world.value("questions_chance_short"), world.value("questions_chance")
    questions = debate + (1.0 - debate) * np.where(systems.short[index], short, in_order)
    return (luck < debate).astype(np.int64) + (luck < questions)


def settled(world: World, body: str, put: Submissions, done: Floats) -> Floats:
    """When the body is through with each: a debate waits for its turn, whatever was asked for an answer."""
    clock, debated, ready = world.clocks[body], put.form == FORMS.index("debate"), done.copy()
    held = clock.to_calendar(clock.to_work(done[debated]) + world.value("debate_weeks"))
    ready[debated] = np.maximum(held, done[debated])
    return ready + np.where(put.form > 0, world.value("answer_weeks"), 0.0)


def released(
    world: World, rule: Beforehand, systems: Systems, body: str, put: Submissions, end: Floats
) -> Floats:
    """When the body no longer keeps each system from going live; ``end`` is when it is through with it."""
    start = put.tasks.arrival
    if rule.go_live is GoLive.AT_ONCE:
        return start
    term_end = _term_end(world, body, start, world.amount(rule.term_weeks))
    held = np.where(put.form > 0, np.maximum(term_end, end), term_end)
    free = held if rule.go_live is GoLive.AFTER_OUTCOME else term_end
    return free + _statute(world, rule, systems, body)[put.index]


def _term_end(world: World, body: str, start: Floats, weeks: float) -> Floats:
    """The end of a term of which a share must fall outside recess (Aanwijzingen voor de regelgeving 2.38)."""
    if weeks <= 0:
        return start
    clock = world.clocks[body]
    in_session = clock.to_calendar(clock.to_work(start) + weeks * world.value("term_in_session"))
    return np.maximum(start + weeks, in_session)


def _statute(world: World, rule: Beforehand, systems: Systems, body: str) -> Floats:
    """The weeks more where, in the heavy form and within a term, settlement by statute is asked."""
    share = world.amount(rule.heavy_share) if world.amount(rule.term_weeks) > 0 else 0.0
    if share <= 0:
        return np.zeros(systems.size)
    heavy = world.draws.uniform("heavy", systems.size) < share
    asked = world.draws.uniform(f"statute.{luck_of(body)}", systems.size) < world.value("statute_chance")
    return np.where(heavy & asked, world.value("statute_weeks"), 0.0)


def finds(world: World, systems: Systems, body: str, put: Submissions) -> Bools:
    """Which shortfalls the body finds, by the chance that goes with the form of treatment."""
    chance = np.array([world.value(f"find_chance.{form}") for form in FORMS])[put.form]
    luck = world.draws.uniform(f"finds.{luck_of(body)}", systems.size)[put.index]
    return systems.short[put.index] & (luck < chance)


def wants_all(rule: Beforehand | None) -> bool:
    """Whether systems without a high impact are put as well."""
    return rule is not None and rule.impact is Impact.ANY
