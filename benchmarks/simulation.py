"""The motion's regime simulated twice, by arrays and by SimPy: the same model, the same assumptions.

SimPy is no dependency of Waarborg; install it by hand for this benchmark: ``pip install simpy``.
Run: ``python benchmarks/simulation.py [REPLICATIONS_OF_SIMPY]``
"""

import random
import statistics
import sys
import time
from collections.abc import Generator
from typing import Any

import simpy
from attrs import define, field, frozen

from waarborg.involvement import Assumptions, Run, built_in_regimes, compare, default_assumptions
from waarborg.involvement.clock import WEEKS
from waarborg.involvement.systems import LINES, share_of
from waarborg.involvement.world import CHAMBERS, clocks

RUN = Run(replications=1000, years=10)
OF_SIMPY = 5
Steps = Generator[Any, Any, None]


@define(slots=False)
class Model:
    """One replication of the motion's regime, a process a system."""

    assumptions: Assumptions
    luck: random.Random
    environment: simpy.Environment = field(factory=simpy.Environment)
    waits: list[float] = field(factory=list)
    hours: float = 0.0
    short: int = 0
    found: int = 0
    exposed: float = 0.0

    def __attrs_post_init__(self) -> None:
        """One desk a Chamber, and its weeks in session."""
        self.desks = {body: simpy.Resource(self.environment) for body in CHAMBERS}
        self.sessions = {body: clock.sessions for body, clock in clocks(self.assumptions, {}).items()}

    def value(self, name: str) -> float:
        """An assumption."""
        return self.assumptions.value(name)

    def run(self) -> None:
        """Let the systems of ten years come, and all of them be dealt with."""
        self.environment.process(self.arrivals())
        self.environment.run()

    def arrivals(self) -> Steps:
        """New systems with a high impact, as they are ready."""
        rate = sum(
            self.value(f"arrivals_a_year.{line}") * share_of(self.assumptions, line, "high") for line in LINES
        )
        while True:
            yield self.environment.timeout(self.luck.expovariate(rate / WEEKS))
            if self.environment.now >= RUN.years * WEEKS:
                return
            self.environment.process(self.system())

    def system(self) -> Steps:
        """A system goes to both Chambers at once and live when both let it go."""
        start, short = self.environment.now, self.luck.random() < self.value("short_share")
        found: list[float] = []
        treated = [self.environment.process(self.chamber(body, found, short=short)) for body in CHAMBERS]
        yield self.environment.all_of(treated)
        live = max(done.value for done in treated)
        self.waits.append(live - start)
        if short:
            self.follow(live, min(found, default=float("inf")))

    def chamber(self, body: str, found: list[float], *, short: bool) -> Steps:
        """Read, ask, debate, answer; returns when this Chamber lets the system go."""
        form = self.form(short=short)
        hours = self.value("hours.reading") + (self.value(f"hours.{form}") if form != "reading" else 0.0)
        shape = 1 / self.value("hours_spread") ** 2
        hours *= self.luck.gammavariate(shape, 1 / shape)
        self.hours += hours
        start = self.environment.now
        with self.desks[body].request() as turn:
            yield turn
            yield from self.work(body, hours / self.value(f"hours_a_week.{body}"))
        if form == "debate":
            yield from self.work(body, self.value("debate_weeks"))
        if form != "reading":
            yield self.environment.timeout(self.value("answer_weeks"))
        if short and self.luck.random() < self.value(f"find_chance.{form}"):
            found.append(self.environment.now)
        term = self.value("light_term_weeks")
        end = max(start + term, self.after_work(body, start, term * self.value("term_in_session")))
        return max(end, self.environment.now) if form != "reading" else end

    def form(self, *, short: bool) -> str:
        """Debate, questions or reading only."""
        if self.luck.random() < self.value("debate_chance"):
            return "debate"
        questions = self.value("questions_chance_short" if short else "questions_chance")
        return "questions" if self.luck.random() < questions else "reading"

    def work(self, body: str, weeks: float) -> Steps:
        """Let that many weeks in session pass."""
        yield self.environment.timeout(
            self.after_work(body, self.environment.now, weeks) - self.environment.now
        )

    def after_work(self, body: str, moment: float, weeks: float) -> float:
        """When that many weeks in session have passed since ``moment``, week by week."""
        left = weeks
        while left > 0:
            end = float(int(moment) + 1)
            if self.sessions[body][int(moment) % WEEKS]:
                if left <= end - moment:
                    return moment + left
                left -= end - moment
            moment = end
        return moment

    def follow(self, live: float, found: float) -> None:
        """When the shortfall is known and mended, and how long the system decides with it."""
        self.short += 1
        self.found += found <= live
        heeded = self.luck.random() < self.value("heeded_share")
        otherwise = live + self.luck.expovariate(self.value("found_otherwise_a_year") / WEEKS)
        horizon = float(RUN.years * WEEKS)
        if found <= live and heeded:
            return
        known = live if found <= live else min(max(found, live), otherwise)
        end = known + self.value("mend_weeks") if heeded else horizon
        self.exposed += max(0.0, min(end, horizon) - min(live, horizon))


@frozen
class Taken:
    """Seconds by the clock of the wall and of the processor; the latter says most on a busy machine."""

    wall: float
    processor: float


def taken_since(wall: float, processor: float, parts: int = 1) -> Taken:
    """What was taken since, for each of so many parts."""
    return Taken((time.perf_counter() - wall) / parts, (time.process_time() - processor) / parts)


def by_simpy(assumptions: Assumptions, replications: int) -> tuple[Taken, list[Model]]:
    """What a replication takes, and the replications."""
    begin = time.perf_counter(), time.process_time()
    models = [Model(assumptions, random.Random(seed)) for seed in range(replications)]  # noqa: S311  no secret
    for model in models:
        model.run()
    return taken_since(*begin, replications), models


def by_arrays(assumptions: Assumptions, *names: str) -> tuple[Taken, dict[str, float]]:
    """What the whole run takes, and the figures of its first regime."""
    regimes = [built_in_regimes()[name] for name in names or built_in_regimes()]
    begin = time.perf_counter(), time.process_time()
    figures = compare(regimes, assumptions, RUN)
    return taken_since(*begin), {name: one.mean for name, one in figures[0].measures.items()}


def main() -> None:
    """Print both beside each other."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else OF_SIMPY
    assumptions = default_assumptions()
    by_arrays(assumptions, "motion")
    motion, figures = by_arrays(assumptions, "motion")
    seven, _ = by_arrays(assumptions)
    each, models = by_simpy(assumptions, count)
    much = f"{RUN.replications} replications of {RUN.years} years"
    for name, taken, what in (
        ("arrays, the motion", motion, much),
        ("arrays, seven regimes", seven, much),
        ("SimPy, the motion", each, f"one replication ({count} were run)"),
    ):
        print(f"{name:22} {taken.wall:7.3f} s wall, {taken.processor:7.3f} s processor, {what}")
    faster, leaner = (
        getattr(each, clock) * RUN.replications / getattr(motion, clock) for clock in ("wall", "processor")
    )
    print(f"times as fast:         {faster:7.0f}   by wall, {leaner:7.0f}   by processor")
    hours = statistics.mean(model.hours for model in models) / RUN.years
    ours = figures["hours_a_year.tk"] + figures["hours_a_year.ek"]
    print(f"hours a year, both:     {ours:8.1f} by arrays, {hours:8.1f} by SimPy")
    median = statistics.mean(statistics.median(model.waits) for model in models)
    print(f"median wait, weeks:     {figures['wait_median']:8.2f} by arrays, {median:8.2f} by SimPy")
    share = sum(model.found for model in models) / sum(model.short for model in models)
    print(f"found before go-live:   {figures['found_before']:8.3f} by arrays, {share:8.3f} by SimPy")
    months = statistics.mean(model.exposed for model in models) / RUN.years * 12 / WEEKS
    print(
        f"months short a year:    {figures['months_short_a_year.new']:8.1f} by arrays, {months:8.1f} by SimPy"
    )


if __name__ == "__main__":
    main()
