from hypothesis import given
from hypothesis import strategies as st

from waarborg.publication.papers.markup import blocks
from waarborg.publication.papers.paper import Heading, Listing, Paragraph, clean


def test_paragraphs_lists_numbers_and_headings() -> None:
    text = "Een\nzin.\n\n- a\n- b\nDaarna.\n\n3. drie\n4. vier\n\n## Kop\nTekst"
    assert blocks(text) == (
        Paragraph("Een zin."),
        Listing(("a", "b")),
        Paragraph("Daarna."),
        Listing(("drie", "vier"), 3),
        Heading("Kop", 3),
        Paragraph("Tekst"),
    )


@given(st.lists(st.sampled_from(["- a", "1. b", "## c", "d", "", "  ", "-", "12", "#", "• e"]), max_size=12))
def test_no_word_is_lost(lines: list[str]) -> None:
    found = "".join(text for block in blocks("\n".join(lines)) for text in block.texts())
    kept = "".join(sign for line in lines for sign in line if sign in "abcde")
    assert "".join(sign for sign in found if sign in "abcde") == kept


def test_signs_that_no_form_can_hold_are_left_out() -> None:
    assert clean("a\x0bb\ud800c\ufffe\x00 ") == "abc"
