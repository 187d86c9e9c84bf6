"""After a redaction no byte of the words is in any output file; before it, the check finds them in each."""

import pytest
from attrs import evolve

pytest.importorskip("docx", reason="DOCX and PDF need the extra workbench")
pytest.importorskip("typst", reason="DOCX and PDF need the extra workbench")
pytest.importorskip("pypdf", reason="DOCX and PDF need the extra workbench")

from waarborg.publication.check import Decision, left_in, redacted
from waarborg.publication.papers import Draft, compose, docx_bytes, html_text, note, pdf_bytes

from ..papers.papers import NOTE, demo_case

PLANTED = ("06-12345678", "s.bakker@minbzk.nl", "mevrouw S. Bakker")


def planted() -> Draft:
    made = note(demo_case(), NOTE)
    told = f"{made.sections['core']}\n\nContact: {PLANTED[2]}, {PLANTED[0]}, {PLANTED[1]}."
    return evolve(made, title=f"{made.title} ({PLANTED[1]})", sections={**made.sections, "core": told})


def forms(draft: Draft) -> dict[str, bytes]:
    paper = compose(draft, public=True)
    return {"a.pdf": pdf_bytes(paper), "a.docx": docx_bytes(paper), "a.html": html_text(paper).encode()}


def test_planted_words_are_found_in_every_form() -> None:
    found = left_in(forms(planted()), PLANTED)
    assert set(found) == {(path, text) for path in ("a.pdf", "a.docx", "a.html") for text in PLANTED}


def test_after_the_redaction_they_are_in_no_form_and_the_ground_stands_there() -> None:
    decisions = [Decision(text=text, decision="redact", ground="5.1.2e") for text in PLANTED]
    made = forms(redacted(planted(), decisions))
    assert left_in(made, PLANTED) == ()
    assert {path for path, _ in left_in(made, ["Woo 5.1.2.e"])} == set(made)
    assert not [text for text in PLANTED for content in made.values() if text.encode() in content]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.json", b'["Sanne \\u0042akker"]'),
        ("a.csv", b'x,"Sanne ""Bakker"""\r\n"Sanne\nBakker",y\r\n'),
        ("a.ics", b"SUMMARY:Sanne Bak\r\n ker\r\n"),
        ("a.html", b"<b>Sanne</b> <i>Bak</i>ker"),
        ("a.html", b"Sanne&nbsp;&#66;akker"),
        ("Sanne-Bakker.html", b"Sanne\nBakker"),
        ("sanne bakker.bin", b""),
    ],
)
def test_words_are_found_through_the_signs_of_a_form(path: str, content: bytes) -> None:
    assert left_in({path: content}, ["Sanne Bakker"]) == ((path, "Sanne Bakker"),)
