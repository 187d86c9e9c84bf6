from hypothesis import given
from hypothesis import strategies as st

from waarborg.web.marking import marked_texts, quoted

from .pages import Page

TEXT = "De uitkomst is een <b>besluit</b> over uw uitkering & boete."
LONG = st.text(alphabet='ab<&>" é\n', min_size=1, max_size=60)


def quote(start: int, end: int, field: str = "goal") -> dict[str, object]:
    return {"field": field, "start": start, "end": end}


def test_quoted_words_are_the_words_between_the_two_places() -> None:
    (found,) = quoted({"goal": TEXT}, [quote(3, 11)])
    assert (found.text, found.anchor) == ("uitkomst", "q-goal-3-11")


def test_a_quote_of_a_field_that_is_not_there_is_left_out() -> None:
    assert quoted({"goal": TEXT}, [quote(0, 2, "risks")]) == ()


def test_published_text_is_escaped_inside_and_outside_its_marks() -> None:
    (marked,) = marked_texts({"goal": TEXT}, [quote(19, 33)])
    assert '<mark class="nl-mark">&lt;b&gt;besluit&lt;/b&gt;</mark>' in marked.html
    assert "<b>" not in marked.html


def test_quotes_that_overlap_share_a_mark_and_keep_their_anchors() -> None:
    (marked,) = marked_texts({"goal": TEXT}, [quote(0, 11), quote(3, 14), quote(3, 14)])
    page = Page(marked.html)
    assert len(page.all("mark")) == 1
    assert page.ids == ["q-goal-0-11", "q-goal-3-14"]


def test_a_field_without_a_quote_is_shown_whole_and_fields_keep_their_order() -> None:
    marked = marked_texts({"goal": "doel", "risks": "risico"}, [])
    assert [(found.field, str(found.html)) for found in marked] == [("goal", "doel"), ("risks", "risico")]


@given(LONG, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=5))
def test_marking_never_changes_a_letter_of_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    quotes = [quote(min(start, len(text)), min(start + size, len(text))) for start, size in spans]
    (marked,) = marked_texts({"goal": text}, quotes)
    assert "".join(Page(marked.html).parts) == text
