import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from waarborg.procedure.case import check_case, read_case, read_case_file
from waarborg.values.case import Term
from waarborg.values.finding import UnusableInput

Writer = Callable[[str], Path]

CASE = """\
dossier: {chamber: EK, number: XX, committees: [A]}
sources:
  S1: {what: "minutes"}
parties:
  - {id: minister, name: Minister, holder: First, role: addressee, source: S1}
  - {id: minister-2, name: Minister, holder: Second, role: successor, since: 2024-07-02, source: S1}
documents:
  - {letter: A, kind: brief_regering, date: 2024-01-10, source: S1}
  - {letter: B, kind: motie, date: null, date_not_before: 2024-02-01, date_not_after: 2024-02-09, source: S1}
instruments:
  - {id: T1, kind: toezegging, made_on: 2024-01-10, deadline: 2024-03-01, responsible: minister, source: S1}
  - {id: P1, kind: belofte, registered_number: null, made_in: {document: A, date: 2024-01-10},
     deadline: {text: "voor het zomerreces", year: 2024}, source: S1}
events:
  - {date: 2024-02-10, kind: letter_sent, document: A, source: S1}
relations:
  - {from: A, type: fulfils, to: T1}
  - {from: "event:2024-02-10", type: reminds, to: P1}
"""


@pytest.fixture
def write(tmp_path: Path) -> Writer:
    def written(text: str) -> Path:
        path = tmp_path / "case.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def codes(path: Path) -> list[tuple[str, int | None]]:
    reading = read_case_file(path)
    return [(f.code, f.where.line) for f in (*reading.findings, *check_case(reading.case))]


def test_a_good_case_is_read_whole_and_gives_no_finding(write: Writer) -> None:
    path = write(CASE)
    case = read_case(path)
    assert codes(path) == []
    assert case.parties[1].succeeds == "minister"
    assert case.papers[1].when.not_after == dt.date(2024, 2, 9)
    assert case.instruments[0].register_number == "T1"
    assert case.instruments[1].register_number is None
    assert case.instruments[1].made.on == dt.date(2024, 1, 10)
    assert case.instruments[1].term == Term(text="voor het zomerreces", year=2024)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("made_on: 2024-01-10", "made_on: 2023-02-29", "case_day_impossible", 11),
        ("deadline: 2024-03-01", "deadline: 2024-13-01", "case_day_impossible", 11),
        ("deadline: 2024-03-01", "deadline: 2024-01-09", "case_day_before_making", 11),
        ("kind: toezegging", "kind: amendement", "case_kind_unknown", 11),
        ("chamber: EK, number", "chamber: Senaat, number", "case_chamber_unknown", 1),
        ("deadline: 2024-03-01", "history: [{date: 2024-02-01, status: zoek}]", "case_step_unknown", 11),
        ("to: T1", "to: T2", "case_relation_to_nothing", 17),
        ('"event:2024-02-10"', '"event:2024-02-11"', "case_relation_to_nothing", 18),
        ("responsible: minister", "responsible: nobody", "case_reference_unknown", 11),
        ("deadline: 2024-03-01, responsible: minister, source: S1", "source: S9", "case_source_unknown", 11),
        ("kind: letter_sent, document: A", "kind: letter_sent, document: Z", "case_reference_unknown", 15),
        ("date_not_after: 2024-02-09", "date_not_after: 2024-01-09", "case_bounds_crossed", 9),
        ("letter: B", "letter: A", "case_id_twice", 8),
        ("{letter: A, kind", "{kind", "case_key_missing", 8),
        ("type: fulfils, ", "", "case_key_missing", 17),
        ("chamber: EK, number: XX", "chamber: EK", "case_key_missing", 1),
    ],
)
def test_what_is_wrong_is_said_with_its_line(write: Writer, old: str, new: str, code: str, line: int) -> None:
    assert old in CASE
    assert (code, line) in codes(write(CASE.replace(old, new)))


SUBMISSION = """\
dossier: {chamber: TK, number: X}
instruments:
  - id: S
    kind: voorlegging
    made_on: 2024-03-04
    form: FORM
"""


@pytest.mark.parametrize("form", ["light", "Lichte", "heavy", "zwaar", "zware", "null", "''"])
def test_a_form_of_submission_may_be_written_in_either_language_or_be_left_out(
    write: Writer, form: str
) -> None:
    assert codes(write(SUBMISSION.replace("FORM", form))) == []


@pytest.mark.parametrize("form", ["heavvy", "zwaarder", "true", "2"])
def test_an_unknown_form_of_submission_is_said_with_its_line_and_with_what_is_allowed(
    write: Writer, form: str
) -> None:
    (found,) = read_case_file(write(SUBMISSION.replace("FORM", form))).findings
    assert (found.code, found.where.line, found.where.field) == ("case_form_unknown", 6, "form")
    assert found.params["allowed"] == "light, licht, lichte, heavy, zwaar, zware"


def test_a_form_of_something_else_is_not_judged(write: Writer) -> None:
    text = SUBMISSION.replace("voorlegging", "motie").replace("FORM", "long")
    assert codes(write(text)) == []


@pytest.mark.parametrize("text", ["[1, 2]", "a: 1", "dossier: [1]", "just words"])
def test_another_kind_of_file_is_refused(write: Writer, text: str) -> None:
    with pytest.raises(UnusableInput, match="case_no_dossier"):
        read_case(write(text))


def test_broken_yaml_is_refused_with_its_line(write: Writer) -> None:
    with pytest.raises(UnusableInput) as caught:
        read_case(write("dossier: {number: X}\nevents: [\n"))
    assert caught.value.finding.code == "yaml_malformed"
    assert caught.value.finding.where.line is not None


def test_the_real_case_reads_without_a_finding(shared_data: Path) -> None:
    path = shared_data / "parliament" / "cxlvii.yaml"
    reading = read_case_file(path)
    case = reading.case
    assert (*reading.findings, *check_case(case)) == ()
    # Counted by hand in the file: letters A to R and four papers without one; nine instruments.
    assert len(case.papers) == 18 + 4
    assert len(case.instruments) == 9
    assert [p.id for p in case.parties if p.succeeds] == ["stas-kd-2", "stas-kd-3"]
