"""``waarborg publish`` as its users run it: the operator makes a bundle, anybody proves it."""

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from waarborg.publication.check import left_in

pytest.importorskip("django", reason="Django is not installed (the library works without it)")
pytestmark = pytest.mark.workbench

from .test_record import home, made, record, run  # noqa: E402  a test module that needs Django

__all__ = ["home", "made", "record"]
DAYS = ("21 maart 2023", "24 maart 2023", "28 maart 2023", "30 maart 2023", "11 april 2023", "6 juli 2023")


def test_the_note_comes_out_of_the_demo_with_its_frame_and_its_facts_in_every_form(
    home: Path, record: Path, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    site = tmp_path / "site"
    done = run(home, "publish", "CXLVII", "--out", site, "--db", record, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["new"] is True
    assert len(told["files"]) == len([one for one in site.rglob("*") if one.is_file()]) - 1
    stem = site / "papers" / "nota-2023-0000687772.nl"
    reader = PdfReader(f"{stem}.pdf")
    pdf = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    with zipfile.ZipFile(f"{stem}.docx") as word:
        docx = word.read("word/document.xml").decode()
    for text in (pdf, docx):
        for named in ("2023-0000687772", "Ter ondertekening", "DGOO", "Staatssecretaris", *DAYS):
            assert named in text


def test_a_changed_byte_ends_with_exit_code_1_and_the_name_of_the_file(
    home: Path, record: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    run(home, "publish", "--out", site, "--db", record, "cxlvii")
    assert run(home, "publish", "verify", site).returncode == 0
    page = site / "en.html"
    page.write_bytes(page.read_bytes()[:-1] + b" ")
    done = run(home, "publish", "verify", site, "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert (found["ok"], found["changed"], found["missing"], found["extra"]) == (False, ["en.html"], [], [])
    assert "changed: en.html" in run(home, "publish", "verify", site).stderr


def test_a_publication_leaves_one_event_and_the_same_again_leaves_none(
    home: Path, record: Path, tmp_path: Path
) -> None:
    def events() -> list[dict[str, object]]:
        return list(json.loads(run(home, "audit", "export", "--json", "--db", record).stdout))

    before = len(events())
    for _ in range(2):
        assert run(home, "publish", "CXLVII", "--out", tmp_path / "site", "--db", record).returncode == 0
    after = events()
    assert len(after) == before + 1
    assert (after[-1]["verb"], after[-1]["object_id"]) == ("publish_dossier", "ek-cxlvii")
    assert json.loads(run(home, "audit", "verify", "--json", "--db", record).stdout)["ok"] is True


def test_a_refused_publication_leaves_no_event_and_no_file(home: Path, record: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    before = json.loads(run(home, "audit", "verify", "--json", "--db", record).stdout)["events"]
    done = run(home, "publish", "CXLVII", "--out", tmp_path, "--db", record)
    assert done.returncode == 2
    assert "Something else stands here already" in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(run(home, "audit", "verify", "--json", "--db", record).stdout)["events"] == before
    assert [one.name for one in tmp_path.glob("*") if one.suffix != ".sqlite3"] == ["letter.txt"]


def test_an_unknown_dossier_is_refused_with_those_there_are(home: Path, record: Path, tmp_path: Path) -> None:
    done = run(home, "publish", "XYZ", "--out", tmp_path / "site", "--db", record)
    assert (done.returncode, done.stderr.strip()) == (2, "The record has no dossier XYZ. It has: CXLVII.")
    assert not (tmp_path / "site").exists()


def test_planted_personal_data_stop_a_bundle_until_somebody_decided_and_are_then_gone(
    home: Path, record: Path, tmp_path: Path
) -> None:
    planted = ("06-12345678", "s.bakker@minbzk.nl", "mevrouw S. Bakker")
    with closing(sqlite3.connect(record)) as connection, connection:
        told = f"Contact: {planted[2]}, {planted[0]}, {planted[1]}."
        connection.execute(
            "UPDATE workbench_event SET details = json_set(details, '$.summary.nl', ?, '$.summary.en', ?)"
            " WHERE date = '2023-04-11'",
            (told, told),
        )
    site, decided = tmp_path / "site", tmp_path / "decided.yaml"
    stopped = run(home, "publish", "CXLVII", "--out", site, "--db", record, "--json")
    assert stopped.returncode == 1
    assert {mark["text"] for mark in json.loads(stopped.stdout)["marks"]} == set(planted)
    assert not site.exists()
    assert "somebody has to decide" in run(home, "publish", "CXLVII", "--out", site, "--db", record).stderr
    lines = [f'- {{text: "{text}", decision: redact, ground: 5.1.2e}}' for text in planted]
    decided.write_text("decisions:\n" + "\n".join(lines))
    done = run(home, "publish", "CXLVII", "--out", site, "--db", record, "--decided", decided)
    assert done.returncode == 0, done.stderr
    files = {one.name: one.read_bytes() for one in site.rglob("*") if one.is_file()}
    assert left_in(files, planted) == ()
    assert b"[Woo 5.1.2.e]" in files["index.html"]


def test_a_day_after_today_is_refused_since_nobody_knows_it(home: Path, record: Path, tmp_path: Path) -> None:
    done = run(home, "publish", "CXLVII", "--out", tmp_path / "site", "--db", record, "--on", "2199-01-01")
    assert done.returncode == 2
    assert "lies after today" in done.stderr
    assert not (tmp_path / "site").exists()


def test_both_pages_open_with_what_the_dossier_is_about_and_end_with_what_is_not_known(
    home: Path, record: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    assert run(home, "publish", "CXLVII", "--out", site, "--db", record).returncode == 0
    assert "In maart 2023 vroeg motie G" in (site / "index.html").read_text()
    english = (site / "en.html").read_text()
    assert "In March 2023 motion G asked" in english
    assert "Was the dialogue held, when, and with what outcome?" in english
    assert "Is de dialoog gehouden" not in english
