"""The words of the pages: all there, none idle, in both languages."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from django.utils import translation

import waarborg
from waarborg.values.assessment import StatementValue
from waarborg.values.deadline import Certainty
from waarborg.values.dialogue import Says, StepKind
from waarborg.values.entry import SystemStatus
from waarborg.web import words
from waarborg.web.place import NAVIGATION
from waarborg.web.views.systems import GROUPS
from waarborg.wording import has_phrase
from waarborg.workbench.queries.systems_list import FACETS, SORTS

HOUSE = Path(waarborg.__file__).parent
CODE = [
    *(HOUSE / "web").rglob("*.py"),
    *(HOUSE / "web").rglob("*.html"),
    *(HOUSE / "workbench").rglob("*.py"),
]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
SPOKEN = set(re.findall(r"""\bt\(\s*["']([\w.]+)["']""", TEXT)) | set(
    re.findall(r'phrase\("(page[\w.]+)"', TEXT)
)
GROUPED = set(re.findall(r"""\blabel(?:led)?\(\s*["']([\w.]+)["']""", TEXT)) | {
    "facet",
    "recorded",
    *GROUPS.values(),
}
NAMED_BY_LAW = {"organisation_kind", "safeguard", "criterion"}
OWN = [
    code
    for path in sorted((HOUSE / "wording" / "sentences").glob("web*.yaml"))
    for code in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def test_every_phrase_that_a_page_says_is_in_the_catalogue() -> None:
    assert SPOKEN
    assert [code for code in sorted(SPOKEN) if not has_phrase(code)] == []


def test_no_phrase_of_the_pages_is_idle() -> None:
    idle = [code for code in OWN if code not in SPOKEN and code.rsplit(".", 1)[0] not in GROUPED]
    assert idle == []


def test_every_group_of_words_that_a_page_asks_for_has_words() -> None:
    every = {
        code.rsplit(".", 1)[0]
        for path in (HOUSE / "wording" / "sentences").glob("*.yaml")
        for code in yaml.safe_load(path.read_text(encoding="utf-8"))
    }
    assert GROUPED - every - NAMED_BY_LAW == set()


@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("system_status", [str(one) for one in SystemStatus]),
        ("statement", [str(one) for one in StatementValue]),
        ("says", [str(one) for one in Says]),
        ("step", [str(one) for one in StepKind]),
        ("certainty", [str(one) for one in Certainty]),
        ("facet", list(FACETS)),
        ("sort", list(SORTS)),
        ("nav", [item.code for item in NAVIGATION]),
        ("page.error.title", ["400", "403", "404", "429", "500"]),
        ("page.error.text", ["400", "403", "404", "429", "500"]),
    ],
)
def test_every_code_of_a_closed_list_has_its_word(group: str, codes: list[str]) -> None:
    assert [code for code in codes if not has_phrase(f"{group}.{code}")] == []


def test_every_field_of_the_publication_standard_has_its_word() -> None:
    fields = yaml.safe_load((HOUSE / "register" / "fields.yaml").read_text(encoding="utf-8"))
    assert [name for name in fields if not has_phrase(f"field.{name}")] == []


@pytest.mark.parametrize(("language", "written"), [("nl", "9 november 2023"), ("en", "9 November 2023")])
def test_a_day_is_written_as_the_language_writes_it(language: str, written: str) -> None:
    with translation.override(language):
        assert words.day(dt.date(2023, 11, 9)) == written
        assert words.day("2023-11-09") == written
        assert words.day("09-11-2023") == written


def test_a_day_that_a_source_wrote_otherwise_stays_what_it_is() -> None:
    with translation.override("nl"):
        assert words.day("2022-05") == "mei 2022"
        assert words.day("2019") == "2019"
        assert words.day("voorjaar 2020") == "voorjaar 2020"
        assert words.day(None) == words.day("") == "niet bekend"


def test_a_moment_says_as_much_as_is_known() -> None:
    first, last = dt.date(2023, 7, 11), dt.date(2023, 11, 9)
    with translation.override("nl"):
        assert words.when(first, None, None) == "11 juli 2023"
        assert words.when(None, first, last) == "tussen 11 juli 2023 en 9 november 2023"
        assert words.when(None, first, None) == "op of na 11 juli 2023, dag niet bekend"
        assert words.when(None, None, last) == "op of voor 9 november 2023, dag niet bekend"
        assert words.when(None, None, None) == "niet bekend"


def test_a_count_keeps_its_thousands_apart() -> None:
    with translation.override("nl"):
        assert words.number(1530) == "1.530"
    with translation.override("en"):
        assert words.number(1530) == "1,530"


def test_a_code_that_nothing_names_is_shown_as_the_record_has_it() -> None:
    with translation.override("nl"):
        assert words.label("event", "rondetafel_gesprek") == "rondetafel gesprek"
        assert words.label("event", "") == "niet bekend"
