import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.assessment.passages import QUOTE_LIMIT, passage


def _sentences(text: str) -> list[str]:
    made = passage(text)
    ends = (*made.starts[1:], len(text))
    return [text[start:end].strip() for start, end in zip(made.starts, ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Het beslist. Dan volgt een brief.", ["Het beslist.", "Dan volgt een brief."]),
        ("Dat is gedaan.Daarna volgt meer.", ["Dat is gedaan.", "Daarna volgt meer."]),
        ("Er is weinig risicoDit komt vaker voor.", ["Er is weinig risico", "Dit komt vaker voor."]),
        ("Zie art. 3 van de wet.", ["Zie art. 3 van de wet."]),
        ("Met iBurgerzaken en CoPilot werken.", ["Met iBurgerzaken en CoPilot werken."]),
        ("In SpotRotterdam telt ReadSpeaker mee.", ["In SpotRotterdam telt ReadSpeaker mee."]),
    ],
)
def test_text_is_cut_where_a_reader_would_cut_it(text: str, sentences: list[str]) -> None:
    assert _sentences(text) == sentences


@given(st.text())
def test_lowering_moves_no_letter(text: str) -> None:
    assert len(passage(text).lowered) == len(text)


@given(st.text(max_size=900), st.data())
def test_a_quote_lies_in_the_text_and_within_its_limit(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    quote = passage(text).quote("goal", start, end)
    assert 0 <= quote.start <= quote.end <= len(text)
    assert quote.end - quote.start <= QUOTE_LIMIT


def test_a_long_sentence_is_quoted_around_the_words_found() -> None:
    text = "woord " * 100 + "boete " + "woord " * 100
    start = text.index("boete")
    quote = passage(text).quote("goal", start, start + 5)
    words = text[quote.start : quote.end]
    assert "boete" in words
    assert set(words.split()) == {"woord", "boete"}
