"""The measurement beside a plain scan, and beside other libraries, on the same file in the same run.

    python benchmarks/measurement.py scan --rows 100000000 --folder FOLDER
    python benchmarks/measurement.py others --rows 1000000 --folder FOLDER
    python benchmarks/measurement.py process LOG.xes.gz --mapping MAPPING.yaml

``others`` and ``process`` need fairlearn, aequitas and pm4py: yardsticks, not dependencies. Every way runs in
a process of its own, in turn, five times; medians are printed, with peak memory. Beside other libraries the
mapping names no more than they are given: four attributes and two questions.
"""

import argparse
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from waarborg.jobs.measure import measure

COLUMNS = (
    *("received", "gender", "origin", "age", "region"),
    *("selected", "advice", "outcome", "adverse", "handler"),
)
GROUPS = ("gender", "origin", "age", "region")
RUNS = 5

LOG = """
COPY (SELECT DATE '2022-01-01' + CAST(RANDOM() * 730 AS INTEGER) AS received,
  ['f', 'm'][1 + CAST(FLOOR(RANDOM() * 2) AS INT)] AS gender,
  ['A', 'B', 'C'][1 + CAST(FLOOR(RANDOM() * 3) AS INT)] AS origin,
  ['18-30', '31-45', '46-60', '61+'][1 + CAST(FLOOR(RANDOM() * 4) AS INT)] AS age,
  ['north', 'east', 'south', 'west', 'city'][1 + CAST(FLOOR(RANDOM() * 5) AS INT)] AS region,
  RANDOM() < 0.3 AS selected, RANDOM() < 0.2 AS adverse,
  CASE WHEN RANDOM() < 0.3 THEN 'check' ELSE 'grant' END AS advice,
  CASE WHEN RANDOM() < 0.35 THEN 'check' ELSE 'grant' END AS outcome,
  'official ' || CAST(FLOOR(RANDOM() * 200) AS INT) AS handler FROM RANGE({rows}))
TO '{path}' (FORMAT parquet)
"""


def synthetic(rows: int, folder: Path, columns: Sequence[str]) -> tuple[Path, Path]:
    """A made-up log with nothing planted in it, made once, and a mapping that names ``columns`` of it."""
    log, mapping = folder / f"log-{rows}.parquet", folder / "mapping.yaml"
    if not log.exists():
        duckdb.connect(config={"memory_limit": "2GB"}).execute(LOG.format(rows=rows, path=log))
    named = ", ".join(f"{name}: {name}" for name in columns)
    text = f"kind: decisions\nsynthetic: true\ncolumns: {{{named}}}\ngroups: [{', '.join(GROUPS)}]\n"
    mapping.write_text(text, encoding="utf-8")
    return log, mapping


def scan(log: Path) -> object:
    """Every value of every column is read, and the smallest kept."""
    session = duckdb.connect(config={"memory_limit": "256MB"})
    return session.execute(f"SELECT {', '.join(f'MIN({name})' for name in COLUMNS)} FROM '{log}'").fetchall()


def grouping(log: Path) -> object:
    """The groups and their conditions counted, nothing else."""
    session = duckdb.connect(config={"memory_limit": "256MB"})
    listed = ", ".join((*GROUPS, "selected", "advice", "outcome", "adverse"))
    return session.execute(f"SELECT {listed}, COUNT(*) FROM '{log}' GROUP BY ALL").fetchall()


def fairlearn_rows(log: Path) -> object:
    """Selection and adverse rates by each group and each pair, row by row."""
    from fairlearn.metrics import MetricFrame, selection_rate  # noqa: PLC0415  a yardstick

    frame = _frame(log)
    return [
        MetricFrame(
            metrics=selection_rate, y_true=frame[what], y_pred=frame[what], sensitive_features=frame[by]
        ).by_group
        for what in ("selected", "adverse")
        for by in _partitions()
    ]


def fairlearn_cells(log: Path) -> object:
    """The same on weighted cells that DuckDB counted first."""
    from fairlearn.metrics import MetricFrame, selection_rate  # noqa: PLC0415  a yardstick

    listed = ", ".join((*GROUPS, "selected", "adverse"))
    frame = duckdb.sql(f"SELECT {listed}, COUNT(*) AS n FROM '{log}' GROUP BY ALL").df()
    return [
        MetricFrame(
            metrics=selection_rate, y_true=frame[what], y_pred=frame[what], sensitive_features=frame[by],
            sample_params={"sample_weight": frame["n"]},
        ).by_group
        for what in ("selected", "adverse")
        for by in _partitions()
    ]  # fmt: skip


def aequitas_rows(log: Path) -> object:
    """Aequitas' own group and disparity tables, for both questions."""
    from aequitas.bias import Bias  # noqa: PLC0415  a yardstick
    from aequitas.group import Group  # noqa: PLC0415  a yardstick

    found = []
    frame = _frame(log)
    for what in ("selected", "adverse"):
        asked = frame[list(GROUPS)].copy()
        for one, two in _pairs():
            asked[f"{one}_{two}"] = frame[one] + "_" + frame[two]
        asked["score"] = asked["label_value"] = frame[what].astype(int)
        crosstab, _ = Group().get_crosstabs(asked)
        found.append(Bias().get_disparity_major_group(crosstab, original_df=asked, mask_significance=True))
    return found


def _frame(log: Path) -> Any:
    return duckdb.sql(f"SELECT {', '.join((*GROUPS, 'selected', 'adverse'))} FROM '{log}'").df()


def _pairs() -> list[tuple[str, str]]:
    return [(one, two) for index, one in enumerate(GROUPS) for two in GROUPS[index + 1 :]]


def _partitions() -> list[list[str]]:
    return [[name] for name in GROUPS] + [list(pair) for pair in _pairs()]


def process_pm4py(log: Path) -> object:
    """Cases, durations, start and end activities and variants, as pm4py gives them."""
    import pm4py  # noqa: PLC0415  a yardstick, AGPL: never a dependency

    frame = pm4py.read_xes(str(log))
    return (
        pm4py.get_all_case_durations(frame),
        pm4py.get_start_activities(frame),
        pm4py.get_end_activities(frame),
        pm4py.get_event_attribute_values(frame, "concept:name"),
    )


def in_turn(ways: Mapping[str, Callable[[], object]]) -> None:
    """Run all ways in turn, ``RUNS`` times, and print median seconds, ratio to the first, and peak memory."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    peak = dict.fromkeys(ways, 0.0)
    for _ in range(RUNS):
        for name, way in ways.items():
            took, used = _apart(way)
            seconds[name].append(took)
            peak[name] = max(peak[name], used)
    first = statistics.median(next(iter(seconds.values())))
    for name, taken in seconds.items():
        median = statistics.median(taken)
        print(f"{name:>18} {median:8.2f} s {median / first:8.2f} x {peak[name]:7.0f} MB", flush=True)


def _apart(way: Callable[[], object]) -> tuple[float, float]:
    """Seconds and peak megabytes of a way, in a process of its own."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_timed, args=(way, theirs))
    process.start()
    found: tuple[float, float] = ours.recv()
    process.join()
    return found


def _timed(way: Callable[[], object], pipe: Any) -> None:
    start = time.perf_counter()
    way()
    took = time.perf_counter() - start
    pipe.send((took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=["scan", "others", "process"])
    parser.add_argument("log", type=Path, nargs="?")
    parser.add_argument("--mapping", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path())
    asked = parser.parse_args()
    if asked.what == "process":
        log, mapping = asked.log, asked.mapping
    else:
        columns = (*GROUPS, "selected", "adverse") if asked.what == "others" else COLUMNS
        log, mapping = synthetic(asked.rows, asked.folder, columns)
    waarborg = {"waarborg": lambda: measure(log, mapping)}
    ways: dict[str, dict[str, Callable[[], object]]] = {
        "scan": {"scan": lambda: scan(log), "grouping": lambda: grouping(log), **waarborg},
        "others": {
            **waarborg,
            "fairlearn, cells": lambda: fairlearn_cells(log),
            "aequitas": lambda: aequitas_rows(log),
            "fairlearn, rows": lambda: fairlearn_rows(log),
        },
        "process": {**waarborg, "pm4py": lambda: process_pm4py(log)},
    }
    in_turn(ways[asked.what])


if __name__ == "__main__":
    main()
