"""The demo content holds together: every fact has its source, both languages stand, and nothing is copied."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import waarborg
from waarborg.procedure.case import check_case, read_case_file
from waarborg.values.dialogue import Applicable, Basis, Grade, Says, Scope, Stance, StepKind

DEMO = Path(waarborg.__file__).parent / "workbench" / "demo"
CASE, REGISTER, DIALOGUE = (
    yaml.safe_load((DEMO / name).read_text(encoding="utf-8"))
    for name in ("cxlvii.yaml", "register.yaml", "dialogue.yaml")
)
SYSTEMS = {system["id"]: system for system in REGISTER["systems"]}
FIELDS = {
    "description_short",
    "goal",
    "proportionality",
    "human_intervention",
    "risks",
    "lawful_basis",
    "impacttoetsen",
    "source_data",
    "methods_and_models",
}
"""The text fields of the Dutch publication standard 1.0 that the demo uses."""
SAFEGUARDS = {"bias_test", "human_intervention"}
AUDITED = {"politie", "jenv", "rvig", "rvo", "toeslagen", "svb", "cbr", "cjib", "ib"}
"""The nine of the Court of Audit's report of 18 May 2022, by the front of their id."""
MET_ALL = {"cbr", "cjib", "ib"}
"""The three that met all basic requirements: the report as told by Tweakers in May 2022."""
LONG = 45


def walk(node: Any) -> Iterator[Any]:
    """Everything in a file, the node itself first."""
    yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list | tuple) else ()
    for child in children:
        yield from walk(child)


def mappings(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a file."""
    return (part for part in walk(node) if isinstance(part, dict))


def sentences(node: Any) -> set[str]:
    """Every longer sentence in a file."""
    texts = (part for part in walk(node) if isinstance(part, str))
    parts = (part.strip() for text in texts for part in re.split(r"(?<=[.!?])\s+", text))
    return {part for part in parts if len(part) >= LONG}


def remarks(node: Any) -> Iterator[str]:
    """Every remark of a case file, in whatever language."""
    for part in mappings(node):
        for key in ("note", "what", "use", "rule", "decision", "resolved_note", "nl", "en"):
            value = part.get(key)
            if isinstance(value, str) and " " in value:
                yield value


def cited(node: Any) -> set[str]:
    """Every source code that something in a file rests on."""
    found: set[str] = set()
    for part in mappings(node):
        value = part.get("source")
        found.update([value] if isinstance(value, str) else value or [])
    return found


@pytest.mark.parametrize("content", [CASE, REGISTER, DIALOGUE], ids=["case", "register", "dialogue"])
def test_every_text_in_one_language_has_the_other(content: dict[str, Any]) -> None:
    for part in mappings(content):
        if "nl" in part or "en" in part:
            assert part.get("nl", "").strip()
            assert part.get("en", "").strip()
            assert part["nl"] != part["en"]
        for key in part:
            assert not key.endswith("_en") or key == "gloss_en" or part[key.removesuffix("_en")]


def test_the_case_reads_and_checks_without_a_finding() -> None:
    reading = read_case_file(DEMO / "cxlvii.yaml")
    assert reading.findings == ()
    assert check_case(reading.case) == ()


def test_the_case_tells_every_step_of_the_decision_note() -> None:
    """The dates are those of the public pages named as sources in the file, and of issue 2."""
    told = {(event["kind"], str(event["date"])) for event in CASE["events"]}
    assert told >= {
        ("debate", "2023-03-21"),
        ("motion_held", "2023-03-28"),
        ("letter_sent", "2023-03-30"),
        ("committee_decision", "2023-04-11"),
        ("motion_lapsed", "2023-07-11"),
        ("rappel", "None"),
        ("decision_note", "2023-11-09"),
        ("letter_sent", "None"),
        ("committee_decision", "2023-12-19"),
        ("dialogue_meeting", "None"),
    }


def test_the_story_needs_no_other_source() -> None:
    """Each step that the issue asks for says in a sentence what happened."""
    kinds = {"debate", "motion_held", "motion_lapsed", "rappel", "decision_note", "dialogue_meeting"}
    kinds |= {"committee_decision", "derived_deadline"}
    for event in CASE["events"]:
        assert event["kind"] not in kinds or "summary" in event or event["date"] == dt.date(2024, 5, 22)


def test_promised_stands_beside_delivered() -> None:
    promise = next(part for part in CASE["instruments"] if part["id"] == "belofte-zomerreces")
    assert "beide Kamers" in promise["promised"]["nl"]
    assert "één commissie" in promise["delivered"]["nl"]
    assert promise["deadline"]["text"] == "voor het zomerreces"
    assert promise["registered_number"] is None


def test_the_decision_note_is_described_without_its_drafter() -> None:
    note = next(part for part in CASE["documents"] if part["kind"] == "beslisnota")
    assert (note["reference"], note["action"]) == ("2023-0000687772", "ter_ondertekening")
    assert (note["from"], note["cooperated_with"], note["annexes"]) == ("dgoo", ["czw"], 1)
    assert note["active_publication"] is True
    assert not {"drafter", "author", "by"} & set(note)


def test_every_dated_event_names_a_source_that_is_listed() -> None:
    assert cited(CASE) <= set(CASE["sources"])
    for event in CASE["events"]:
        assert event["source"] or event["certainty"] == "unknown"


def test_every_end_of_a_relation_exists() -> None:
    ids = {part.get("letter") or part["id"] for part in CASE["documents"]}
    ids |= {part["id"] for part in CASE["instruments"]}
    ids |= {f"event:{event['date'] or event['kind']}" for event in CASE["events"]}
    ends = {relation[end] for relation in CASE["relations"] for end in ("from", "to")}
    assert {end for end in ends - ids if not end.startswith("rules:")} == set()


def test_computed_days_are_the_days_between_the_dates() -> None:
    for check in CASE["derived_checks"]:
        assert (check["to"] - check["from"]).days == check["days"]


def test_the_case_has_the_keys_of_the_public_case_file(shared_data: Path) -> None:
    public = yaml.safe_load((shared_data / "parliament/cxlvii.yaml").read_text(encoding="utf-8"))
    assert set(public) <= set(CASE)
    for part in ("documents", "instruments"):
        names = {entry.get("id") or entry["letter"] for entry in public[part]}
        assert names <= {entry.get("id") or entry["letter"] for entry in CASE[part]}


def test_no_remark_is_taken_over_from_the_public_case_file(shared_data: Path) -> None:
    """Titles, names and addresses are facts; remarks are the words of whoever wrote them."""
    public = yaml.safe_load((shared_data / "parliament/cxlvii.yaml").read_text(encoding="utf-8"))
    theirs, ours = set(remarks(public)), set(remarks(CASE))
    assert theirs
    assert ours
    assert theirs & ours == set()


def test_the_register_holds_the_systems_that_the_issue_names() -> None:
    assert 12 <= len(SYSTEMS) <= 14
    assert {"duo-uitwonendenbeurs", "toeslagen-risicomodel", "syri"} <= set(SYSTEMS)
    audited = {name for name, system in SYSTEMS.items() if "audit" in system}
    assert {name.split("-")[0] for name in audited} == AUDITED
    assert len(audited) == len(AUDITED)


def test_three_of_the_nine_met_all_basic_requirements() -> None:
    met = {
        name
        for name, system in SYSTEMS.items()
        if system.get("audit", {}).get("outcome") == "requirements_met"
    }
    assert {name.split("-")[0] for name in met} == MET_ALL


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_a_system_has_three_facts_each_with_source_and_certainty(system: dict[str, Any]) -> None:
    assert len(system["facts"]) >= 3
    assert len({fact["id"] for fact in system["facts"]}) == len(system["facts"])
    for fact in system["facts"]:
        assert fact["certainty"] in {"sourced", "second_source", "inferred", "memory"}
        assert fact["source"] in REGISTER["sources"]
        assert re.fullmatch(r"(19|20)\d\d(-\d\d){0,2}", str(fact["date"] or "2000"))


@pytest.mark.parametrize("system", SYSTEMS.values(), ids=SYSTEMS)
def test_a_system_has_texts_of_the_standard_that_rest_on_listed_sources(system: dict[str, Any]) -> None:
    assert {"description_short", "goal"} <= set(system["texts"]) <= FIELDS
    assert len(system["texts"]["description_short"]) <= 400
    assert system["texts_from"]
    assert set(system["texts_from"]) <= set(REGISTER["sources"])
    assert set(system["gloss_en"]) == {"name", "description_short"}


def test_every_source_of_the_register_is_used_and_can_be_found() -> None:
    named = {name for system in SYSTEMS.values() for name in system["texts_from"]}
    assert cited(REGISTER["systems"]) | named == set(REGISTER["sources"])
    for source in REGISTER["sources"].values():
        assert source["title"]
        assert source["publisher"]
        assert source["url"].startswith("https://")
        assert source["seen"] in {"read", "shared"}


def test_the_funnel_is_the_published_one(shared_data: Path) -> None:
    figures = yaml.safe_load((shared_data / "logs/figures.yaml").read_text(encoding="utf-8"))
    funnel = next(fact for fact in SYSTEMS["duo-uitwonendenbeurs"]["facts"] if fact["id"] == "funnel-2014")
    evidence = next(part for part in mappings(DIALOGUE) if part.get("id") == "evidence-funnel")
    for text in (funnel["en"], evidence["text"]["en"]):
        for step in figures["duo-cub"]["published"][:3]:
            assert f"{step['n']:,}" in text
            assert f"{step['shares'][0]} per cent" in text


def test_the_status_of_a_system_is_the_one_of_the_listing(shared_data: Path) -> None:
    listing = _listing(shared_data)
    known = {"in_gebruik": "in_use", "buiten_gebruik": "out_of_use"}
    ids = {"politie-cas": "81228922", "jenv-vreemdelingen": "64727572", "rvig-pasfoto": "86646664"}
    ids |= {"rvo-tvl": "62129549", "toeslagen-huurtoeslag": "22218344", "svb-aow": "71631383"}
    ids |= {"cbr-rijgeschiktheid": "33869878", "ib-samenloop": "15422688"}
    ids |= {"rotterdam-bijstand": "36585638", "amsterdam-slimme-check": "95794697"}
    for name, entry in ids.items():
        assert SYSTEMS[name]["status"]["value"] == known[listing[entry]["status"]], name
        assert SYSTEMS[name]["organisation"] == listing[entry]["organisatie"], name


def test_no_sentence_is_taken_over_from_the_national_register(shared_data: Path) -> None:
    listing = " ".join(
        f"{entry['doel']} {entry['juridische_basis']}" for entry in _listing(shared_data).values()
    )
    old = json.loads((shared_data / "registers/nl/fulltext-2023-06.json").read_text(encoding="utf-8"))
    told = listing + json.dumps(old, ensure_ascii=False)
    texts = sentences([(system["texts"], system["facts"]) for system in SYSTEMS.values()])
    assert texts
    assert {text for text in texts if text in told} == set()


def _listing(shared_data: Path) -> dict[str, dict[str, str]]:
    entries = json.loads((shared_data / "registers/nl/listing-2026-08-08.json").read_text(encoding="utf-8"))
    entries = entries if isinstance(entries, list) else next(iter(entries.values()))
    return {entry["id"]: entry for entry in entries}


def test_the_dialogue_says_that_it_is_an_illustration() -> None:
    assert DIALOGUE["illustration"] is True
    assert "bedacht" in DIALOGUE["notice"]["nl"]
    assert "made up" in DIALOGUE["notice"]["en"]


def test_only_the_evidence_of_the_dialogue_is_real() -> None:
    for safeguard in DIALOGUE["safeguards"]:
        assert all(item["real"] and item["source_url"] for item in safeguard["evidence"])
        made_up = safeguard["claims"] + safeguard["questions"] + safeguard["positions"]
        assert not any(item.get("real") for item in made_up)


def test_the_dialogue_speaks_of_a_system_and_parties_that_are_there() -> None:
    assert DIALOGUE["system"] in SYSTEMS
    codes = {party["code"] for party in DIALOGUE["parties"]}
    assert {safeguard["safeguard"] for safeguard in DIALOGUE["safeguards"]} == SAFEGUARDS
    for part in mappings(DIALOGUE["safeguards"]):
        named = {part.get(key) for key in ("party", "by", "to", "claimant")} - {None}
        assert named | set(part.get("bodies", [])) <= codes


def test_the_items_of_the_dialogue_are_those_of_the_record() -> None:
    for safeguard in DIALOGUE["safeguards"]:
        Applicable(safeguard["applicable"])
        assert all(Says(claim["says"]) for claim in safeguard["claims"])
        assert all(Grade[item["grade"].upper()] for item in safeguard["evidence"])
        for position in safeguard["positions"]:
            assert Scope(position["scope"]) is Scope.SYSTEM
            assert Basis(position["basis"]) is Basis.DECISION
            assert (Stance(position["stance"]) is Stance.CONDITIONAL) == ("condition" in position)


def test_a_question_is_answered_after_it_was_put() -> None:
    questions = [question for part in DIALOGUE["safeguards"] for question in part["questions"]]
    assert [step["kind"] for question in questions for step in question["steps"]] == [StepKind.ANSWER]
    for question in questions:
        days = [question["date"], *(step["date"] for step in question["steps"])]
        assert days == sorted(set(days))


def test_no_party_decides_twice_on_one_day() -> None:
    for safeguard in DIALOGUE["safeguards"]:
        days = [(item["party"], item["date"]) for item in safeguard["positions"]]
        assert len(days) == len(set(days))
