import datetime as dt

import pytest

from waarborg.law.calendars import known_calendars
from waarborg.procedure.timeline import timeline
from waarborg.publication.papers import (
    Annex,
    Asked,
    answer_book,
    chamber_letter,
    compose,
    consultation_report,
    council_letter,
    reminder_letter,
)
from waarborg.publication.papers.draft import draft_of

from .papers import demo_case

ON = dt.date(2023, 9, 12)


def test_a_letter_to_the_chamber_has_dossier_letter_speaker_place_and_signature() -> None:
    paper = compose(chamber_letter(demo_case(), "M", on=dt.date(2023, 11, 14)))
    frame = {line.label: line.value for line in paper.frame}
    assert frame["Dossier"].startswith("CXLVII ")
    assert frame["Stuk"] == "letter M"
    assert frame["Aan"] == "de Voorzitter van de Eerste Kamer der Staten-Generaal"
    assert frame["Plaats en datum"] == "Den Haag, 14 november 2023"
    assert paper.signature[-1].startswith("Staatssecretaris")
    assert any("11 april 2023" in text for text in paper.texts())


def test_a_letter_whose_day_is_open_says_so() -> None:
    frame = {line.label: line.value for line in compose(chamber_letter(demo_case(), "M")).frame}
    assert frame["Plaats en datum"] == "Den Haag, datum volgt bij verzending"


def test_a_reminder_says_what_was_promised_and_how_late_it_is_by_which_calendar() -> None:
    case = demo_case()
    item = next(i for i in timeline(case, ON, known_calendars()).items if i.id == "belofte-zomerreces")
    draft = reminder_letter(case, item, sender="commissie J&V", on=ON, answer_by=dt.date(2023, 10, 10))
    text = " ".join(compose(draft).texts())
    assert (ON - dt.date(2023, 7, 6)).days == 68
    assert "68 dagen" in text
    assert "kalender van de Tweede Kamer" in text
    assert "vorm van een dialoog met beide Kamers" in text
    assert "10 oktober 2023" in text
    assert "Staatssecretaris Koninkrijksrelaties" in text


def test_a_reminder_of_what_the_case_does_not_hold_is_a_key_error() -> None:
    case = demo_case()
    item = timeline(case, ON, known_calendars()).items[0]
    with pytest.raises(KeyError):
        reminder_letter(type(case)(dossier=case.dossier), item, sender="x", on=ON)


def test_an_answer_book_keeps_the_order_of_the_questions_and_shows_what_waits() -> None:
    asked = (Asked(number=2, text="Twee?", answer="Ja."), Asked(number=1, text="Een?"))
    texts = compose(answer_book(asked, subject="A", sender="BZK", to="JV", on=None)).texts()
    assert texts.index("Een?") < texts.index("Deze vraag is nog niet beantwoord.") < texts.index("Twee?")
    assert "Aantal vragen: 2. Daarvan beantwoord: 1." in texts


def test_a_report_counts_the_days_from_question_to_answer() -> None:
    """The case file's own arithmetic (derived check d5): 24 April to 28 June 2024 is 65 days."""
    draft = consultation_report(
        (Asked(number=1, text="Een?", answer="Ja."),),
        subject="V",
        committee="vaste commissie",
        government="staatssecretaris",
        asked_on=dt.date(2024, 4, 24),
        answered_on=dt.date(2024, 6, 28),
        adopted_on=dt.date(2024, 6, 28),
    )
    assert any("na 65 dagen" in text for text in compose(draft).texts())


def test_a_council_letter_without_text_is_not_fit_to_go_out() -> None:
    draft = council_letter(sender="college", council="raad", subject="S", text=" ", place="Utrecht")
    assert draft.open_parts() == ("text",)


def test_a_draft_is_the_same_after_storing() -> None:
    draft = chamber_letter(demo_case(), "M", on=ON)
    assert draft_of(draft.as_data()) == draft


def test_annexes_stand_below_the_signature() -> None:
    draft = council_letter(
        sender="college",
        council="raad",
        subject="S",
        text="Tekst.",
        place="Utrecht",
        on=ON,
        annexes=(Annex(name="Verslag"),),
    )
    texts = compose(draft).texts()
    assert texts.index("Tekst.") < texts.index("Hoogachtend,") < texts.index("Bijlagen")
