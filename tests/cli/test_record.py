"""The commands on the record, as a user runs them: each in a process of its own."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("django", reason="Django is not installed (the library works without it)")
pytestmark = pytest.mark.workbench

COMMAND = (sys.executable, "-c", "from waarborg.cli import main; main()", "--lang", "en")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of its own."""
    return tmp_path_factory.mktemp("home")


def environment(home: Path) -> dict[str, str]:
    """The environment of a user who set nothing."""
    taken = ("WAARBORG_SECRET_KEY", "WAARBORG_DB", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    return {key: value for key, value in os.environ.items() if key not in taken} | {
        "WAARBORG_DATA": str(home)
    }


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


@pytest.fixture(scope="module")
def made(home: Path) -> Path:
    """A record with the demo in it, in the data folder."""
    done = run(home, "demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    return home / "waarborg.sqlite3"


@pytest.fixture
def record(made: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    copy = tmp_path / "record.sqlite3"
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def test_the_key_is_kept_where_only_the_user_can_read_it(home: Path, made: Path) -> None:
    assert made.exists()
    key = home / "secret.key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert len(key.read_text()) > 40


def test_the_demo_says_that_a_second_time_nothing_is_new(home: Path, made: Path) -> None:
    assert made.exists()
    assert "nothing was changed" in run(home, "demo", "--no-serve").stderr


def test_the_trail_of_the_demo_holds(home: Path, record: Path) -> None:
    done = run(home, "audit", "verify", "--json", "--db", record)
    told = json.loads(done.stdout)
    assert (done.returncode, told["ok"], told["broken"]) == (0, True, [])
    exported = json.loads(run(home, "audit", "export", "--json", "--db", record).stdout)
    assert len(exported) == told["events"]


def test_a_trail_that_was_touched_ends_with_exit_code_1(home: Path, record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("UPDATE workbench_auditevent SET actor = 'somebody' WHERE number = 2")
    done = run(home, "audit", "verify", "--json", "--db", record)
    assert done.returncode == 1
    assert json.loads(done.stdout)["broken"] == [{"number": 2, "reason": "content_differs"}]


def test_a_backup_put_back_undoes_what_came_after_and_says_so_in_the_trail(
    home: Path, record: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.sqlite3"
    told = json.loads(run(home, "backup", backup, "--json", "--db", record).stdout)
    with closing(sqlite3.connect(record)) as connection, connection:
        connection.execute("DELETE FROM workbench_storedstate")
    done = json.loads(run(home, "restore", backup, "--json", "--db", record, "--as", "admin").stdout)
    assert done["events"] == told["events"] + 1
    assert Path(done["kept"]).exists()
    with closing(sqlite3.connect(record)) as connection:
        (states,) = connection.execute("SELECT count(*) FROM workbench_storedstate").fetchone()
        last = connection.execute(
            "SELECT actor, verb FROM workbench_auditevent ORDER BY number DESC"
        ).fetchone()
    assert states == 14 * 20
    assert last == ("admin", "restore")


def test_a_backup_never_writes_over_a_file(home: Path, record: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("dear all")
    done = run(home, "backup", other, "--db", record)
    assert (done.returncode, other.read_text()) == (2, "dear all")


def test_a_damaged_backup_is_not_put_back(home: Path, record: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.sqlite3"
    whole = record.read_bytes()
    damaged.write_bytes(whole[: len(whole) // 2])
    done = run(home, "restore", damaged, "--db", record)
    assert (done.returncode, record.read_bytes()) == (2, whole)
    assert "Traceback" not in done.stderr


def test_a_backup_whose_trail_was_touched_is_not_put_back(home: Path, record: Path, tmp_path: Path) -> None:
    touched = tmp_path / "touched.sqlite3"
    touched.write_bytes(record.read_bytes())
    with closing(sqlite3.connect(touched)) as connection, connection:
        connection.execute("UPDATE workbench_auditevent SET verb = 'x' WHERE number = 1")
    before = record.read_bytes()
    done = run(home, "restore", touched, "--db", record)
    assert (done.returncode, record.read_bytes()) == (2, before)
    assert "content_differs" in done.stderr


@pytest.mark.parametrize("content", [b"hello", b"", b'{"a": 1}', b'[{"id": 1,', b"a,b\n1,2\n"])
def test_a_file_that_is_no_register_loads_nothing(home: Path, tmp_path: Path, content: bytes) -> None:
    wrong, db = tmp_path / "wrong.json", tmp_path / "new.sqlite3"
    wrong.write_bytes(content)
    done = run(home, "demo", "--no-serve", "--db", db, "--register", wrong)
    assert (done.returncode, db.exists()) == (2, False)
    assert str(wrong) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_of_another_program_is_left_alone(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "bookmarks.sqlite3"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = other.read_bytes()
    for arguments in (("demo", "--no-serve"), ("audit", "verify")):
        assert run(home, *arguments, "--db", other).returncode == 2
    assert other.read_bytes() == before


def test_a_record_that_is_not_there_is_not_made_by_looking(home: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.sqlite3"
    for arguments in (("audit", "verify"), ("audit", "export"), ("backup", tmp_path / "b.sqlite3")):
        done = run(home, *arguments, "--db", missing)
        assert (done.returncode, missing.exists()) == (2, False)


def test_a_port_that_is_taken_is_said_before_anything_is_loaded(home: Path, tmp_path: Path) -> None:
    db = tmp_path / "new.sqlite3"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(home, "demo", "--db", db, "--port", str(port))
    assert (done.returncode, db.exists()) == (2, False)
    assert f"port {port} is taken" in done.stderr


@pytest.fixture
def served(home: Path, record: Path) -> Iterator[str]:
    """The first line that the served demo prints."""
    with subprocess.Popen(
        [*COMMAND, "demo", "--db", str(record), "--port", "0"],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout
        yield process.stdout.readline()
        process.terminate()
        process.wait(timeout=20)


def test_the_address_is_printed_when_pages_are_served(served: str) -> None:
    url = next(word for word in served.split() if word.startswith("http://127.0.0.1:"))
    with urllib.request.urlopen(url, timeout=30) as page:  # noqa: S310  our own address
        assert page.status == 200
        assert b"<html" in page.read()
