"""Each kind of paper drafted from the demo's record by HTTP, through the check, as DOCX and PDF."""

import datetime as dt
import io
import re
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

from .pages import Page
from .test_acts import as_one, told
from .test_papers import content

if TYPE_CHECKING:
    from waarborg.workbench.models import PaperDraft

pytestmark = pytest.mark.usefixtures("demo")
DRAFT = "/dossiers/ek-cxlvii/doen/stuk/"


@frozen(kw_only=True)
class Way:
    """A paper on its way: who drafts it and who sends it, from what, on which day, and what it must say."""

    kind: str
    drafter: str
    sender: str
    start: str
    date: str
    facts: tuple[str, ...]
    filled: dict[str, str]


REMINDER = Way(
    kind="reminder",
    drafter="ek",
    sender="ek",
    start="reminder:belofte-zomerreces",
    date="2023-09-12",
    # 6 July 2023, the last day before the recess by the case file, to 12 September 2023: 25 + 31 + 12 = 68.
    facts=(
        "Rappel",
        "Staatssecretaris Koninkrijksrelaties en Digitalisering",
        "Den Haag, 12 september 2023",
        "30 maart 2023",
        "Een voorstel voor de vorm van een dialoog met beide Kamers",
        "68 dagen",
        "namens commissie voor Justitie en Veiligheid",
    ),
    filled={},
)
REPORT = Way(
    kind="consultation_report",
    drafter="ek",
    sender="ek",
    start="R",
    date="2026-06-03",
    # The case file's own arithmetic (derived check d5): 24 April to 28 June 2024 is 65 days.
    facts=(
        "Verslag van een schriftelijk overleg",
        "letter R",
        "24 april 2024",
        "28 juni 2024",
        "na 65 dagen",
        "vaste commissie voor Digitalisering",
        "Hoe ver is motie F?",
        "De motie wordt uitgevoerd.",
    ),
    filled={"section_asked": "1. Hoe ver is motie F?", "section_answered": "De motie wordt uitgevoerd."},
)
COUNCIL = Way(
    kind="council_letter",
    drafter="ocw-drafter",
    sender="ocw",
    start="council_letter:",
    date="2023-09-12",
    facts=(
        "Gemeenteraad van Gemeente Rotterdam",
        "Geachte leden van de raad",
        "Den Haag, 12 september 2023",
        "CXLVII",
        "21 maart 2023",
        "11 april 2023",
        "11 juli 2023: Motie G vervalt",
        "Ministerie van Onderwijs, Cultuur en Wetenschap",
    ),
    filled={},
)
WAYS = pytest.mark.parametrize("way", [REMINDER, REPORT, COUNCIL], ids=lambda way: way.kind)


def choices(who: str) -> list[str]:
    """What the form of a new paper offers to one of the cast."""
    page = as_one(who).get(DRAFT).content.decode()
    return re.findall(r'<option value="([^"]+)"', page)


def started(way: Way) -> "PaperDraft":
    from waarborg.workbench.models import PaperDraft

    choice = next(one for one in choices(way.drafter) if one.startswith(way.start) and _is_meant(way, one))
    sent = as_one(way.drafter).post(DRAFT, told(paper=choice, date=way.date))
    assert sent.status_code == 302
    return PaperDraft.objects.get(kind=way.kind)


def _is_meant(way: Way, choice: str) -> bool:
    return "rotterdam" in choice if way.kind == "council_letter" else choice == way.start


def do(who: str, draft: "PaperDraft", act: str, **fields: str) -> int:
    return as_one(who).post(f"/publicatie/concept/{draft.pk}/doen/{act}/", told(**fields)).status_code


def published(way: Way) -> "PaperDraft":
    """The paper of a way once it is out; everything that the check marked was decided to stay."""
    from waarborg.workbench.queries.paper_drafts import open_marks_of

    draft = started(way)
    if way.filled:
        assert do(way.sender, draft, "goedkeuren") == 422
        assert do(way.drafter, draft, "schrijven", version="1", **content(draft, **way.filled)) == 302
    for act in ("goedkeuren", "ondertekenen", "uitsturen"):
        assert do(way.sender, draft, act) == 302, act
    draft.refresh_from_db()
    for mark in open_marks_of(draft):
        assert do(way.sender, draft, "markering", mark=mark.text) == 302
    assert do(way.sender, draft, "openbaar", text="Er hoort geen ander stuk bij.") == 302
    return draft


def pdf_text(file: bytes) -> str:
    reader = pytest.importorskip("pypdf", reason="PDF text needs pypdf").PdfReader(io.BytesIO(file))
    return " ".join(page.extract_text() for page in reader.pages)


def docx_text(file: bytes) -> str:
    opened = pytest.importorskip("docx", reason="DOCX needs the extra workbench").Document(io.BytesIO(file))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in opened.paragraphs), *cells])


@WAYS
def test_each_kind_goes_from_the_record_to_the_public_and_holds_its_facts_in_every_form(way: Way) -> None:
    pytest.importorskip("typst", reason="PDF needs the extra workbench")
    draft = published(way)
    address = f"/publicatie/concept/{draft.pk}"
    texts = {
        "pdf": pdf_text(as_one("").get(f"{address}.pdf").content),
        "docx": docx_text(as_one("").get(f"{address}.docx").content),
        "page": Page(as_one("").get(f"{address}/").content.decode()).text,
    }
    for form, text in texts.items():
        plain = " ".join(text.split())
        assert [fact for fact in way.facts if fact not in plain] == [], form


@WAYS
def test_who_may_not_draft_a_paper_drafts_none_of_these_either(way: Way) -> None:
    from waarborg.workbench.models import PaperDraft

    choice = next(one for one in choices(way.drafter) if one.startswith(way.start) and _is_meant(way, one))
    for who in ("ek-member", "rekenkamer", "duo"):
        assert as_one(who).post(DRAFT, told(paper=choice, date=way.date)).status_code == 403
    assert not PaperDraft.objects.exists()


@pytest.mark.parametrize(
    ("paper", "date"),
    [
        # On 5 July 2023 the term still ran; the commitment was answered on 30 March 2023.
        ("reminder:belofte-zomerreces", "2023-07-05"),
        ("reminder:T03535", "2023-09-12"),
        # Letter M came between 9 November and 19 December 2023: on the 20th of November it may have come.
        ("reminder:belofte-zomerreces", "2023-11-20"),
    ],
)
def test_there_is_no_reminder_of_what_is_not_late_on_its_day(paper: str, date: str) -> None:
    from waarborg.workbench.models import PaperDraft

    answer = as_one("ek").post(DRAFT, told(paper=paper, date=date))
    assert answer.status_code == 422
    assert "niet vast dat op" in Page(answer.content.decode()).text
    assert not PaperDraft.objects.exists()


def test_the_form_says_of_each_choice_which_kind_of_paper_it_gives() -> None:
    text = Page(as_one("ek").get(DRAFT).content.decode()).text
    for words in (
        "Beslisnota: nota-2023-0000687772",
        "Brief aan de Kamer: letter M",
        "Verslag van een schriftelijk overleg: letter R",
        "Brief aan een raad: Gemeente Rotterdam",
        "Rappel: CXLVII: Toezegging T03535",
    ):
        assert words in text


def test_a_report_whose_letters_are_not_on_record_is_not_offered() -> None:
    assert "R" in choices("ek")
    assert "B" not in choices("ek")
    assert as_one("ek").post(DRAFT, told(paper="B")).status_code == 422


def test_a_question_that_came_on_record_later_is_offered_to_the_report() -> None:
    from waarborg.workbench.models import Dossier, Party, Person
    from waarborg.workbench.queries.paper_drafts import offers_of
    from waarborg.workbench.services.about import About, Entering
    from waarborg.workbench.services.actor import actor_of
    from waarborg.workbench.services.questions import ask_question

    draft = started(REPORT)
    assert offers_of(draft) == ()
    now = dt.datetime(2026, 6, 3, tzinfo=dt.UTC)
    for day, text in ((24, "Hoe ver is motie F?"), (25, "Hoe ver is motie E?")):
        ask_question(
            actor=actor_of(Person.objects.get(username="demo-ek"), on=now.date()),
            about=About(safeguard=""),
            entering=Entering(date=dt.date(2024, 4, day), now=now, visibility="public"),
            addressee=Party.objects.get(code="bzk"),
            text=text,
            dossier=Dossier.objects.get(number="CXLVII"),
        )
    assert [(one.code, one.now) for one in offers_of(draft)] == [("asked", "1. Hoe ver is motie F?")]
