from pathlib import Path

import attrs
from attrs import evolve

from waarborg.procedure.case import case_text, read_case
from waarborg.values.case import Case, Fact

WHOLE = """\
dossier: {chamber: EK, number: XX, committees: [A], summary: {en: "words of its own"}}
sources:
  S1: {what: minutes, url: "https://example.org", ref: "1"}
parties:
  - {id: min, name: Minister, holder: First, role: addressee, until: 2024-07-01, source: S1}
  - {id: min2, name: Minister, role: successor, since: 2024-07-02, certainty: brief}
documents:
  - {letter: A, kind: brief_regering, date: 2024-01-10, author: min, subject: "ja/nee: 'x'", source: [S1]}
  - {id: b, kind: motie, date_not_before: 2024-02-01, date_not_after: 2024-02-09, recorded: 2024-03-01}
instruments:
  - {id: T1, kind: toezegging, made_on: 2024-01-10, deadline: 2024-03-01, responsible: min, committee: min}
  - {id: T2, kind: toezegging, made_on: 2024-01-10, deadline: {weeks: 6, law: "Awb, artikel 6:7"},
     fulfilled_by: {document: A, date: 2024-01-10}}
  - {id: P1, kind: belofte, registered_number: null, made_in: {document: A, date: 2024-01-10},
     deadline: {text: "voor het zomerreces", year: 2024},
     history: [{date: 2024-02-01, status: uitstelbericht, until: 2024-09-01, by: min, recorded: 2024-02-02}]}
  - {id: V1, kind: voorlegging, form: heavy, minority: 5, recess_reason: urgent,
     made_in: {not_before: 2024-01-01, not_after: 2024-01-31}}
events:
  - {date: 2024-02-10, kind: letter_sent, documents: [A, b], parties: [min, min2], note: "x"}
  - {not_before: 2024-02-10, not_after: 2024-02-20, kind: law_requested, instrument: V1, members: 6}
relations:
  - {from: A, type: fulfils, to: T1}
related_TK:
  - {ref: "1", date: 2024-05-01, source: S1}
open_questions: [which]
"""


def test_a_case_that_is_written_is_read_back_as_it_was(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text(WHOLE, encoding="utf-8")
    case = read_case(first)
    second.write_text(case_text(case), encoding="utf-8")
    assert _without_lines(read_case(second)) == _without_lines(case)


def _without_lines(case: Case) -> Case:
    parts = {
        name: tuple(evolve(part, line=None) for part in value)
        for name, value in attrs.asdict(case, recurse=False).items()
        if isinstance(value, tuple) and value and isinstance(value[0], Fact)
    }
    sources = tuple(evolve(source, line=None) for source in case.sources)
    return evolve(case, **parts, sources=sources, dossier=evolve(case.dossier, line=None))
