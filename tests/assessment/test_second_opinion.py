import pytest
from attrs import evolve

from waarborg.assessment import Place, assess
from waarborg.assessment.second_reader import SecondReader, second_reader, silent
from waarborg.assessment.second_reader.weights import Weights
from waarborg.values.assessment import Assessment
from waarborg.values.entry import Entry

PLACE = Place("municipality", "gemeenteraad")
TOOL = "De software lakt namen weg in documenten voordat deze worden gepubliceerd op de website."
DECIDES = (
    "Het algoritme berekent de hoogte van de toeslag. Aanvragen worden volledig automatisch "
    "afgehandeld, zonder tussenkomst van een medewerker. De ouder krijgt daarna een beschikking."
)


def _judged(goal: str, reader: SecondReader) -> Assessment:
    entry = Entry(
        register="nl",
        source_id="7",
        name="Proefsysteem",
        organisation="Gemeente Voorbeeld",
        texts={"name": "Proefsysteem", "goal": goal},
    )
    return assess(entry, PLACE, None, reader)


def _says(**start: float) -> SecondReader:
    """A reader that knows the words *deze* and *een*, and answers by ``start`` whatever the text says."""
    labels = tuple(name.replace("__", "=") for name in start)
    weights = tuple(abs(value) / 100 for value in start.values())
    pieces = dict.fromkeys((" dez", "deze", " van", "van ", "een "), (1.0, *weights))
    answers = evolve(second_reader().answers, least_known=0.0)
    return SecondReader(answers, Weights(labels, tuple(start.values()), pieces))


HIGH = {"impact__high": 9.0, "legal_consequence__yes": -1.0, "classification__yes": -2.0}
LOW = {"impact__high": -9.0, "legal_consequence__yes": -1.0, "classification__yes": -2.0}
SELECTS = {"role__selects": 9.0, "role__supports": 0.0}


def test_a_high_impact_that_the_rules_missed_has_a_criterion_a_rule_and_words() -> None:
    impact = _judged(TOOL, _says(**HIGH)).impact
    assert _judged(TOOL, silent()).impact.level == "not_high"
    assert (impact.level, impact.criteria) == ("high", ("legal_consequence",))
    assert impact.rules == ("MODEL-IMPACT-1", "MODEL-CRITERION-B")
    assert impact.quotes


@pytest.mark.parametrize("start", [LOW, HIGH])
def test_what_the_rules_call_high_stays_as_the_rules_have_it(start: dict[str, float]) -> None:
    assert _judged(DECIDES, _says(**start)).impact == _judged(DECIDES, silent()).impact


def test_where_both_agree_the_rule_stands_with_its_words() -> None:
    start = {"role__selects": 0.0, "role__supports": 9.0}
    assert _judged(TOOL, _says(**start)).role == _judged(TOOL, silent()).role


def test_where_the_second_reader_is_sure_and_differs_its_answer_stands() -> None:
    assert (_judged(TOOL, _says(**SELECTS)).role.value, _judged(TOOL, silent()).role.value) == (
        "selects",
        "supports",
    )


# The chances are e^0.1 / (e^0.1 + 1) = 0.525 against 0.475, and 0.62 against 0.38. To put aside a rule with
# words an answer must be 0.1 ahead, a firm one 0.3, and one that has but the want of other words nothing.
NEAR, AHEAD = 0.1, 0.5
CHAT = "De chatbot op de website beantwoordt vragen van inwoners over deze wijk en over een paspoort."
SIGNALS = "Het systeem geeft een signaal dat er iets is met deze dossiers, van een aanvraag die is gedaan."


@pytest.mark.parametrize(
    ("goal", "start", "rule"),
    [
        (CHAT, {"role__selects": NEAR, "role__supports": 0.0}, "role.tool"),
        (CHAT, {"role__selects": AHEAD, "role__supports": 0.0}, "MODEL-ROLE-SELECTS"),
        (SIGNALS, {"role__supports": AHEAD, "role__selects": 0.0}, "role.signals"),
        (SIGNALS, {"role__supports": 9.0, "role__selects": 0.0}, "MODEL-ROLE-SUPPORTS"),
        (TOOL, {"role__selects": NEAR, "role__supports": 0.0}, "MODEL-ROLE-SELECTS"),
    ],
)
def test_a_rule_stands_against_an_answer_that_is_near_by_what_it_has_to_go_by(
    goal: str, start: dict[str, float], rule: str
) -> None:
    assert _judged(goal, _says(**start)).role.rule == rule


def test_an_answer_that_was_never_learned_is_not_put_aside() -> None:
    assert _judged(DECIDES, _says(**SELECTS)).role == _judged(DECIDES, silent()).role
    assert _judged(DECIDES, silent()).role.value == "decides"


def test_an_entry_that_says_too_little_stays_unknown() -> None:
    found = _judged("-", _says(**HIGH, **SELECTS))
    assert (found.impact.level, found.role.value) == ("unknown", "unknown")
