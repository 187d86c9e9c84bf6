"""``waarborg case load``: a case file into the record."""

from pathlib import Path

import pytest

pytest.importorskip("django", reason="Django is not installed (the library works without it)")

from .test_record import home, made, record, run

pytestmark = pytest.mark.workbench
__all__ = ["home", "made", "record"]
CASE = """\
dossier: {chamber: TK, number: "36.812 (R9)", title: Proef}
parties: [{id: m, name: Minister van VWS}]
instruments:
  - {id: TZ1, kind: toezegging, title: Een plan, made_on: 2024-01-10, deadline: 2024-03-01, responsible: m}
"""


def load(home: Path, record: Path, text: str, *more: str) -> tuple[int, str]:
    path = home / "case.yaml"
    path.write_text(text, encoding="utf-8")
    done = run(home, "case", "load", path, "--db", record, *more)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def test_a_case_file_becomes_a_dossier_once(home: Path, record: Path) -> None:
    code, told = load(home, record, CASE)
    assert (code, "brought up to date" in told) == (0, True), told
    code, told = load(home, record, CASE)
    assert (code, "up to date already" in told) == (0, True), told
    published = run(home, "publish", "36.812 (R9)", "--out", home / "site", "--db", record)
    assert published.returncode == 0, published.stderr
    assert "Een plan" in (home / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("2024-03-01", "2024-13-01", 1, "Nothing was loaded"),
        ("responsible: m", "responsible: nobody", 1, "Nothing was loaded"),
        ("id: m, name: Minister van VWS", f"id: m, name: {'x' * 301}", 2, "too long"),
    ],
)
def test_a_file_that_is_wrong_or_does_not_fit_is_not_loaded(
    home: Path, record: Path, old: str, new: str, code: int, words: str
) -> None:
    assert old in CASE
    found, told = load(home, record, CASE.replace(old, new).replace("R9", "R8"))
    assert (found, words in told) == (code, True), told
    assert load(home, record, CASE.replace("R9", "R8"))[1].count("brought up to date") == 1


def test_only_who_may_loads(home: Path, record: Path) -> None:
    assert load(home, record, CASE, "--as", "nobody")[0] == 2
