from hypothesis import given
from hypothesis import strategies as st

from waarborg.assessment.passages import passage
from waarborg.assessment.second_reader.pieces import SIZE, pieces, words


def test_a_word_counts_by_every_four_letters_with_its_ends_and_whole() -> None:
    assert pieces("recht") == (" rec", "rech", "echt", "cht ", " recht ")
    assert pieces("de") == (" de ",)


def test_words_come_from_the_asked_fields_and_what_holds_a_digit_is_no_word() -> None:
    texts = {"goal": "Artikel 3b, e-mail.", "name": "Proef", "url": "voorbeeld"}
    assert [each.word for each in words(texts, ("name", "goal"))] == ["proef", "artikel", "mail"]


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    for each in words({"goal": text}, ("goal",)):
        assert each.word == passage(text).lowered[each.start : each.end]
        assert not any(letter.isspace() or letter.isdecimal() for letter in each.word)


@given(st.from_regex(r"[a-zé]{2,30}", fullmatch=True))
def test_pieces_put_together_again_are_the_word(word: str) -> None:
    made = [piece for piece in pieces(word) if len(piece) == SIZE]
    assert made[0] + "".join(piece[-1] for piece in made[1:]) == f" {word} "
    assert pieces(word)[-1] == f" {word} "
