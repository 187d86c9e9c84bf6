"""The three forms hold the same texts, and are what they should be: tagged, named, in their language."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waarborg.publication.papers import (
    Annex,
    Asked,
    Draft,
    Paper,
    answer_book,
    chamber_letter,
    compose,
    consultation_report,
    council_letter,
    docx_bytes,
    html_text,
    note,
    pdf_bytes,
    question_letter,
)
from waarborg.values.finding import UnusableInput
from waarborg.values.letter import Letter, LetterQuestion
from waarborg.wording import say

from .papers import NOTE, demo_case, docx_text, html_words, needs_forms, pdf_text, squeezed

DAY = dt.date(2024, 3, 1)
LATIN = st.characters(max_codepoint=0xFF)
"""Every sign of Latin-1, the control signs among them: what any font has, and what people paste."""
ASKED = (
    Asked(number=2, text="En hoe vaak?", answer="Elk jaar.", answered_on=DAY),
    Asked(number=1, text="Is er getoetst?"),
)
LETTER = Letter(
    sender="de commissie",
    addressee="de staatssecretaris",
    place="Den Haag",
    date=DAY,
    subject="Vragen over waarborgen",
    questions=tuple(
        LetterQuestion(number=n, text=f"Vraag {n}?", system="S", organisation="O", safeguard="biastoets")
        for n in (7, 8)
    ),
)
DRAFTS: dict[str, Callable[[], Draft]] = {
    "note": lambda: note(demo_case(), NOTE),
    "chamber_letter": lambda: chamber_letter(demo_case(), "M", on=DAY),
    "council_letter": lambda: council_letter(
        sender="college van burgemeester en wethouders",
        council="de gemeenteraad",
        subject="Algoritmes",
        text="Wij melden u:\n\n- een\n- twee\n\n## Vervolg\n\nMeer volgt.",
        place="Utrecht",
        on=DAY,
        annexes=(Annex(name="Overzicht <1> & meer"),),
    ),
    "question_letter": lambda: question_letter(LETTER),
    "answer_book": lambda: answer_book(ASKED, subject="Antwoorden", sender="BZK", to="de commissie", on=DAY),
    "consultation_report": lambda: consultation_report(
        ASKED,
        subject="Waarborgen",
        committee="vaste commissie",
        government="staatssecretaris",
        asked_on=dt.date(2024, 2, 1),
        answered_on=DAY,
        adopted_on=DAY,
    ),
}


@pytest.fixture(params=DRAFTS)
def paper(request: pytest.FixtureRequest) -> Paper:
    """A paper of every kind."""
    return compose(DRAFTS[request.param]())


def in_order(texts: tuple[str, ...], whole: str) -> None:
    at = 0
    for text in texts:
        found = whole.find(squeezed(text), at)
        assert found >= 0, text
        at = found


@needs_forms
def test_every_text_of_a_paper_comes_out_of_every_form_in_order(paper: Paper) -> None:
    in_order(paper.texts(), docx_text(docx_bytes(paper)))
    in_order(paper.texts(), html_words(html_text(paper)))
    whole = pdf_text(pdf_bytes(paper))
    for text in paper.texts():
        assert all(squeezed(word) in whole for word in text.split()), text


@needs_forms
def test_the_pdf_is_tagged_says_that_it_is_pdf_ua_1_and_has_language_title_and_bookmarks() -> None:
    from pypdf import PdfReader

    paper = compose(note(demo_case(), NOTE), public=True)
    reader = PdfReader(io.BytesIO(pdf_bytes(paper)))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == paper.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    flat = str(reader.outline)
    assert all(
        head in flat for head in ("Aanleiding", "Geadviseerd besluit", "Kern", "Toelichting", "Bijlagen")
    )


@needs_forms
def test_the_docx_has_real_headings_a_header_row_alternative_text_and_its_language() -> None:
    from docx import Document

    paper = compose(note(demo_case(), NOTE), public=True)
    made = Document(io.BytesIO(docx_bytes(paper)))
    headings = [part.text for part in made.paragraphs if part.style and part.style.name == "Heading 1"]
    assert headings[:4] == ["Aanleiding", "Geadviseerd besluit", "Kern", "Toelichting"]
    assert made.core_properties.title == paper.title
    assert made.core_properties.language == "nl"
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["Volgnummer", "Naam", "Informatie"]
    xml = made.tables[0]._tbl.xml  # noqa: SLF001  what Word reads
    assert "w:tblHeader" in xml
    assert 'w:tblCaption w:val="Bijlagen"' in xml
    assert {"nl-NL"} == set(made.styles.element.xpath("//w:lang/@w:val"))
    assert "NUMPAGES" in made.sections[0].footer.paragraphs[0]._p.xml  # noqa: SLF001  as above


@needs_forms
def test_a_numbered_list_begins_at_its_own_number_in_word() -> None:
    from docx import Document

    made = Document(io.BytesIO(docx_bytes(compose(question_letter(LETTER)))))
    assert made.part.numbering_part.element.xpath("//w:startOverride/@w:val") == ["7"]


@needs_forms
def test_no_form_names_the_one_who_made_it() -> None:
    paper = compose(note(demo_case(), NOTE, drafted_by="J. de Vries-Jansen"), public=True)
    with zipfile.ZipFile(io.BytesIO(docx_bytes(paper))) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist())
    assert b"Vries" not in whole
    assert b"python-docx" not in whole
    assert b"Vries" not in pdf_bytes(paper)
    assert "Vries" not in html_text(paper)


@needs_forms
def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = compose(note(demo_case(), NOTE))
    assert docx_bytes(paper) == docx_bytes(paper)
    assert pdf_bytes(paper) == pdf_bytes(paper)


@needs_forms
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(LATIN, max_size=80), st.text(LATIN, max_size=80))
def test_no_text_that_a_person_types_breaks_a_form_or_becomes_a_command(title: str, text: str) -> None:
    draft = Draft(kind="note", language="nl", title=title or "x", sender="BZK", sections={"core": text})
    paper = compose(draft)
    assert docx_bytes(paper)
    assert html_text(paper)
    assert pdf_bytes(paper).startswith(b"%PDF")


@needs_forms
def test_signs_of_the_pdf_makers_language_are_kept_as_they_were_typed() -> None:
    typed = '#set page(fill: red) *vet* $x$ @ref <label> \\ "aan" //niets'
    draft = Draft(kind="note", language="nl", title="Tekens", sender="BZK", sections={"core": typed})
    assert squeezed(typed) in pdf_text(pdf_bytes(compose(draft)))


@needs_forms
@pytest.mark.parametrize("sign", ["\u9fa6", "\u1000", "\u13a0", "\u20ac"])
def test_a_sign_is_shown_or_refused_by_name_and_never_dropped(sign: str) -> None:
    """Which signs have a shape depends on the fonts of the machine; that of the euro always has."""
    draft = Draft(kind="note", language="nl", title="T", sender="B", sections={"core": f"Kern {sign}."})
    told = _set_or_refused(compose(draft))
    assert sign in told
    assert sign != "\u20ac" or "Beslisnota" in told


def _set_or_refused(paper: Paper) -> str:
    """The text of the PDF, or the sentence that says why there is none."""
    try:
        return pdf_text(pdf_bytes(paper))
    except UnusableInput as refused:
        return say(refused.finding, "nl")
