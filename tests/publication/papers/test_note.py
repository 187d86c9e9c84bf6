"""The note of 9 November 2023, from the record alone. Expected: DESIGN 1 and the case file's sources."""

import datetime as dt

import attrs
import pytest

from waarborg.publication.papers import compose, note, note_paper
from waarborg.values.case import Case, CaseEvent, Moment

from .papers import NOTE, demo_case

FRAME = {
    "Aan": "Staatssecretaris Koninkrijksrelaties en Digitalisering (BZK)",
    "Van": "DGOO",
    "Nota actief openbaar": "Ja",
    "Onze referentie": "2023-0000687772",
    "Datum": "9 november 2023",
    "Opgesteld door": "Weggelaten in de openbare versie",
    "Samengewerkt met": "CZW",
    "Aantal bijlagen": "1",
}
DAYS = (
    "21 maart 2023",
    "24 maart 2023",
    "28 maart 2023",
    "30 maart 2023",
    "11 april 2023",
    "6 juli 2023",
    "11 juli 2023",
)


def whole(case: Case) -> str:
    return "\n".join(note_paper(case, NOTE).texts())


def test_every_line_of_the_frame_is_there_with_its_value() -> None:
    paper = note_paper(demo_case(), NOTE)
    assert {line.label: line.value for line in paper.frame} == FRAME
    assert paper.mark == "Ter ondertekening"
    assert paper.title == "Voorstel dialoog met EK over geautomatiseerde besluitvorming"


def test_the_note_tells_at_least_seven_dated_facts_with_motion_letter_commitment_and_reminder() -> None:
    text = whole(demo_case())
    assert all(day in text for day in DAYS)
    for named in ("Motie G", "letter K", "T03535", "J&V", "rappel", "tussen 11 juli 2023 en 9 november 2023"):
        assert named in text


def test_the_parts_stand_in_the_order_of_a_decision_note() -> None:
    text = whole(demo_case())
    heads = ("Aanleiding", "Geadviseerd besluit", "Kern", "Toelichting", "Bijlagen", "Volgnummer")
    places = [text.index(f"\n{head}\n") for head in heads]
    assert places == sorted(places)


def test_nothing_that_came_after_the_day_of_the_note_stands_in_it() -> None:
    text = whole(demo_case())
    for later in ("19 december 2023", "Kroon", "2024", "31 oktober"):
        assert later not in text


def test_the_term_had_run_out_126_days_before_the_note() -> None:
    assert (dt.date(2023, 11, 9) - dt.date(2023, 7, 6)).days == 126
    assert "126 dagen" in whole(demo_case())


def test_the_drafters_name_stays_in_the_house_and_its_ground_is_told() -> None:
    draft = note(demo_case(), NOTE, drafted_by="J. de Vries-Jansen")
    house, public = (compose(draft, public=public).texts() for public in (False, True))
    assert "J. de Vries-Jansen" in house
    assert "J. de Vries-Jansen" not in "\n".join(public)
    assert any("artikel 5.1, tweede lid, onder e" in text for text in public)
    assert not any("artikel 5.1" in text for text in house)


def test_an_optional_part_appears_only_where_it_was_filled() -> None:
    draft = note(demo_case(), NOTE)
    filled = attrs.evolve(draft, sections={**draft.sections, "finance": "Geen."})
    assert "Financiële gevolgen" not in compose(draft).texts()
    assert "Financiële gevolgen" in compose(filled).texts()


def test_a_needed_part_that_is_empty_shows_as_open() -> None:
    draft = note(demo_case(), NOTE)
    emptied = attrs.evolve(draft, sections={**draft.sections, "core": " "})
    assert draft.open_parts() == ()
    assert emptied.open_parts() == ("core",)
    assert "[Dit onderdeel is nog niet ingevuld.]" in compose(emptied).texts()


def test_a_fact_of_another_matter_in_the_dossier_does_not_get_in() -> None:
    case = demo_case()
    other = CaseEvent(kind="letter_sent", when=Moment(on=dt.date(2023, 5, 5)), papers=("C",))
    assert "5 mei 2023" not in whole(attrs.evolve(case, events=(*case.events, other)))


def test_a_new_fact_on_the_promise_does_get_in() -> None:
    case = demo_case()
    new = CaseEvent(
        kind="rappel", when=Moment(on=dt.date(2023, 9, 12)), instrument="belofte-zomerreces", parties=("jv",)
    )
    assert "12 september 2023" in whole(attrs.evolve(case, events=(*case.events, new)))


def test_a_reminder_of_another_promise_does_not_get_in() -> None:
    """The record's relation names the reminder by its kind alone, which this one shares."""
    case = demo_case()
    other = CaseEvent(kind="rappel", when=Moment(on=dt.date(2023, 9, 19)), instrument="motie-F")
    assert "19 september 2023" not in whole(attrs.evolve(case, events=(*case.events, other)))


def test_the_note_in_english_holds_the_same_days() -> None:
    text = "\n".join(note_paper(demo_case(), NOTE, language="en").texts())
    assert "For signature" in text
    assert "11 April 2023" in text
    assert "Aanleiding" not in text


def test_a_paper_that_the_case_does_not_hold_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        note(demo_case(), "nota-9999")
