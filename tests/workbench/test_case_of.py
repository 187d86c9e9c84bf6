"""A case comes out of the record as it went in."""

import datetime as dt
from pathlib import Path

import attrs
import pytest

from waarborg.law.calendars import known_calendars
from waarborg.procedure.case import read_case
from waarborg.procedure.timeline import timeline
from waarborg.values.case import Case

pytestmark = [pytest.mark.workbench, pytest.mark.django_db]

SUBMISSION = """
schema: case/1
dossier: {chamber: EK, number: X1, title: Een zaak}
sources: {S1: {what: nota, what_en: note}}
parties: [{id: minister, name: Minister, members: [a, b]}]
documents: [{letter: A, kind: brief, date: 2024-01-10, recorded: 2024-02-01, source: S1}]
instruments:
  - {id: V1, kind: submission, document: A, made_on: 2024-01-15, form: heavy, minority: 20, source: S1,
     recess_reason: haast, deadline: {weeks: 6, law: Wet X artikel 3},
     history: [{status: debate_requested, date: 2024-01-20, members: 19}]}
events: [{kind: request, date: 2024-01-20, instrument: V1, members: 19, source: S1}]
relations: [{from: A, type: contains, to: V1, note: zie de bijlage, note_en: see the annex, source: S1}]
"""


def unlined(case: Case) -> dict[str, object]:
    """What a case says, wherever in its file that stands; sources stay codes in the record."""
    parts = {
        name: [attrs.asdict(attrs.evolve(part, line=None)) for part in getattr(case, name)]
        for name in ("parties", "papers", "instruments", "events", "relations")
    }
    dossier = attrs.asdict(attrs.evolve(case.dossier, line=None))
    return {"open": case.open_questions, "dossier": dossier, **parts}


def through_the_record(path: Path) -> tuple[Case, Case]:
    from waarborg.workbench.models import Dossier
    from waarborg.workbench.queries.case_of import case_of
    from waarborg.workbench.services.actor import operator
    from waarborg.workbench.services.cases import load_case

    case = read_case(path)
    load_case(actor=operator("beheer"), case=case, now=dt.datetime(2024, 3, 1, tzinfo=dt.UTC))
    return case, case_of(Dossier.objects.get())


def test_every_field_of_a_case_file_survives_the_record(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(SUBMISSION, encoding="utf-8")
    went_in, came_out = through_the_record(path)
    for name, part in unlined(went_in).items():
        assert unlined(came_out)[name] == part


def test_the_demo_dossier_stands_the_same_in_the_record_and_in_its_file() -> None:
    from waarborg.workbench import demo

    path = Path(str(demo.__file__)).with_name("cxlvii.yaml")
    went_in, came_out = through_the_record(path)
    for day in (dt.date(2023, 7, 10), dt.date(2023, 11, 9), dt.date(2024, 1, 1)):
        calendars = known_calendars()
        assert timeline(came_out, day, calendars).items == timeline(went_in, day, calendars).items
