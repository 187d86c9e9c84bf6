"""``waarborg catalogue`` on the demo: what newer rules would change, before anybody adopts them."""

import json
import sqlite3
from pathlib import Path

import pytest

pytest.importorskip("django", reason="Django is not installed (the library works without it)")

from .test_record import home, made, record, run

pytestmark = pytest.mark.workbench
__all__ = ["home", "made", "record"]


def _read_by_older_rules(record: Path) -> None:
    """As if all was read by an older catalogue, in which nothing was high."""
    with sqlite3.connect(record) as database:
        database.execute(
            "UPDATE workbench_assessment SET catalogue_version = 'older',"
            " result = json_set(result, '$.impact.level', 'not_high')"
        )


def test_a_record_read_by_the_installed_rules_has_nothing_to_adopt(home: Path, record: Path) -> None:
    done = run(home, "catalogue", "--db", record, "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["read_by_others"], told["changes"]) == (0, 0, [])


def test_what_would_change_is_shown_before_it_is_adopted(home: Path, record: Path) -> None:
    _read_by_older_rules(record)
    for _ in range(2):
        told = json.loads(run(home, "catalogue", "--db", record, "--json").stdout)
        changes = {
            (one["answer"], one["was"], one["becomes"]) for each in told["changes"] for one in each["changes"]
        }
        assert changes == {("impact", "not_high", "high")}
    words = run(home, "--lang", "en", "catalogue", "--db", record).stdout
    assert "impact: not_high -> high" in words
    adopted = json.loads(run(home, "catalogue", "adopt", "--db", record, "--as", "analist", "--json").stdout)
    assert adopted["changed"] == len(told["changes"]) > 0
    after = json.loads(run(home, "catalogue", "--db", record, "--json").stdout)
    assert after["read_by_others"] == 0
