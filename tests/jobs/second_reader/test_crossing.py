import pytest
from attrs import evolve

pytest.importorskip("sklearn", reason="scikit-learn is not installed (make setup-all)")

from waarborg.assessment.second_reader import readers
from waarborg.jobs.coded import Coded
from waarborg.jobs.second_reader.crossing import Crossing, by_rules, compared, cross, is_full_text, taught
from waarborg.jobs.second_reader.examples import Example, example
from waarborg.jobs.second_reader.report import KEYS, crossed, stated
from waarborg.values.entry import Entry

SELECTS = "Het model selecteert welke inwoners van de gemeente worden gecontroleerd op fraude met bijstand."
TOOL = "De software anonimiseert documenten voordat de gemeente ze openbaar maakt op haar website."
HIGH = {"impact": "high", "role": "selects", "subject": "person"}
LOW = {"impact": "not_high", "role": "supports", "subject": "none"}


def _examples() -> list[Example]:
    """Twenty entries of ten organisations, two each, high and not high in turn."""
    made = []
    for at in range(20):
        high = at % 2 == 0
        organisation = f"Gemeente {at // 2}"
        texts = {"goal": SELECTS if high else TOOL}
        entry = Entry(register="nl", source_id=str(at), name="Proef", organisation=organisation, texts=texts)
        letters = frozenset("bc" if at % 4 == 0 else "c") if high else frozenset[str]()
        made.append(
            example(entry, Coded(str(at), "x", str(at), HIGH if high else LOW, letters), readers.answers())
        )
    return made


def test_nothing_is_judged_by_what_its_own_organisation_taught() -> None:
    examples = _examples()
    parts: dict[int, set[str]] = {}
    by_id = {}
    for each, reader in taught(examples, readers.answers(), 0):
        parts.setdefault(id(reader), set()).add(each.entry.organisation)
        by_id[id(reader)] = reader
    houses = [house for part in parts.values() for house in part]
    assert len(houses) == len(set(houses)) == 10
    for name, reader in by_id.items():
        learned = [each for each in examples if each.entry.organisation not in parts[name]]
        assert reader.weights.learned_from["impact"] == len(learned)


def test_every_entry_is_judged_once_in_each_way_and_stands_in_the_table() -> None:
    examples = _examples()
    found = cross(examples, readers.answers(), 0)
    ways = (found.rules, found.alone, found.both, found.chosen, found.apart)
    assert {each.entries for each in ways} == {20}
    table = crossed([found]).splitlines()
    assert len(table) == len(KEYS) + 4
    assert {line.count("|") for line in table} == {8}


def test_an_entry_coded_on_its_safeguards_is_a_full_text_and_stands_in_their_table() -> None:
    listing = _examples()[0]
    answers = {**listing.coded.answers, "safeguards.dpia": "present"}
    full = evolve(listing, coded=evolve(listing.coded, answers=answers))
    assert (is_full_text(listing), is_full_text(full)) == (False, True)
    rules = compared([(full, by_rules(full))])
    table = stated(Crossing(rules, rules, rules, rules, rules, rules))
    assert "| dpia | 1 | 0.0%, kappa 0.00 | 0.0%, kappa 0.00 |" in table
    assert "Of 0 answers" not in table
