from pathlib import Path

import pytest

from waarborg.register import read
from waarborg.register.formats.mapped import read_mapping
from waarborg.register.misplaced import check_answers
from waarborg.values.entry import Entry
from waarborg.values.finding import UnusableInput

ANSWERS = {"Tested?": ("No testing:", "Benchmark \u2013 done"), "Monitored?": ("No monitoring",)}


def found(**raw: str) -> list[tuple[str | None, object]]:
    cells = {name.replace("_", "?"): text for name, text in raw.items()}
    entry = Entry(register="x", source_id="1", name="a", organisation="b", raw=cells, row=7)
    return [(finding.where.field, finding.params["belongs"]) for finding in check_answers(entry, ANSWERS)]


def test_an_answer_under_another_question_is_found_with_where_it_belongs() -> None:
    assert found(Tested_="no  Monitoring at all", Risks="No testing: none") == [
        ("Tested?", "Monitored?"),
        ("Risks", "Tested?"),
    ]


@pytest.mark.parametrize("text", ["No testing: none", "BENCHMARK - done in May", "", "No"])
def test_an_answer_to_its_own_question_or_to_none_is_no_finding(text: str) -> None:
    assert not found(Tested_=text)


def test_a_mapping_with_an_empty_answer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(
        "register: x\ncolumns: {a: name, b: organization}\nanswers: {a: ['']}\n", encoding="utf-8"
    )
    with pytest.raises(UnusableInput) as caught:
        read_mapping(path)
    assert caught.value.finding.code == "mapping_answers_empty"


def test_the_american_inventory_of_2024_has_answers_in_the_wrong_column(shared_data: Path) -> None:
    # counted in the file, column by column: 20 rows explain a "no" with the words of the closed question
    # before it, and one row has a kind of commercial product in the column for another topic
    findings = read(shared_data / "registers/us/inventory-2024.csv").findings
    columns = [finding.where.field for finding in findings if finding.code == "answer_in_other_column"]
    explained = [
        finding
        for finding in findings
        if finding.code == "answer_in_other_column"
        and str(finding.params["value"]).startswith("Law, operational")
    ]
    assert {finding.where.field for finding in explained} == {"If No, please explain."}
    assert len(explained) == 20
    assert columns.count("Other (Use Case Topic Area)") == 1
