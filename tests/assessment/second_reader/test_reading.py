from collections.abc import Mapping
from math import exp, log, sqrt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from waarborg.assessment import rule_book
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader import Reading, SecondReader, second_reader, silent
from waarborg.assessment.second_reader.weights import Weights
from waarborg.values.assessment import Judged

KEYS = ("impact", "legal_consequence", "classification", "subject", "role")
WORDS = (
    "de",
    "gemeente",
    "selecteert",
    "bijstandsuitkering",
    "fraude",
    "controle",
    "aanvraag",
    "vergunning",
    "medewerker",
    "risico",
    "boete",
    "documenten",
    "chatbot",
    "verkeer",
    "anonimiseren",
    "burger",
    "bedrijf",
    "toeslag",
    "kenteken",
    "adviseert",
    "xqzwk",
)


def _read(reader: SecondReader, **texts: str) -> Reading:
    return reader.read(Marks(rule_book(), texts))


def _small(weights: Weights) -> SecondReader:
    answers = evolve(second_reader().answers, least_words=1, least_known=0.5)
    return SecondReader(answers, weights)


def test_the_chance_is_that_of_the_formula() -> None:
    # Two pieces, " aa " twice with idf 1 and " bb " once with idf 2, in one direction of length 1.
    reader = _small(Weights(("impact=high",), (0.25,), {" aa ": (1.0, 0.5), " bb ": (2.0, -1.5)}))
    first, second = 1 + log(2), 2.0
    length = sqrt(first**2 + second**2)
    score = 0.25 + 0.5 * first / length - 1.5 * second / length
    chances = _read(reader, goal="Aa bb, aa!").chances("impact")
    assert chances == {"high": pytest.approx(1 / (1 + exp(-score)))}


def test_the_chances_of_a_choice_are_one_together() -> None:
    chances = _read(second_reader(), goal="De gemeente kiest wie wordt gecontroleerd.").chances("role")
    assert sum(chances.values()) == pytest.approx(1)


def test_the_word_that_weighs_most_is_shown_in_its_sentence_and_the_next_alone() -> None:
    pieces = {
        " aaa": (1.0, 0.2),
        "aaa ": (1.0, 0.2),
        " bbb": (1.0, 0.9),
        "bbbb": (1.0, 0.1),
        " ccc": (1.0, -5.0),
    }
    text = "De ccccc staat hier. Een aaaa ook. Daarna de bbbb en aaaa."
    quotes = _read(_small(Weights(("impact=high",), (9.0,), pieces)), goal=text).words_for("impact", "high")
    assert [text[quote.start : quote.end] for quote in quotes] == ["Daarna de bbbb en aaaa.", "aaaa"]


@pytest.mark.parametrize(
    "goal",
    [
        "Xqz wkj " * 20,
        "The model selects tax returns with a higher risk for inspection by the agency.",
        "Boete.",
    ],
)
def test_words_that_are_not_known_or_too_few_give_no_answer(goal: str) -> None:
    reading = _read(second_reader(), goal=goal)
    assert [reading.answer(key) for key in KEYS] == [None] * len(KEYS)


def test_a_reader_that_learned_nothing_answers_nothing() -> None:
    reading = _read(silent(), goal=" ".join(WORDS))
    assert [reading.answer(key) for key in KEYS] == [None] * len(KEYS)


def test_an_answer_in_doubt_is_not_given() -> None:
    reader = second_reader()
    goal = (
        "De gemeente selecteert welke aanvragen voor een bijstandsuitkering worden gecontroleerd op fraude."
    )
    surest = tuple(evolve(rule, sure={"nl": 0.9999}) for rule in reader.answers.rules)
    assert _read(reader, goal=goal).answer("role") is not None
    assert (
        _read(evolve(reader, answers=evolve(reader.answers, rules=surest)), goal=goal).answer("role") is None
    )


def test_a_language_has_a_reader_of_its_own_and_one_that_was_not_learned_is_silent() -> None:
    goal = "The system prioritizes disability claims of veterans for fraud investigation by the agency."
    assert _read(second_reader("en"), goal=goal).answer("impact") == Judged(
        "high", "MODEL-IMPACT-1", _read(second_reader("en"), goal=goal).words_for("impact", "high")
    )
    for other in ("nl", "de", "../entries/en", ""):
        assert _read(second_reader(other), goal=goal).answer("impact") is None


@given(st.lists(st.sampled_from(WORDS), min_size=10, max_size=40))
def test_every_answer_shows_words_that_stand_in_the_text(told: list[str]) -> None:
    texts: Mapping[str, str] = {"name": "Proef", "goal": " ".join(told)}
    reading = _read(second_reader(), **texts)
    for key in KEYS:
        judged = reading.answer(key)
        if judged is not None:
            assert judged.rule
            assert judged.quotes
            assert all(texts[each.field][each.start : each.end].strip() for each in judged.quotes)
            assert len(judged.quotes) <= reading.reader.answers.shown


def test_a_word_that_tells_a_reader_nothing_is_weighed_and_not_shown() -> None:
    pieces = {" tus": (1.0, 0.9), " boe": (1.0, 0.2)}
    text = "Het staat tussen. Een boete volgt."
    reading = _read(_small(Weights(("impact=high",), (0.0,), pieces)), goal=text)
    assert [text[quote.start : quote.end] for quote in reading.words_for("impact", "high")] == [
        "Een boete volgt."
    ]
    assert reading.chances("impact")["high"] > 1 / (1 + exp(-0.2))


def test_a_chosen_answer_weighs_and_is_not_shown() -> None:
    marks = {"cue.en.personal_data": (5.0,), "cue.en.flag": (0.1,)}
    reader = evolve(_small(Weights(("impact=high",), (0.0,), {}, marks)), language="en")
    texts = {"personal_data": "Yes", "goal": "It flags a case."}
    reading = _read(reader, **texts)
    assert [quote.field for quote in reading.words_for("impact", "high")] == ["goal"]
    assert reading.chances("impact")["high"] > 0.99
