"""What the check marks, and what it leaves alone."""

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from waarborg.publication.check import Decision, marks, marks_in, redacted, undecided
from waarborg.publication.check.finding import texts_of, with_texts


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("Bel 06-12345678.", "phone", "06-12345678"),
        ("Bel 070 426 64 26 voor vragen", "phone", "070 426 64 26"),
        ("tel. +31 6 1234 5678", "phone", "+31 6 1234 5678"),
        ("tel. (070) 4266426", "phone", "070) 4266426"),
        ("Mail j.devries@minbzk.nl", "email", "j.devries@minbzk.nl"),
        ("op NL91 ABNA 0417 1643 00", "iban", "NL91 ABNA 0417 1643 00"),
        ("met nummer 123456782", "citizen_number", "123456782"),
        ("Gesproken met mevrouw J. de Vries.", "name", "mevrouw J. de Vries"),
        ("Gesproken met dhr. Jansen.", "name", "dhr. Jansen"),
        ("door drs. Pieter Bakker", "name", "drs. Pieter Bakker"),
        ("door A.B.C. van den Berg-Smit", "name", "A.B.C. van den Berg-Smit"),
        ("by Mr Johnson of the agency", "name", "Mr Johnson"),
    ],
)
def test_numbers_addresses_and_names_are_marked(text: str, kind: str, marked: str) -> None:
    assert [(one.kind, one.text) for one in marks(text)] == [(kind, marked)]


@pytest.mark.parametrize(
    "text",
    [
        "Onze referentie 2023-0000687772, kst-26643-1029, zaak 2025Z14618.",
        "Nummer 123456789 doorstaat de elfproef niet.",
        "Van 21 maart 2023 tot 11 juli 2023, 105 dagen; begroting 2024: 1.250.000 euro.",
        "Motie G. De commissie nam dat aan. Letter I. Dat stuk is niet gevonden.",
        "De commissies J&V en BIZA; artikel 5.1.2 Woo; EU 2024/1689.",
        "Een afleiding. Dat is geen titel.",
        "",
    ],
)
def test_numbers_of_papers_dates_and_letters_are_left_alone(text: str) -> None:
    assert marks(text) == ()


def test_the_name_of_who_holds_an_office_is_public() -> None:
    assert [one.text for one in marks_in("A.C. van Huffelen en A. de Wit")] == [
        "A.C. van Huffelen",
        "A. de Wit",
    ]
    public = frozenset({"A.C. van Huffelen"})
    assert [one.text for one in marks("A.C. van Huffelen en A. de Wit", public)] == ["A. de Wit"]


def test_a_name_that_the_record_knows_is_marked_without_any_title() -> None:
    found = marks("Sanne Bakker schreef dit.", known_names=frozenset({"Sanne Bakker"}))
    assert [(one.kind, one.text) for one in found] == [("name", "Sanne Bakker")]


@frozen
class Paper:
    """A value with texts in all its parts."""

    title: str
    parts: dict[str, str]
    lines: tuple[str, ...]


def test_every_text_of_a_value_is_looked_at_and_told_by_its_place() -> None:
    paper = Paper("Nota", {"kern": "Bel 06-12345678"}, ("a@b.nl", "c"))
    assert {(one.text, one.place) for one in marks(paper)} == {
        ("06-12345678", "parts.kern"),
        ("a@b.nl", "lines.1"),
    }


@given(st.lists(st.text(max_size=20), max_size=5), st.text(max_size=20))
def test_changing_nothing_gives_the_same_value(lines: list[str], title: str) -> None:
    paper = Paper(title, {"kern": title}, tuple(lines))
    assert with_texts(paper, lambda text: text) == paper


@given(
    st.text(max_size=60), st.sampled_from(["06-12345678", "a@b.nl", "mevrouw De Vries"]), st.text(max_size=60)
)
def test_after_a_redaction_no_text_holds_the_words_and_nothing_is_left_to_decide(
    before: str, words: str, after: str
) -> None:
    decisions = (Decision(text=words, decision="redact", ground="5.1.2e"),)
    made = redacted(Paper(words, {"kern": f"{before} {words} {after}"}, (words,)), decisions)
    assert not [text for _, text in texts_of(made) if words in text]
    assert made.title == "[Woo 5.1.2.e]"


def test_what_was_decided_is_no_longer_open_and_the_rest_is() -> None:
    found = marks("Bel 06-12345678 of mail a@b.nl")
    kept = (Decision(text="a@b.nl", decision="keep"),)
    assert [one.text for one in undecided(found, kept)] == ["06-12345678"]
    assert redacted("mail a@b.nl", kept) == "mail a@b.nl"
