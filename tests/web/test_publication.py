"""Publicatie: the papers of the demo, their state, and what a reader gets in each form."""

import io
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

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
