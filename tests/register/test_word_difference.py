import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.register.word_difference import LONGEST, Fate, Piece, word_difference

WORDS = st.lists(st.sampled_from(["de", "burger", "beslist", "niet", "altijd."]), max_size=12).map(" ".join)


def of(pieces: tuple[Piece, ...], *fates: Fate) -> list[str]:
    return " ".join(piece.text for piece in pieces if piece.fate in fates).split()


@given(old=WORDS, new=WORDS)
def test_what_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old(old: str, new: str) -> None:
    pieces = word_difference(old, new)
    assert of(pieces, Fate.SAME, Fate.COME) == new.split()
    assert of(pieces, Fate.SAME, Fate.GONE) == old.split()


@pytest.mark.parametrize("text", ["", "een woord", "twee\nregels  met wit"])
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {piece.fate for piece in word_difference(text, text)} <= {Fate.SAME}


def test_one_word_that_was_put_in_is_the_only_word_marked() -> None:
    pieces = word_difference("Een mens beslist.", "Een mens beslist altijd.")
    assert [(piece.fate, piece.text.strip()) for piece in pieces] == [
        (Fate.SAME, "Een mens"),
        (Fate.GONE, "beslist."),
        (Fate.COME, "beslist altijd."),
    ]


def test_white_space_alone_is_no_difference_and_the_newer_stands() -> None:
    assert word_difference("a  b", "a\nb") == (Piece(Fate.SAME, "a\nb"),)


def test_a_text_without_end_is_told_whole() -> None:
    old, new = "a " * (LONGEST + 1), "b"
    assert word_difference(old, new) == (Piece(Fate.GONE, old), Piece(Fate.COME, new))


def test_a_few_words_without_end_are_told_whole() -> None:
    """2 x 1 500 x 1 500 places where the words agree: more than ``MOST_PAIRS``, though few words."""
    old, new = "a b " * 1_500, "b a " * 1_500
    assert word_difference(old, new) == (Piece(Fate.GONE, old), Piece(Fate.COME, new))
