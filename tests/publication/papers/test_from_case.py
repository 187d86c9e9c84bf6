import datetime as dt

import pytest
from attrs import evolve

from waarborg.publication.papers import Asked, compose
from waarborg.publication.papers.from_case import (
    case_consultation_report,
    case_letter_to_council,
    consultation_of,
)
from waarborg.values.case import Moment

from .papers import demo_case


def letter(on: dt.date) -> str:
    draft = case_letter_to_council(demo_case(), sender="college", council="raad", on=on)
    return "\n".join(compose(draft).texts())


def test_a_letter_to_a_council_tells_only_what_surely_happened_by_its_day() -> None:
    """The reminder fell between 11 July and 9 November 2023 (case file): on 8 November that is not sure."""
    assert "11 juli 2023: Motie G vervalt" in letter(dt.date(2023, 7, 11))
    assert "11 juli 2023: Motie G vervalt" not in letter(dt.date(2023, 7, 10))
    assert "herinnering (rappel)" not in letter(dt.date(2023, 11, 8))
    assert "tussen 11 juli 2023 en 9 november 2023" in letter(dt.date(2023, 11, 9))


def test_a_letter_on_a_day_before_anything_happened_is_not_fit_to_go_out() -> None:
    draft = case_letter_to_council(demo_case(), sender="c", council="r", on=dt.date(2000, 1, 1))
    assert draft.open_parts() == ("text",)


def test_a_report_names_who_asked_whom_on_which_days() -> None:
    asked = Asked(number=1, text="Een?", answer="Ja.", answered_on=dt.date(2024, 6, 28))
    draft = case_consultation_report(demo_case(), "R", (asked,), language="en")
    text = "\n".join(compose(draft).texts())
    assert "24 April 2024" in text
    assert "28 June 2024, after 65 days" in text
    assert draft.sender == "vaste commissie voor Digitalisering"
    assert draft.open_parts() == ()


def test_a_report_without_the_answer_says_that_there_is_none_yet() -> None:
    case = demo_case()
    kept = tuple(one for one in case.relations if one.target != "antwoord-2024-06-28")
    draft = case_consultation_report(evolve(case, relations=kept), "R")
    assert "Een antwoord is er nog niet." in draft.sections["opening"]
    assert draft.fields["to"] == "Staatssecretaris Koninkrijksrelaties en Digitalisering (BZK)"


@pytest.mark.parametrize("paper", ["B", "K", "no-such-paper"])
def test_what_is_no_report_with_a_letter_of_a_committee_is_a_key_error(paper: str) -> None:
    with pytest.raises(KeyError):
        consultation_of(demo_case(), paper)


def test_a_report_whose_letter_has_no_day_is_a_key_error() -> None:
    case = demo_case()
    papers = tuple(
        evolve(one, when=Moment()) if one.kind == "brief_commissie" else one for one in case.papers
    )
    with pytest.raises(KeyError):
        consultation_of(evolve(case, papers=papers), "R")
