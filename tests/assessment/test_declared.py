import pytest

from waarborg.assessment import Declared, Place, assess, declared
from waarborg.values.entry import Entry

PLACE = Place("agency", "tk,ek")
SELECTS = "Het model selecteert aangiften van burgers met een hoger risico op fraude voor controle."
TOOL = "De software lakt namen weg in documenten voordat deze worden gepubliceerd op de website."


def _entry(goal: str, category: str, **texts: str) -> Entry:
    return Entry(
        register="nl",
        source_id="7",
        name="Proefsysteem",
        organisation="Belastingdienst",
        category=category,
        texts={"name": "Proefsysteem", "goal": goal, **texts},
    )


def _held(entry: Entry) -> Declared | None:
    return declared(entry, PLACE, assess(entry, PLACE).impact)


@pytest.mark.parametrize(
    ("category", "level", "goal", "differs"),
    [
        ("high_impact", "high", SELECTS, False),
        ("high_impact", "high", TOOL, True),
        ("neither", "not_high", SELECTS, True),
        ("neither", "not_high", TOOL, False),
    ],
)
def test_a_declared_level_is_held_against_the_text(
    category: str, level: str, goal: str, *, differs: bool
) -> None:
    said = _held(_entry(goal, category))
    assert said is not None
    assert (said.level, said.differs) == (level, differs)


def test_a_dutch_category_does_not_prove_itself() -> None:
    category = "Hoog-risico AI-systeem"
    entry = _entry(TOOL, category, publication_category=category)
    assert assess(entry, PLACE).impact.level == "high"
    said = _held(entry)
    assert said is not None
    assert (said.category, said.level, said.found.level, said.differs) == (
        "high_risk_ai", "high", "not_high", True,
    )  # fmt: skip


def test_a_category_that_says_nothing_on_the_impact_is_not_held_against_the_text() -> None:
    assert _held(_entry(SELECTS, "not_yet_assessed")) is None


def test_a_text_that_says_too_little_contradicts_nothing() -> None:
    said = _held(_entry("-", "high_impact"))
    assert said is not None
    assert (said.found.level, said.differs) == ("unknown", False)


def test_a_rebutted_presumption_shows_its_reason_and_one_without_a_reason_shows_none() -> None:
    with_reason = _held(_entry(TOOL, "presumed_but_not_high_impact", justification="A person decides."))
    without = _held(_entry(TOOL, "presumed_but_not_high_impact"))
    assert with_reason is not None
    assert without is not None
    assert (with_reason.rebutted, with_reason.reason, without.reason) == (True, "A person decides.", None)
