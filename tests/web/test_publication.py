"""Publicatie: the papers of the demo, their state, and what a reader gets in each form."""

import io
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from .conftest import NOW
from .pages import Page

if TYPE_CHECKING:
    from django.test import Client

NOTE = "/publicatie/ek-cxlvii/nota-2023-0000687772"
LETTER = "/publicatie/ek-cxlvii/M"


def opened(reader: "Client", address: str) -> Page:
    return Page(reader.get(address).content.decode())


def test_the_page_says_which_papers_are_complete_and_what_the_others_lack(reader: "Client") -> None:
    text = opened(reader, "/publicatie/").text
    assert "Voorstel dialoog met EK over geautomatiseerde besluitvorming" in text
    assert "Stukken: 2. Daarvan compleet: 1." in text
    assert "De datum staat niet vast." in text


def test_the_page_says_so_where_there_is_nothing(visitor: "Client") -> None:
    assert "nog geen dossier geladen" in opened(visitor, "/publicatie/").text


def test_the_note_from_the_record_as_a_web_page_tells_its_facts(reader: "Client") -> None:
    answer = reader.get(f"{NOTE}.html")
    page = Page(answer.content.decode())
    for told in ("2023-0000687772", "DGOO", "CZW", "11 april 2023", "T03535", "Ter ondertekening"):
        assert told in page.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.skipif(find_spec("docx") is None, reason="DOCX needs the extra workbench")
def test_the_note_comes_as_docx_and_as_pdf(reader: "Client") -> None:
    from docx import Document

    docx = reader.get(f"{NOTE}.docx")
    assert "ek-cxlvii-nota-2023-0000687772.docx" in docx.headers["Content-Disposition"]
    words = "\n".join(part.text for part in Document(io.BytesIO(docx.content)).paragraphs)
    assert "2023-0000687772" in words
    pdf = reader.get(f"{NOTE}.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_the_letter_that_goes_with_the_note_is_drafted_too(reader: "Client") -> None:
    text = opened(reader, f"{LETTER}.html").text
    assert "de Voorzitter van de Eerste Kamer der Staten-Generaal" in text
    assert "datum volgt bij verzending" in text


@pytest.mark.parametrize("address", [f"{NOTE}.exe", "/publicatie/ek-cxlvii/Z.pdf", "/publicatie/geen/M.pdf"])
def test_what_is_not_there_is_not_found(reader: "Client", address: str) -> None:
    assert reader.get(address).status_code == 404


def test_the_data_says_the_same_as_the_page(reader: "Client") -> None:
    rows = reader.get("/publicatie.json").json()["papers"]
    assert [(row["paper"], row["fit"]) for row in rows] == [("M", False), ("nota-2023-0000687772", True)]
    lines = reader.get("/publicatie.csv").content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("dossier,paper,kind,title,date,fit")


def test_the_same_in_english(reader: "Client") -> None:
    assert "What goes out, and is it fit to?" in opened(reader, "/en/publicatie/").text
    assert "For signature" in opened(reader, f"/en{NOTE}.html").text


def test_the_answer_book_of_a_system_holds_its_public_questions(reader: "Client") -> None:
    from waarborg.workbench.models import Question

    question = Question.objects.filter(visibility="public", system__slug__startswith="controle-op").first()
    assert question is not None
    text = opened(reader, f"/systemen/{question.system.slug}/antwoorden.html").text
    assert " ".join(question.text.split()) in text
    assert "Dit stuk is niet verzonden" in text
    assert "Antwoordenboeken" in opened(reader, "/publicatie/").text


def test_a_letter_with_a_question_comes_in_every_form(reader: "Client") -> None:
    from waarborg.workbench.models import Question

    number = Question.objects.filter(visibility="public").exclude(safeguard="").first().pk
    assert "Brief met vragen" in opened(reader, f"/vragen/{number}/brief.html").text
    assert reader.get(f"/vragen/{number}/brief.pdf").content.startswith(b"%PDF")
    assert reader.get(f"/vragen/{number}/brief.txt").status_code == 404


def test_a_draft_of_a_party_is_not_there_for_the_public_until_it_is_published(reader: "Client") -> None:
    from waarborg.publication.papers import note
    from waarborg.workbench.models import Dossier, PaperDraft, Party
    from waarborg.workbench.queries.case_of import case_of

    dossier = Dossier.objects.get(number="CXLVII")
    case = case_of(dossier)
    content = note(case, "nota-2023-0000687772", drafted_by="J. de Vries-Jansen").as_data()
    row = PaperDraft.objects.create(
        party=Party.objects.filter(kind="ministry").first(),
        date=NOW.date(),
        recorded_at=NOW,
        dossier=dossier,
        code="nota-2023-0000687772",
        kind="note",
        content=content,
        from_record=content,
    )
    assert reader.get(f"/publicatie/concept/{row.pk}.html").status_code == 404
    assert "Stukken in bewerking" not in opened(reader, "/publicatie/").text
    PaperDraft.objects.filter(pk=row.pk).update(visibility="public", stage="published")
    assert "openbaar gemaakt" in opened(reader, "/publicatie/").text
    text = opened(reader, f"/publicatie/concept/{row.pk}.html").text
    assert "2023-0000687772" in text
    assert "Vries-Jansen" not in text
