"""`waarborg register load`: a register brought into a record from the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.workbench
COMMAND = "from waarborg.cli import main; main()"


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", COMMAND, "--lang", "en", "register", "load", *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


def listing(path: Path, *numbers: int) -> Path:
    entries = [
        {
            "id": str(number),
            "title": f"a{number}",
            "organisatie": "b",
            "doel": "c",
            "juridische_basis": "",
            "status": "",
        }
        for number in numbers
    ]
    path.write_text(json.dumps({"algoritmes": entries}), encoding="utf-8")
    return path


def test_two_readings_tell_what_is_new_and_what_has_gone_and_a_broken_one_writes_nothing(
    tmp_path: Path,
) -> None:
    pytest.importorskip("django")
    db = ("--db", tmp_path / "record.sqlite3")
    may = listing(tmp_path / "may", 1, 2)
    first = json.loads(run(may, "--on", "2026-05-13", "--json", *db).stdout)
    assert (first["added"], first["gone"]) == (2, 0)
    again = run(listing(tmp_path / "june", 2, 3), "--on", "2026-06-24", "--whole", *db)
    assert again.returncode == 0
    assert "Loaded: 1 new, 0 changed, 1 gone" in again.stdout
    broken = tmp_path / "broken"
    broken.write_text((tmp_path / "june").read_text(encoding="utf-8")[:-30], encoding="utf-8")
    refused = run(broken, *db)
    assert (refused.returncode, "Traceback" in refused.stderr) == (2, False)
    older = run(may, "--on", "2026-05-14", *db)
    assert older.returncode == 2
    assert "in the order of their days" in older.stderr
