# ruff: noqa: PLC0415  Django is made ready before its tables can be imported
"""Read, assess and store a register of N entries on SQLite: the cost of every tenth of it, and peak memory.

Seconds of the processor are told beside those of the clock, since a machine that does other work too makes
the clock go faster. Example:

    python benchmarks/register_storing.py ../shared/data/registers/nl/listing-2026-08-08.json --entries 100000
"""

import argparse
import datetime as dt
import os
import resource
import secrets
import tempfile
import time
from pathlib import Path

from register import multiplied


def main() -> None:
    """Measure and print a line a tenth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("listing", type=Path)
    parser.add_argument("--entries", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, record = Path(folder) / "register.json", Path(folder) / "record.sqlite3"
        multiplied(arguments.listing, path, arguments.entries, distinct=False)
        print(f"{arguments.entries} entries, {path.stat().st_size / 1e6:.0f} MB", flush=True)
        os.environ["WAARBORG_SECRET_KEY"] = secrets.token_hex()
        _store(path, record, arguments.entries // 10)
        size = sum(file.stat().st_size for file in Path(folder).glob("record*"))
        print(f"record: {size / 1e6:.0f} MB, {size / arguments.entries / 1e3:.1f} kB an entry")


def _store(path: Path, record: Path, tenth: int) -> None:
    from waarborg.jobs.assess import stream_assessed
    from waarborg.workbench.start import prepare, start

    start(record)
    prepare()
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.registers import load_register

    marks = [(0, time.perf_counter(), time.process_time())]

    def told(done: int) -> None:
        if done - marks[-1][0] >= tenth:
            marks.append((done, time.perf_counter(), time.process_time()))
            _say(*marks[-2:])

    now = dt.datetime.now(dt.UTC)
    entries = stream_assessed(path)
    loaded = load_register(
        actor=operator("benchmark"), entries=entries, now=now, read_on=now.date(), whole=True, progress=told
    )
    marks.append((loaded.added, time.perf_counter(), time.process_time()))
    _say(marks[0], marks[-1])


def _say(since: tuple[int, float, float], until: tuple[int, float, float]) -> None:
    entries, clock, worked = (two - one for one, two in zip(since, until, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = f"{1000 * clock / entries:.1f} ms clock, {1000 * worked / entries:.1f} ms processor an entry"
    print(f"{since[0]:>7} to {until[0]:>7}: {each}; peak {peak:.0f} MB", flush=True)


if __name__ == "__main__":
    main()
