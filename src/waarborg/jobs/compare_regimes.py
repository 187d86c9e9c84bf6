"""Compare regimes on a register: what it and the calendars tell, the rest as assumed, then the run."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from waarborg.involvement import (
    Assumptions,
    Regime,
    Run,
    choose_regimes,
    compare,
    default_assumptions,
    swings,
)
from waarborg.involvement.clock import WEEKS
from waarborg.involvement.parameters import check
from waarborg.involvement.registered import Registered, what_is_unknown, with_register
from waarborg.involvement.systems import LINES
from waarborg.involvement.world import BODIES
from waarborg.jobs.assess import AssessedRegister, assess_register
from waarborg.law.calendars import Calendar, known_calendars
from waarborg.values.entry import SystemStatus
from waarborg.values.finding import Finding, UnusableInput, Where
from waarborg.values.regime import Comparison

_CALENDARS = {"tk": "TK", "ek": "EK"}
_WORKDAYS, _MOST_AWAY = 5, 2
_IN_USE = {SystemStatus.IN_USE: True, SystemStatus.UNKNOWN: None}

Progress = Callable[[int], object]


@frozen(kw_only=True)
class Request:
    """What is asked, checked: the regimes, the values set by the user, how much to simulate.

    ``today`` is the day of asking: a date in a register after it is a plan.
    """

    regimes: tuple[Regime, ...]
    settings: tuple[tuple[str, float], ...]
    run: Run
    today: dt.date | None = None


def request(
    regimes: Sequence[str], settings: Sequence[str], run: Run, today: dt.date | None = None
) -> Request:
    """Read and check what is asked, before anything long begins.

    ``regimes`` are ids or files; ``settings`` are ``NAME=VALUE``; the last of a name counts.

    Raises:
        UnusableInput: a regime, a name or a value that cannot be used; it says which and what would do.
    """
    read = tuple(read_setting(text) for text in settings)
    return Request(regimes=choose_regimes(regimes), settings=read, run=run, today=today)


def read_setting(text: str) -> tuple[str, float]:
    """Read ``NAME=VALUE``.

    Raises:
        UnusableInput: ``simulate_set_form``, ``simulate_not_a_number``, or what checking the value raises.
    """
    name, sign, value = (part.strip() for part in text.partition("="))
    if not sign or not name or not value:
        raise UnusableInput("simulate_set_form", text=text)
    try:
        number = float(value)
    except ValueError:
        check(name, default_assumptions().by_name[name].value if _is_known(name) else 0.0)
        raise UnusableInput("simulate_not_a_number", Where(field=name), value=value) from None
    check(name, number)
    return name, number


def _is_known(name: str) -> bool:
    return name in default_assumptions().by_name


def compare_on_register(
    register: Path, asked: Request, *, mapping: Path | None = None, progress: Progress | None = None
) -> Comparison:
    """Read and assess a register and compare the regimes on it; ``progress`` takes replications done.

    Raises:
        UnusableInput: the register cannot be used.
    """
    systems = read_systems(register, mapping=mapping)
    return compare_on(systems, asked, source=register.name, progress=progress)


def read_systems(
    register: Path, *, mapping: Path | None = None, progress: Progress | None = None
) -> tuple[Registered, ...]:
    """The systems of a register, assessed, as plain values; ``progress`` takes the entries judged.

    Raises:
        UnusableInput: the register cannot be used.
    """
    return registered(assess_register(register, mapping=mapping, progress=progress))


def compare_on(
    systems: Sequence[Registered], asked: Request, *, source: str = "", progress: Progress | None = None
) -> Comparison:
    """Compare the regimes on systems that are known as plain values, as the workbench holds them."""
    assumptions, run, lacking = known_assumptions(systems, asked)
    return Comparison(
        assumptions=tuple(assumptions.by_name.values()),
        regimes=compare(asked.regimes, assumptions, run, progress),
        unknown=what_is_unknown(systems, lacking, asked.today),
        bodies=BODIES,
        seed=run.seed,
        replications=run.replications,
        years=run.years,
        source=source,
    )


def with_swings(found: Comparison, asked: Request, progress: Progress | None = None) -> Comparison:
    """A comparison with its sensitivity: every assumption moved over its range, one at a time."""
    assumptions = Assumptions({one.name: one for one in found.assumptions})
    run = evolve(asked.run, sessions=_sessions()[0])
    return evolve(found, swings=swings(asked.regimes, assumptions, run, progress))


def known_assumptions(
    systems: Sequence[Registered], asked: Request
) -> tuple[Assumptions, Run, tuple[str, ...]]:
    """What is assumed in the end: the defaults, then the calendars, the register, and what the user set.

    No systems at all is no register: nothing is told then. With it the run, which carries the calendars,
    and the bodies that have none.
    """
    sessions, lacking = _sessions()
    assumptions = default_assumptions()
    for body, weeks in sessions.items():
        name = f"weeks_in_session.{body}"
        one, count = assumptions.by_name[name], sum(weeks)
        basis = Finding("simulate_basis_calendar", {"source": _calendar(body).source})
        bounds = (count, min(one.low, count), max(one.high, count))
        assumptions = assumptions.with_known(name, bounds, _calendar(body).id, basis)
    if systems:
        assumptions = with_register(assumptions, systems, asked.today)
    for name, value in asked.settings:
        assumptions = assumptions.with_set(name, value)
    return assumptions, evolve(asked.run, sessions=sessions), lacking


def registered(register: AssessedRegister) -> tuple[Registered, ...]:
    """The systems of an assessed register as plain values."""
    return tuple(
        Registered(
            line=line_of(assessment.body),
            organisation=entry.organisation,
            impact=assessment.impact.level.value,
            in_use=_IN_USE.get(entry.status, False),
            dates=entry.dates,
        )
        for entry, assessment in register.entries
    )


def line_of(body: str) -> str:
    """The line of the simulation for the bodies an organisation accounts to (``tk,ek``, ``gemeenteraad``)."""
    if set(body.split(",")) & {"tk", "ek"}:
        return "chambers"
    return body if body in LINES else "unknown"


def _sessions() -> tuple[dict[str, tuple[bool, ...]], tuple[str, ...]]:
    """The weeks in session by body where a calendar reaches over a year, and the bodies where none does."""
    found = {body: weeks for body in _CALENDARS if (weeks := session_weeks(_calendar(body)))}
    return found, tuple(body for body in BODIES if body not in found)


def _calendar(body: str) -> Calendar:
    return known_calendars().of(_CALENDARS[body])


def session_weeks(calendar: Calendar) -> tuple[bool, ...] | None:
    """Which of 52 weeks a body sat in the last year that its calendar covers whole; None where there is none.

    A week with three or more of its five working days in recess is a week of recess.
    """
    if not calendar.recesses:
        return None
    last = calendar.recesses[-1].last
    monday = last - dt.timedelta(days=last.weekday() + 7 * WEEKS)
    weeks: dict[int, bool] = {}
    for start in (monday + dt.timedelta(weeks=week) for week in range(WEEKS)):
        days = [calendar.in_recess(start + dt.timedelta(days=day)) for day in range(_WORKDAYS)]
        if None in days:
            return None
        weeks[min(start.isocalendar().week, WEEKS) - 1] = sum(map(bool, days)) <= _MOST_AWAY
    return tuple(weeks.get(week, True) for week in range(WEEKS))
