"""Values that are no boolean, where an expression needs a yes or no."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

Counted = Callable[..., tuple[int, int]]

DECISIONS = "kind: decisions\ncolumns: {ok: o}\nindicators:\n  - {id: asked, safeguard: logging, "


@pytest.mark.parametrize(
    ("yes", "no"), [("true", "False"), ("ja", "NEE"), ("yes", "No"), ("1", "0"), ("t", "f"), ("1.0", "0.0")]
)
def test_a_text_that_says_no_is_a_no(counted: Counted, yes: str, no: str) -> None:
    """10 rows say yes and 30 say no."""
    log = "o\n" + f"{yes}\n" * 10 + f"{no}\n" * 30
    assert counted(log, DECISIONS + "share: ok}\n", "asked") == (10, 40)
    assert counted(log, DECISIONS + "of: ok, share: 'true'}\n", "asked") == (10, 10)
    assert counted(log, DECISIONS + "share: not ok}\n", "asked") == (30, 40)
    assert counted(log, DECISIONS + "share: present(ok)}\n", "asked") == (40, 40)


def test_any_other_text_is_a_yes_and_a_missing_one_a_no(counted: Counted) -> None:
    """12 rows name a reason, 18 say that there is none, and 10 are empty."""
    log = "id,o\n" + "1,late income\n" * 12 + "1,nee\n" * 18 + "1,\n" * 10
    assert counted(log, DECISIONS + "share: ok}\n", "asked") == (12, 40)
    assert counted(log, DECISIONS + "share: missing(ok)}\n", "asked") == (10, 40)


@pytest.mark.parametrize("kind", ["INTEGER", "DOUBLE", "DECIMAL(4, 1)"])
def test_a_number_of_nought_is_a_no(counted: Counted, tmp_path: Path, kind: str) -> None:
    """Of 40 rows, 10 hold a 1, 3 a 2, 20 a 0, and 7 nothing."""
    values = "(1)," * 10 + "(2)," * 3 + "(0)," * 20 + ",".join(["(NULL)"] * 7)
    path = tmp_path / "log.parquet"
    rows = f"SELECT CAST(o AS {kind}) AS o FROM (VALUES {values}) AS v(o)"  # noqa: S608  values of this test
    duckdb.sql(rows).write_parquet(str(path))
    assert counted(path, DECISIONS + "share: ok}\n", "asked") == (13, 40)
    assert counted(path, DECISIONS + "share: present(ok)}\n", "asked") == (33, 40)


def test_events_that_say_no_are_not_counted(counted: Counted) -> None:
    """Each of 40 cases has two events: both say yes in 10, one does in 12, neither in 18."""
    pairs = [("ja", "ja")] * 10 + [("nee", "ja")] * 12 + [("nee", "nee")] * 18
    log = "c,a,t,o\n" + "".join(
        f"{case},ask,2021-01-01,{first}\n{case},end,2021-02-01,{last}\n"
        for case, (first, last) in enumerate(pairs)
    )
    mapping = (
        "kind: events\ncolumns: {case: c, activity: a, time: t, ok: o}\n"
        "fields: {some: any(ok), every: all(ok), number: count(ok)"
        ", at_end: 'first(activity, ok) == \"end\"'}\n"
        "indicators:\n  - {id: asked, safeguard: logging, share: "
    )
    assert counted(log, mapping + "some}\n", "asked") == (22, 40)
    assert counted(log, mapping + "every}\n", "asked") == (10, 40)
    assert counted(log, mapping + "number == 1}\n", "asked") == (12, 40)
    assert counted(log, mapping + "known(at_end)}\n", "asked") == (12, 40)
