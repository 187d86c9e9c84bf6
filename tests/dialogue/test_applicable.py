from waarborg.dialogue.applicable import applicable
from waarborg.law import safeguards
from waarborg.values.dialogue import Applicable

DPIA = safeguards()["dpia"]
"""It asks personal data together with a high impact, or with an automated decision about a person."""


def test_a_safeguard_whose_facts_all_hold_applies() -> None:
    assert applicable(DPIA, {"personal_data": "yes", "impact": "high"}, "not_stated") is Applicable.YES


def test_a_fact_that_is_not_known_makes_it_unknown_and_never_absent() -> None:
    assert applicable(DPIA, {"impact": "high"}, "not_stated") is Applicable.UNKNOWN


def test_a_safeguard_whose_every_way_in_fails_does_not_apply() -> None:
    facts = {"personal_data": "no", "impact": "high", "automated_individual_decision": "no"}
    assert applicable(DPIA, facts, "not_stated") is Applicable.NO


def test_a_reasoned_not_needed_contests_and_decides_nothing() -> None:
    facts = {"personal_data": "yes", "impact": "high"}
    assert applicable(DPIA, facts, "not_applicable") is Applicable.CONTESTED
