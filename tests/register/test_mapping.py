from pathlib import Path

import pytest

from waarborg.register import read
from waarborg.register.first_mapping import field_of_header, first_mapping
from waarborg.register.formats.mapped import read_mapping
from waarborg.register.reading import sample_file
from waarborg.values.entry import SystemStatus
from waarborg.values.finding import UnusableInput

EXAMPLES = Path(__file__).parents[2] / "examples" / "register"


def test_the_worked_example_comes_in_through_its_mapping_alone() -> None:
    reading = read(EXAMPLES / "raad.csv", mapping=EXAMPLES / "raad.yaml")
    first, second, third = reading.entries
    assert [entry.status for entry in reading.entries] == [
        SystemStatus.IN_USE,
        SystemStatus.IN_DEVELOPMENT,
        SystemStatus.OUT_OF_USE,
    ]
    assert first.texts["category"] == "Werk, Sociale zekerheid"
    assert "human_intervention" not in second.texts
    assert "human_intervention" not in second.absent_fields
    assert "risks" in third.absent_fields
    assert reading.findings == ()


def test_a_first_mapping_can_be_read_back_and_finds_the_columns_it_knows(tmp_path: Path) -> None:
    path = tmp_path / "first.yaml"
    path.write_text(first_mapping(sample_file(EXAMPLES / "raad.csv"), 'Raad: "proef"'), encoding="utf-8")
    mapping = read_mapping(path)
    assert mapping.register == 'Raad: "proef"'
    assert mapping.columns == {
        "Systeem": "name",
        "Gemeente": "organization",
        "Fase": "status",
        "Grondslag": "lawful_basis",
        "Thema's": "category",
    }


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Organisatie-naam", None),
        ("WETTELIJKE_BASIS", "lawful_basis"),
        ("Doel en impact", "goal"),
        ("Kleur", None),
    ],
)
def test_a_header_is_given_a_field_only_where_its_name_says_so(header: str, field: str | None) -> None:
    assert field_of_header(header) == field


@pytest.mark.parametrize(
    ("text", "code", "names"),
    [
        ("register: x\ncolumns: {A: name}\n", "mapping_field_lacking", "organization"),
        ("register: x\ncolumns: {A: name, B: organization, C: colour}\n", "mapping_field_unknown", "colour"),
        (
            "register: x\ncolumns: {A: name, B: organization}\nvalues: {status: {Live: running}}\n",
            "mapping_state_unknown",
            "running",
        ),
        (
            "register: x\ncolumns: {A: name, B: organization}\nvalues: {risks: {Hoog: high}}\n",
            "mapping_values_unused",
            "risks",
        ),
    ],
)
def test_a_mapping_that_cannot_be_right_is_refused_with_what_is_wrong(
    tmp_path: Path, text: str, code: str, names: str
) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        read_mapping(path)
    assert (caught.value.finding.code, caught.value.finding.params["names"]) == (code, names)


def test_a_mapping_of_another_shape_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text("register: x\ncolumns: [a, b]\n", encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        read_mapping(path)
    assert (caught.value.finding.code, caught.value.finding.where.line) == ("value_of_another_kind", 2)


def test_a_mapped_column_that_the_file_lacks_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Systeem,Gemeente\na,b\n", encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        read(path, mapping=EXAMPLES / "raad.yaml")
    assert caught.value.finding.code == "columns_missing"
    assert "Fase" in str(caught.value.finding.params["columns"])
