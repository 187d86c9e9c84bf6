from hypothesis import given
from hypothesis import strategies as st

from waarborg.assessment import rule_book
from waarborg.assessment.finding_marks import Marks
from waarborg.assessment.second_reader.marked import OPENING, marked, marks_in

PICKS = "Het model kiest met een steekproef wie wordt bezocht."
TELLS = "De gemeente geeft inzicht in haar werk."


def _found(**texts: str) -> dict[str, str]:
    found = marked(Marks(rule_book(), texts), marks_in("nl", rule_book()))
    return {name: texts[quote.field][quote.start : quote.end] for name, quote in found.items()}


def test_what_stands_in_the_first_sentence_counts_twice_and_what_comes_later_once() -> None:
    first, later = _found(goal=f"{PICKS} {TELLS}"), _found(goal=f"{TELLS} {PICKS}")
    assert first["cue.pick"] == first[f"{OPENING}cue.pick"] == PICKS
    assert later["cue.pick"] == PICKS
    assert f"{OPENING}cue.pick" not in later
    assert f"{OPENING}cue.inform" in later


def test_the_title_belongs_to_the_opening_and_an_empty_field_does_not_begin_it() -> None:
    assert f"{OPENING}cue.pick" in _found(name="Steekproef", goal=TELLS)
    assert f"{OPENING}cue.pick" in _found(goal=" ", description_short=f"\n {PICKS}", description=TELLS)


def test_only_the_names_that_are_asked_are_looked_for_and_one_that_no_rule_has_is_passed_over() -> None:
    marks = Marks(rule_book(), {"goal": PICKS})
    assert marked(marks, ["cue.pick", "cue.gone", f"{OPENING}cue.gone"]).keys() == {"cue.pick"}


@given(st.lists(st.sampled_from([PICKS, TELLS, "Selectie", "\n", " ", "Nee.", "pilot;"]), max_size=8))
def test_every_quote_stands_in_the_text_that_it_names(told: list[str]) -> None:
    assert all(words.strip() for words in _found(goal="".join(told), name="Proef").values())


def test_the_hints_of_one_language_are_not_looked_for_in_another() -> None:
    book = rule_book()
    english = {name for name in marks_in("en", book) if "cue.en." in name}
    assert english
    assert not english & {*marks_in("nl", book), *marks_in("de", book)}
    assert {*marks_in("nl", book)} <= {*marks_in("en", book)}
