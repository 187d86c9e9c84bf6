"""What a bundle holds. Expected facts: DESIGN 1 and the sources of the case file."""

import csv
import datetime as dt
import io
import json
import re
from html.parser import HTMLParser

import pytest
from attrs import evolve

pytest.importorskip("docx", reason="the papers need the extra workbench")
pytest.importorskip("typst", reason="the papers need the extra workbench")

from waarborg.publication.bundle import BundledPaper, as_it_stood, bundle_files, still_open
from waarborg.publication.check import Decision, left_in, redacted
from waarborg.publication.check.walking import texts_of, with_texts

from ..papers.papers import demo_case
from .bundles import ON, contents, files


class Links(HTMLParser):
    """Every address and every id of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.targets: set[str] = set()
        self.ids: set[str] = set()
        self.tags: set[str] = set()
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag names."""
        self.tags.add(tag)
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.targets.add(value)
            if name == "id" and value:
                self.ids.add(value)


@pytest.mark.parametrize("name", ["index.html", "en.html"])
def test_a_page_opens_from_a_folder_and_every_link_in_it_leads_somewhere(name: str) -> None:
    links = Links(files()[name])
    assert "script" not in links.tags
    for target in links.targets:
        if target.startswith("#"):
            assert target[1:] in links.ids
        elif not target.startswith("https://"):
            assert target in files() or target == "manifest.json"


def test_each_page_is_in_its_own_language() -> None:
    dutch, english = files()["index.html"].decode(), files()["en.html"].decode()
    assert '<html lang="nl">' in dutch
    assert "Wat er gebeurde" in dutch
    assert '<html lang="en">' in english
    assert "What happened" in english


def test_the_facts_stand_in_order_and_none_lies_after_the_day() -> None:
    facts = json.loads(files()["data/facts.json"])
    days = [fact["date"] for fact in facts if fact["date"]]
    assert {"2023-03-21", "2023-03-30", "2023-04-11", "2023-07-11", "2023-11-09", "2023-12-19"} <= set(days)
    assert max(days) <= ON.isoformat()
    assert days == sorted(days)
    assert [fact["number"] for fact in facts] == list(range(1, len(facts) + 1))


def test_a_fact_known_only_between_bounds_keeps_its_bounds() -> None:
    facts = json.loads(files()["data/facts.json"])
    assert ("2023-11-09", "2023-12-19") in {
        (fact["not_before"], fact["not_after"]) for fact in facts if not fact["date"]
    }


def test_csv_and_json_hold_the_same_rows() -> None:
    for path in (one for one in files() if one.endswith(".csv")):
        rows = list(csv.DictReader(io.StringIO(files()[path].decode("utf-8-sig"))))
        assert len(rows) == len(json.loads(files()[path.replace(".csv", ".json")]))


def test_the_commitment_and_the_promise_stand_with_their_terms() -> None:
    rows = {row["id"]: row for row in json.loads(files()["data/instruments.json"])}
    assert rows["T03535"]["due"] == "2023-03-24"
    assert rows["T03535"]["responsible"]
    assert b"DTSTART;VALUE=DATE:20230324" in files()["deadlines.ics"]


def test_the_same_contents_give_the_same_bytes() -> None:
    assert bundle_files(contents()) == files()


def test_on_an_earlier_day_less_was_known() -> None:
    early = json.loads(files(dt.date(2023, 3, 31))["data/facts.json"])
    assert len(early) < len(json.loads(files()["data/facts.json"]))
    assert not [fact for fact in early if (fact["date"] or fact["not_before"]) > "2023-03-31"]


def test_codes_that_no_file_can_be_named_by_still_give_each_paper_its_own_files() -> None:
    drafts = contents().papers[0].drafts
    codes = ("../../etc", "..", "A/B", "a b", "A:B")
    made = bundle_files(
        evolve(contents(), papers=tuple(BundledPaper(code=code, drafts=drafts) for code in codes))
    )
    papers = [path for path in made if path.startswith("papers/")]
    assert len({path.casefold() for path in papers}) == len(codes) * 2 * 3
    assert all(re.fullmatch(r"papers/[A-Za-z0-9][A-Za-z0-9._-]*", path) for path in papers)


def test_what_the_record_says_cannot_become_markup_or_a_formula() -> None:
    case = contents().case
    hostile = "=HYPERLINK(1)<script>alert(1)</script>"
    spoilt = evolve(case, papers=tuple(evolve(one, title=hostile) for one in case.papers))
    made = bundle_files(evolve(contents(), case=spoilt, papers=()))
    assert b"<script>" not in made["index.html"]
    rows = list(csv.DictReader(io.StringIO(made["data/papers.csv"].decode("utf-8-sig"))))
    assert all(row["title"].startswith("'=") for row in rows)


def test_personal_data_are_stopped_wherever_in_the_record_they_are_planted_and_gone_once_decided() -> None:
    """Each text of the dossier gets a number, an address or a name of its own; none may slip through."""
    planted: list[str] = []
    kinds = ("06-1{0:07d}", "ambtenaar{0}@rijk.nl", "mevrouw Q. Bakker{0}")

    def plant(text: str) -> str:
        if " " not in text:
            return text
        planted.append(kinds[len(planted) % len(kinds)].format(len(planted)))
        return f"{text} {planted[-1]}"

    dirty = with_texts(contents(), plant)
    made = bundle_files(dirty)
    there = {text for _, text in left_in(made, planted)}
    assert len(there) > 100
    marked = {mark.text for mark in still_open(dirty, made, ())}
    assert there <= marked
    decisions = [Decision(text=text, decision="redact", ground="5.1.2e") for text in marked]
    clean = redacted(dirty, decisions)
    made = bundle_files(clean)
    assert still_open(clean, made, decisions) == ()
    assert left_in(made, planted) == ()
    assert left_in(made, ["Woo 5.1.2.e"])


def test_a_bundle_of_an_earlier_day_tells_of_nothing_later() -> None:
    """On 1 April 2023 letter K was the last paper; the motion lapsed and the note came later (DESIGN 1)."""
    on = dt.date(2023, 4, 1)
    stood = as_it_stood(demo_case(), on)
    assert [one.id for one in stood.papers] == list("BCDEFGHIJK")
    assert not stood.open_questions
    assert "summary" not in stood.dossier.other
    assert all("2024" not in text for _, text in texts_of(stood.relations))
    made = bundle_files(evolve(contents(), case=stood, on=on, papers=(), items=()))
    for words in ("2023-11-09", "2023-12-19", "2024-06-28", "R,R,", "9 november"):
        assert words not in made["data/papers.csv"].decode() + made["data/facts.csv"].decode()


def test_once_everything_has_happened_nothing_is_left_out() -> None:
    assert as_it_stood(demo_case(), dt.date(2026, 1, 1)) == demo_case()
