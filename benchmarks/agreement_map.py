# ruff: noqa: PLC0415  Django is made ready before its tables can be imported
"""The agreement map over N systems, 20 safeguards and 5 parties, on SQLite: the query, the page, a write.

Example: python benchmarks/agreement_map.py --systems 1000
"""

import argparse
import datetime as dt
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waarborg.workbench.models import Party, System

ON = dt.date(2026, 6, 3)
NOW = dt.datetime(2026, 6, 3, 10, 0, tzinfo=dt.UTC)
STANCES = ("adequate", "conditional", "inadequate", "undecided")
GRADES = ("declared", "documented", "measured")
RUNS, SUPPORTING = 11, 0.8


def fill(systems: int) -> None:
    """Systems of one agency; on each safeguard of each a claim, evidence, and a position of five parties."""
    from waarborg.workbench.models import Party, System
    from waarborg.workbench.services.organisations import ensure_organisations

    made = ensure_organisations(["Ministerie van Financiën", "Dienst Toeslagen"])
    ministry, agency = made.values()
    agency.claimant = ministry.party
    agency.save()
    auditor = Party.objects.create(code="auditor", name="Rekenkamer", kind="auditor")
    bodies = Party.objects.filter(code__in=("ek", "tk"))
    rows = System.objects.bulk_create(
        System(
            register="made-up", source_id=str(number), slug=f"s-{number}", name=f"System {number}",
            organisation=agency, status="in_use", impact="high", subject="person", role="selects",
            automated="no", first_seen=ON, last_changed=ON,
        )
        for number in range(systems)
    )  # fmt: skip
    for start in range(0, len(rows), 100):
        _speak(rows[start : start + 100], [ministry.party, agency.party, *bodies, auditor])


def _speak(systems: "list[System]", parties: "list[Party]") -> None:
    from waarborg.law import safeguards
    from waarborg.workbench.models import Claim, Evidence, Position

    chance = random.Random(systems[0].slug)  # noqa: S311  no secret
    cells = [(system, name) for system in systems for name in safeguards()]

    def at(party: "Party") -> dict[str, Any]:
        day = ON - dt.timedelta(days=chance.randint(1, 700))
        return {"party": party, "date": day, "recorded_at": NOW, "visibility": "public"}

    Claim.objects.bulk_create(
        Claim(system=system, safeguard=name, says=chance.choice(["present", "absent"]), **at(parties[0]))
        for system, name in cells
    )
    Evidence.objects.bulk_create(
        Evidence(
            system=system, safeguard=name, kind="document", title="T", grade=chance.choice(GRADES),
            supports=chance.random() < SUPPORTING, **at(parties[1]),
        )
        for system, name in cells
    )  # fmt: skip
    Position.objects.bulk_create(
        Position(
            system=system, safeguard=name, stance=(stance := chance.choice(STANCES)), basis="decision",
            condition="C" if stance == "conditional" else "", **at(party),
        )
        for system, name in cells
        for party in parties
    )  # fmt: skip


def timed(act: Callable[[], object], times: int) -> Iterator[tuple[float, float]]:
    """Milliseconds that each of so many runs takes: by the clock, and of the processor for us alone."""
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        act()
        yield (time.perf_counter() - start) * 1e3, (time.process_time() - busy) * 1e3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", type=int, default=1_000)
    wanted = parser.parse_args().systems
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WAARBORG_DATA"] = folder
        from waarborg.workbench.start import prepare, start

        start(Path(folder) / "record.sqlite3")
        prepare()
        measure(wanted)


def measure(systems: int) -> None:
    """Fill, renew, read and write, each timed."""
    from django.test import Client

    from waarborg.workbench.queries.agreement_map import agreement_map
    from waarborg.workbench.states import renew_all

    (filled,) = timed(lambda: fill(systems), 1)
    (renewed,) = timed(lambda: renew_all(on=ON), 1)
    print(f"filled in {filled[0] / 1e3:.0f} s; all states renewed in {_seconds(renewed)}", flush=True)
    client = Client(headers={"host": "localhost"})
    acts: dict[str, Callable[[], object]] = {
        "map, the query": lambda: agreement_map({"impact": "high"}),
        "map, the page": lambda: client.get("/waarborgen/").content,
        "map, as CSV": lambda: client.get("/waarborgen.csv").content,
        "one safeguard, the page": lambda: client.get("/waarborgen/hearing/").content,
        "one position taken": _take_position,
    }
    for name, act in acts.items():
        _told(name, act)
    print(f"states equal the pure function: {_equal(50)} (50 systems)")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _told(name: str, act: Callable[[], object]) -> None:
    from django.db import connection

    asked: list[str] = []

    def count(execute: Callable[..., object], sql: str, *rest: object) -> object:
        asked.append(sql)
        return execute(sql, *rest)

    act()
    with connection.execute_wrapper(count):
        act()
    clock, busy = zip(*timed(act, RUNS), strict=True)
    spans = f"median {statistics.median(clock):.0f} ms, slowest {max(clock):.0f} ms by the clock"
    own = f"median {statistics.median(busy):.0f} ms, slowest {max(busy):.0f} ms of the processor"
    print(f"{name}: {spans}; {own}; {len(asked)} queries", flush=True)


def _seconds(spent: tuple[float, float]) -> str:
    clock, busy = spent
    return f"{clock / 1e3:.0f} s by the clock, {busy / 1e3:.0f} s of the processor"


_DAYS = iter(ON - dt.timedelta(days=800 + number) for number in range(100))


def _take_position() -> None:
    from waarborg.policy import Role
    from waarborg.values.dialogue import Stance
    from waarborg.workbench.models import Party, System
    from waarborg.workbench.services.about import About, Entering
    from waarborg.workbench.services.actor import Actor
    from waarborg.workbench.services.positions import take_position

    clerk = Actor(name="clerk", role=Role.CLERK, party=Party.objects.get(code="ek"))
    about = About(safeguard="hearing", system=System.objects.earliest("pk"))
    entering = Entering(date=next(_DAYS), now=NOW, visibility="public")
    take_position(actor=clerk, about=about, entering=entering, stance=Stance.ADEQUATE)


def _equal(systems: int) -> bool:
    """Whether what is stored for the public is what the pure function says, on the first systems."""
    from waarborg.dialogue import state
    from waarborg.values.dialogue import View
    from waarborg.workbench.models import StoredState, System
    from waarborg.workbench.states import records_of
    from waarborg.workbench.states.records import with_line
    from waarborg.workbench.states.renewal import as_data

    rows = list(with_line(System.objects.order_by("pk")[:systems]))
    stored = {
        (one.system_id, one.safeguard): one.state for one in StoredState.objects.filter(system__in=rows)
    }
    found = {
        (system.pk, safeguard.id): as_data(state(record, View(on=ON)))
        for system, safeguard, record in records_of(rows, on=ON)
    }
    return stored == found


if __name__ == "__main__":
    main()
