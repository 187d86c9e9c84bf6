"""The comparison behind Betrokkenheid: kept under what it rests on, and ended when it takes too long."""

import hashlib
import time
from collections.abc import Callable

from attrs import astuple, evolve
from django.core.cache import cache
from django.utils import timezone

from waarborg.involvement import Assumptions, Run
from waarborg.jobs.compare_regimes import Request, compare_on, known_assumptions, with_swings
from waarborg.values.regime import Comparison
from waarborg.web.regime_form import Chosen
from waarborg.workbench.queries.registered import register_mark, registered_systems

RUN = Run(replications=200)
"""A fifth of what the command line draws: the bounds it shows are those of single courses, so they stay."""
MOST_SECONDS = 15.0
OF_DRIVERS = 10
"""Replications for each end of each assumption; the luck is shared, so that few tell much."""
MOST_SECONDS_OF_DRIVERS = 45.0
_DAY = 86_400


class TookTooLongError(Exception):
    """The comparison was ended before it was done."""


def base_assumptions() -> Assumptions:
    """What the register and the calendars say, and the defaults for the rest: before a reader sets any."""
    found: Assumptions | None = cache.get(key := _key("assumptions"))
    if found is None:
        found, _, _ = known_assumptions(registered_systems(), _asked())
        cache.set(key, found, _DAY)
    return found


def figures(chosen: Chosen) -> Comparison:
    """The figures of what was chosen.

    Raises:
        TookTooLongError: after ``MOST_SECONDS``.
    """
    key = _key(chosen.regimes, sorted(chosen.settings.items()), chosen.own)
    found: Comparison | None = cache.get(key)
    if found is None:
        asked = _asked(chosen)
        found = compare_on(registered_systems(), asked, progress=_until(time.monotonic() + MOST_SECONDS))
        cache.set(key, found, _DAY)
    return found


def driven(chosen: Chosen) -> Comparison:
    """The same figures with what drives their differences: every assumption moved over its range.

    Raises:
        TookTooLongError: after ``MOST_SECONDS_OF_DRIVERS``.
    """
    key = _key("drivers", chosen.regimes, sorted(chosen.settings.items()), chosen.own)
    found: Comparison | None = cache.get(key)
    if found is None:
        until = _until(time.monotonic() + MOST_SECONDS_OF_DRIVERS)
        asked = evolve(_asked(chosen), run=evolve(RUN, replications=OF_DRIVERS))
        found = with_swings(figures(chosen), asked, until)
        cache.set(key, found, _DAY)
    return found


def _asked(chosen: Chosen | None = None) -> Request:
    """What was chosen as a request of today; nothing chosen is no regime and nothing set."""
    regimes = chosen.all_regimes() if chosen else ()
    settings = tuple(chosen.settings.items()) if chosen else ()
    return Request(regimes=regimes, settings=settings, run=RUN, today=timezone.localdate())


def _until(end: float) -> Callable[[int], object]:
    """Progress that ends the run once ``end`` has passed."""

    def go_on(_: int) -> None:
        if time.monotonic() > end:
            raise TookTooLongError

    return go_on


def _key(*parts: object) -> str:
    told = repr((astuple(register_mark()), RUN.seed, RUN.replications, RUN.years, parts))
    return f"involvement-{hashlib.sha256(told.encode()).hexdigest()}"
