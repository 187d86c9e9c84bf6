import pytest
from hypothesis import given
from hypothesis import strategies as st

from waarborg.assessment.phrases import clues_in, phrases

TERMS = {"staff": ("medewerk*", "ambtena*")}


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("geen dpia", "er is geen dpia gedaan", "geen dpia"),
        ("risico*", "een risicomodel", "risicomodel"),
        ("*uitkering", "zijn bijstandsuitkering", "uitkering"),
        (
            "<staff> .. beslist",
            "de medewerkster van de gemeente beslist",
            "medewerkster van de gemeente beslist",
        ),
        ("(nog )?geen dpia", "nog geen dpia", "nog geen dpia"),
        ("wet (brp|woz)", "de wet woz", "wet woz"),
    ],
)
def test_a_phrase_finds_what_a_reader_would(written: str, text: str, found: str) -> None:
    assert found in [match[0] for made in phrases(written, TERMS) for match in made.finds(text)]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("dpia", "dpiagegevens"),
        ("<staff> .. beslist", "de medewerker gaat naar huis. wie beslist"),
        ("wet brp", "wetbrp"),
    ],
)
def test_a_phrase_does_not_reach_over_a_word_or_a_sentence(written: str, text: str) -> None:
    assert not [match for made in phrases(written, TERMS) for match in made.finds(text)]


@pytest.mark.parametrize("written", ["(open", "dicht)", "<onbekend> woord"])
def test_a_phrase_that_is_not_right_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        phrases(written, TERMS)


@given(
    st.sampled_from(["<staff> .. (beslist|kijkt)", "*wet", "(het )?recht op", "ja", "risico*", "(a|bb) c"]),
    st.lists(
        st.sampled_from(["de", "medewerker", "beslist", "kijkt", "gemeentewet", "het", "recht", "op", "ja"])
        | st.sampled_from(["risico's", "a", "bb", "c", ".", ","])
    ).map(" ".join),
)
def test_the_short_cut_never_hides_a_find(written: str, text: str) -> None:
    for made in phrases(written, TERMS):
        if list(made.finds(text)):
            assert made.clue in clues_in(text)
