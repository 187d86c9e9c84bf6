import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from waarborg.assessment import rule_book
from waarborg.assessment.passages import QUOTE_LIMIT
from waarborg.assessment.second_reader import SecondReader, silent, statement_reader, told
from waarborg.assessment.second_reader.sentences import sentences
from waarborg.assessment.second_reader.weights import Weights

MONITORING = "safeguard.monitoring"
LABELS = (f"{MONITORING}=absent", f"{MONITORING}=not_stated", f"{MONITORING}=present")
WATCHED = "Elk kwartaal leggen wij de uitkomsten naast de werkelijkheid en stellen wij het model bij."
OTHER = "De vergunning staat in de wet en de brief gaat per post naar het adres."


def _reader(**weights: tuple[float, float, float]) -> SecondReader:
    """A reader that knows whole words alone, each with its weight for absent, not stated and present."""
    known = {f" {word} ": (1.0, *row) for word, row in weights.items()}
    answers = evolve(statement_reader().answers, least_words=1, least_known=0.0)
    return SecondReader(answers, Weights(LABELS, (0.0, 0.0, 0.0), known))


def _told(reader: SecondReader, **texts: str) -> dict[str, tuple[str, str]]:
    """By key the value and the words that were shown."""
    found = told(reader, rule_book(), texts, {MONITORING})
    return {
        key: (judged.value, " ".join(texts[q.field][q.start : q.end] for q in judged.quotes))
        for key, judged in found.items()
    }


def test_the_surest_sentence_answers_and_is_shown() -> None:
    reader = _reader(elk=(0.0, 0.0, 2.0), kwartaal=(0.0, 0.0, 6.0))
    found = _told(reader, risks="Een mens leest mee. Elk jaar een brief. Het kwartaal telt. Meer niet.")
    assert found == {MONITORING: ("present", "Het kwartaal telt.")}


def test_a_sentence_in_doubt_says_nothing() -> None:
    # Three answers of equal chance: a third each, and 0.55 is asked.
    assert _told(_reader(elk=(0.0, 0.0, 0.0)), risks="Elk jaar een brief.") == {}


def test_two_sentences_in_a_row_may_say_together_what_one_does_not() -> None:
    # Each word alone: e^0.8 / (e^0.8 + 2) = 0.53; together 0.8 * 2 / sqrt(2) = 1.13, so 0.61; 0.55 is asked.
    reader = _reader(kwartaal=(0.0, 0.0, 0.8), bijgesteld=(0.0, 0.0, 0.8))
    assert _told(reader, risks="Per kwartaal.") == {}
    text = "Per kwartaal. Wordt bijgesteld."
    assert _told(reader, risks=text) == {MONITORING: ("present", text)}


def test_absent_needs_its_own_words_and_its_own_sureness() -> None:
    # e^1.1 / (e^1.1 + 2) = 0.60: enough for present (0.55) and not for absent (0.7).
    reader = _reader(nooit=(6.0, 0.0, 0.0), zelden=(1.1, 0.0, 0.0), vaak=(0.0, 0.0, 1.1))
    assert _told(reader, monitoring="Dat gebeurt nooit.") == {MONITORING: ("absent", "Dat gebeurt nooit.")}
    assert _told(reader, monitoring="Dat gebeurt zelden.") == {}
    assert _told(reader, monitoring="Dat gebeurt vaak.") == {MONITORING: ("present", "Dat gebeurt vaak.")}


def test_only_what_is_asked_is_told_and_a_silent_reader_tells_nothing() -> None:
    reader = _reader(kwartaal=(0.0, 0.0, 6.0))
    assert told(reader, rule_book(), {"risks": "Per kwartaal."}, {"safeguard.dpia"}) == {}
    assert told(silent(), rule_book(), {"risks": WATCHED}, {MONITORING}) == {}


def test_a_field_that_is_not_prose_is_not_read() -> None:
    assert _told(_reader(kwartaal=(0.0, 0.0, 6.0)), contact_email="kwartaal@voorbeeld.invalid") == {}


def test_an_answer_that_only_some_fields_may_give_is_not_heard_in_others() -> None:
    reader = _reader(kwartaal=(0.0, 0.0, 6.0))
    rules = tuple(evolve(rule, only_in=("risks",)) for rule in reader.answers.rules)
    reader = evolve(reader, answers=evolve(reader.answers, rules=rules))
    assert _told(reader, goal="Per kwartaal.") == {}
    assert _told(reader, risks="Per kwartaal.") == {MONITORING: ("present", "Per kwartaal.")}


@pytest.mark.parametrize(("text", "value"), [(WATCHED, "present"), (OTHER, None)])
def test_the_reader_of_the_package_tells_being_watched_from_other_sentences(
    text: str, value: str | None
) -> None:
    assert _told(statement_reader(), proportionality=text).get(MONITORING, (None,))[0] == value


def test_a_sentence_too_long_to_quote_is_shown_around_its_strongest_word() -> None:
    text = f"Dit is {'een heel lang verhaal ' * 20}en daarna elk kwartaal."
    _, shown = _told(_reader(kwartaal=(0.0, 0.0, 6.0)), risks=text)[MONITORING]
    assert "kwartaal" in shown
    assert len(shown) <= QUOTE_LIMIT


SENTENCES = ["Dit is een zin.", "Nog een!", "En waarom?"]


@given(st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_every_sentence_is_read_alone_and_with_the_next_and_nothing_else(parts: list[str]) -> None:
    text = " ".join(parts)
    found = [text[each.start : each.end] for each in sentences({"risks": text}, ["risks", "monitoring"])]
    pairs = [" ".join(parts[at : at + 2]) for at in range(len(parts) - 1)]
    assert sorted(found) == sorted([*parts, *pairs])
