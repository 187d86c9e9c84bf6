"""Statements on safeguards: the rules, then what sentences say, then silence."""

from waarborg.assessment import assess
from waarborg.assessment.assessing import Place
from waarborg.assessment.second_reader import silent
from waarborg.values.assessment import Statement
from waarborg.values.entry import Entry

PLACE = Place("municipality", "gemeenteraad")
WATCHED = "Elk kwartaal leggen wij de uitkomsten naast de werkelijkheid en stellen wij het model bij."


def _stated(name: str, texts: dict[str, str], **more: object) -> Statement:
    entry = Entry(register="nl", source_id="1", name="Proef", organisation="Huis", texts=texts, **more)  # type: ignore[arg-type]
    return assess(entry, PLACE).statements[name]


def test_a_sentence_speaks_where_the_rules_are_silent_and_is_shown() -> None:
    texts = {"proportionality": f"Het model is eenvoudig. {WATCHED}"}
    entry = Entry(register="nl", source_id="1", name="Proef", organisation="Huis", texts=texts)
    by_rules = assess(entry, PLACE, None, silent(), silent()).statements["monitoring"]
    found = assess(entry, PLACE).statements["monitoring"]
    assert (by_rules.value, by_rules.rule) == ("not_stated", None)
    assert (found.value, found.rule) == ("present", "MODEL-MONITORING-PRESENT")
    assert any(WATCHED in texts[q.field][q.start : q.end] for q in found.quotes)


def test_where_a_rule_answers_the_sentences_are_not_asked() -> None:
    found = _stated("monitoring", {"monitoring": "Nee.", "proportionality": WATCHED})
    assert (found.value, found.rule) == ("absent", "monitoring.no")


def test_a_form_that_could_not_speak_of_it_stays_a_form_that_could_not() -> None:
    absent = frozenset({"monitoring", "performance_standard", "risks"})
    found = _stated("monitoring", {"proportionality": WATCHED}, absent_fields=absent)
    assert (found.value, found.rule) == ("not_in_source", None)


def test_sentences_in_a_language_that_was_not_learned_say_nothing() -> None:
    german = "Jedes Quartal vergleichen wir die Ergebnisse mit der Wirklichkeit und passen das Modell an."
    assert _stated("monitoring", {"proportionality": german}, language="de").value == "not_stated"


def test_dutch_that_a_register_calls_english_is_read_as_dutch() -> None:
    goal = "De gemeente kiest met dit model welke inwoners een uitnodiging krijgen voor een gesprek."
    found = _stated("monitoring", {"goal": goal, "proportionality": WATCHED}, language="en")
    assert (found.value, found.rule) == ("present", "MODEL-MONITORING-PRESENT")


def test_a_denial_of_alternatives_is_no_weighing_unless_the_weighing_follows() -> None:
    denied = "Er zijn geen alternatieven overwogen om het doel te bereiken."
    weighed = "Er zijn geen alternatieven overwogen die lichter zijn, maar het belang is afgewogen."
    assert _stated("necessity", {"proportionality": denied}).value == "absent"
    assert _stated("necessity", {"proportionality": weighed}).value == "present"


def test_a_safeguard_that_sentences_were_not_learned_for_rests_on_the_rules_alone() -> None:
    assert _stated("logging", {"proportionality": WATCHED}).value == "not_stated"
