# ruff: noqa: PLC0415  Django is made ready before its tables can be imported
"""The lists of one ministry over N commitments with ten events each: stored, and computed anew.

On SQLite, or on the empty PostgreSQL database that ``DATABASE_URL`` names.

Example: python benchmarks/commitments.py --commitments 100000
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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waarborg.workbench.models import Dossier

ON = dt.date(2024, 7, 1)
OFFICES = (
    "Minister van Financiën",
    "Minister van BZK",
    "Minister van Justitie en Veiligheid",
    "Minister van OCW",
    "Minister van SZW",
    "Minister van VWS",
    "Minister van EZK",
    "Minister van LNV",
    "Minister van IenW",
    "Minister van Defensie",
)
EACH, EVENTS = 50, 10
"""Commitments a dossier, events a commitment."""


def fill(commitments: int) -> None:
    """Write the dossiers in batches."""
    from waarborg.workbench.models import CaseParty, Dossier
    from waarborg.workbench.services.organisations import ensure_chamber

    bodies = [ensure_chamber(code) for code in ("ek", "tk")]
    made = Dossier.objects.bulk_create(
        Dossier(body=bodies[number % 2], number=str(number), slug=f"d-{number}", title="T", digest="-")
        for number in range(commitments // EACH)
    )
    CaseParty.objects.bulk_create(
        CaseParty(dossier=dossier, code=f"m{number}", name=name, role="addressee")
        for dossier in made
        for number, name in enumerate(OFFICES)
    )
    for start in range(0, len(made), 50):
        _fill(made[start : start + 50])


def _fill(dossiers: "list[Dossier]") -> None:
    from waarborg.workbench.models import Event, Instrument

    chance = random.Random(dossiers[0].number)  # noqa: S311  no secret
    instruments = Instrument.objects.bulk_create(
        Instrument(
            dossier=dossier,
            code=f"T{dossier.number}-{number}",
            kind="toezegging",
            title="T",
            date=dt.date(2022, 1, 1),
            responsible=f"m{number % len(OFFICES)}",
            certainty="sourced",
            number=number,
            details={"term": {"day": str(ON + dt.timedelta(days=chance.randint(-400, 400)))}},
        )
        for dossier in dossiers
        for number in range(EACH)
    )
    Event.objects.bulk_create(
        Event(
            dossier=instrument.dossier,
            code=f"{instrument.code}-{number}",
            kind=_kind(chance, number),
            instrument=instrument,
            date=dt.date(2022, 2, 1) + dt.timedelta(days=20 * number),
            certainty="sourced",
            number=number,
        )
        for instrument in instruments
        for number in range(EVENTS)
    )


def _kind(chance: random.Random, number: int) -> str:
    """Letters in between; the last event answers or fulfils three in ten."""
    last = number == EVENTS - 1
    return chance.choice(["letter_sent"] * 7 + ["answered"] * 2 + ["withdrawn"]) if last else "letter_sent"


def timed(act: Callable[[], object], times: int) -> Iterator[float]:
    """Seconds that each of so many runs takes."""
    for _ in range(times):
        start = time.perf_counter()
        act()
        yield time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commitments", type=int, default=100_000)
    wanted = parser.parse_args().commitments
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WAARBORG_DATA"] = folder
        from waarborg.workbench.start import prepare, start

        start(None if os.environ.get("DATABASE_URL") else Path(folder) / "record.sqlite3")
        prepare()
        measure(wanted)


def measure(commitments: int) -> None:
    """Fill, renew, and read, each timed."""
    from waarborg.workbench.models import Dossier, Event, Instrument
    from waarborg.workbench.queries.commitments import commitments as all_of_them
    from waarborg.workbench.queries.commitments import rappel_of
    from waarborg.workbench.states.commitments import renew_all_commitments

    def read() -> object:
        return rappel_of(chamber="EK", ministry="BZK", on=ON)

    (filled,) = timed(lambda: fill(commitments), 1)
    count, events = Instrument.objects.count(), Event.objects.count()
    print(f"{count} commitments, {events} events: filled in {filled:.0f} s", flush=True)
    (renewed,) = timed(lambda: renew_all_commitments(on=ON), 1)
    print(f"stored in {renewed:.0f} s ({renewed / commitments * 1e6:.0f} us a commitment)", flush=True)
    stored = sorted(timed(read, 11))
    found = rappel_of(chamber="EK", ministry="BZK", on=ON)
    sizes = f"{len(found.list1)} overdue, {len(found.list2)} expiring"
    print(f"lists of one ministry ({sizes}): median {statistics.median(stored) * 1e3:.0f} ms, ", end="")
    print(f"slowest {stored[-1] * 1e3:.0f} ms", flush=True)
    (whole,) = timed(lambda: all_of_them(ON), 1)
    print(f"the list of all commitments: {whole:.1f} s", flush=True)
    Dossier.objects.update(computed_on=None)
    (computed,) = timed(read, 1)
    print(f"the same computed anew: {computed:.1f} s")
    same = found == rappel_of(chamber="EK", ministry="BZK", on=ON)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"equal: {same}; peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
