"""What the check marks, and what it leaves alone."""

from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from waarborg.publication.check import (
    GROUNDS,
    Decision,
    Names,
    marks,
    marks_in,
    names_on_record,
    open_marks,
    read_decisions,
    redacted,
    undecided,
)
from waarborg.publication.check.walking import texts_of, with_texts
from waarborg.values.case import CaseParty
from waarborg.values.finding import UnusableInput
from waarborg.wording import phrase


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("Bel 06-12345678.", "phone", "06-12345678"),
        ("Bel 070 426 64 26 voor vragen", "phone", "070 426 64 26"),
        ("tel. +31 6 1234 5678", "phone", "+31 6 1234 5678"),
        ("tel. (070) 4266426", "phone", "(070) 4266426"),
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
    "number",
    [
        *(
            "+31 (0)70 426 64 26",
            "070/4266426",
            "070.426.64.26",
            "06 \u2013 1234 5678",
            "06\u201112 34 56 78",
        ),
        *("0031612345678", "31612345678", "+31-(0)6-12345678", "(0)6 12345678", "06_12345678"),
        *(
            "0 6 1 2 3 4 5 6 7 8",
            "+32 2 123 45 67",
            "0049 30 1234567",
            "+1 (212) 555-0199",
            "06\u200b12345678",
        ),
    ],
)
def test_a_phone_number_is_marked_in_every_way_that_people_write_one(number: str) -> None:
    (found,) = marks(f"Bel {number}, graag.")
    assert (found.kind, found.text) == ("phone", number.replace("\u200b", ""))


@pytest.mark.parametrize(
    "address",
    [
        *("s.bakker [at] minbzk.nl", "s.bakker(at)minbzk(dot)nl", "s.bakker at minbzk.nl", "jan @ rijk.nl"),
        *("s.bakker apenstaartje minbzk punt nl", "s.o'neil@minbzk.nl", "jan%40rijk.nl", "a.b+c@x-y.co.uk"),
    ],
)
def test_an_email_address_is_marked_in_every_way_that_people_write_one(address: str) -> None:
    assert [(one.kind, one.text) for one in marks(f"Mail <{address}>.")] == [("email", address)]


@pytest.mark.parametrize(
    ("text", "kind", "marked"),
    [
        ("rekening BE68 5390 0754 7034 op naam", "iban", "BE68 5390 0754 7034"),
        ("op nl91abna0417164300 gestort", "iban", "nl91abna0417164300"),
        ("tel: 426 64 26", "phone", "426 64 26"),
        ("nummer 1234.56.782", "citizen_number", "1234.56.782"),
        ("BSN: 123456789", "citizen_number", "123456789"),
        ("aan de Kerkstraat 12, 1234 AB Utrecht", "address", "Kerkstraat 12, 1234 AB"),
        ("op 2511 CW Den Haag", "address", "2511 CW"),
        ("zij is geboren op 12-03-1980", "birth", "geboren op 12-03-1980"),
        ("Met vriendelijke groet,\nYentl Poespas", "signature", "Yentl Poespas"),
    ],
)
def test_what_a_label_or_a_check_sum_gives_away_is_marked(text: str, kind: str, marked: str) -> None:
    assert [(one.kind, one.text) for one in marks(text)] == [(kind, marked)]


@pytest.mark.parametrize(
    "name",
    [
        *("Sanne Bakker", "SANNE BAKKER", "sanne bakker", "Pieter van den Berg", "Fatima El Idrissi"),
        *("Anne-Marie van der Berg-Smit", "Zoë Öztürk", "J de Vries", "Bakker, S.", "Vries, J. de"),
        *(
            "mevrouw Sanne de Bakker",
            "de heer Van 't Hoff",
            "Mw. mr. dr. A.B. de Graaf-Jansen",
            "Emily Clarke",
        ),
        *("Wiebren Hofstra", "Xander van der Poespas", "A. Ambtenaar"),
    ],
)
def test_a_name_is_marked_with_or_without_a_title_and_whole(name: str) -> None:
    assert [(one.kind, one.text) for one in marks(f"gesproken met {name} over de nota")] == [("name", name)]


@pytest.mark.parametrize("label", ["ambtenaar", "Opgesteld door", "contactpersoon:", "civil servant"])
def test_words_after_a_label_are_a_name_and_an_office_there_is_none(label: str) -> None:
    assert [one.text for one in marks(f"{label} Yentl Kwakkelaar")] == ["Yentl Kwakkelaar"]
    assert marks(f"{label} Directie Digitale Overheid") == marks(f"{label} DGOO") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Onze referentie 2023-0000687772, kst-26643-1029, zaak 2025Z14618.",
        "Nummer 123456789 doorstaat de elfproef niet.",
        "Van 21 maart 2023 tot 11 juli 2023, 105 dagen; begroting 2024: 1.250.000 euro.",
        "Motie G. De commissie nam dat aan. Letter I. Dat stuk is niet gevonden.",
        "De commissies J&V en BIZA; artikel 5.1.2 Woo; EU 2024/1689.",
        "Een afleiding. Dat is geen titel.",
        "Van 06-07-2023 tot 11-07-2023, en op 01-02-2023 10:15.",
        "Raad van State; Tweede Kamer der Staten-Generaal; Reglement van Orde; Kamer, A. Dat stuk.",
        "Gemeente Rotterdam en Sociale Verzekeringsbank, het zomerreces van 2023 EK.",
        "Postbus 20011, 2500 EA Den Haag",
        "Dat is werk van een medewerker. Vervolgens kijkt men niet verder dan meer gegevens.",
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
    public = Names(public=frozenset({"A.C. van Huffelen"}))
    assert [one.text for one in marks("A.C. van Huffelen en A. de Wit", public)] == ["A. de Wit"]


def test_only_who_holds_an_office_at_the_top_is_public_and_any_other_holder_is_an_official() -> None:
    parties = (
        CaseParty(id="a", name="Staatssecretaris Koninkrijksrelaties (BZK)", holder="T. Top"),
        CaseParty(id="b", name="commissie voor Justitie", chamber="EK", holder="L. Lid"),
        CaseParty(id="c", name="DGOO", holder="Ada Schrijver"),
        CaseParty(id="d", name="CZW", holder=" "),
    )
    found = names_on_record(parties, ["Bea Bureau", "Nemo"])
    assert found == Names(frozenset({"T. Top", "L. Lid"}), frozenset({"Ada Schrijver", "Bea Bureau"}))
    assert [one.text for one in marks("ada schrijver en T. Top", found)] == ["ada schrijver"]


def test_a_name_that_the_record_knows_is_marked_without_any_title() -> None:
    found = marks("De tekst is van sanne  bakker zelf.", Names(known=frozenset({"Sanne Bakker"})))
    assert [(one.kind, one.text) for one in found] == [("name", "sanne  bakker")]


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


def test_a_name_within_longer_words_that_went_is_open_where_it_stands_alone() -> None:
    text = "Mevrouw S. Bakker schreef; S. Bakker tekende."
    assert [one.text for one in open_marks(text, ())] == ["Mevrouw S. Bakker", "S. Bakker"]
    first = (Decision(text="Mevrouw S. Bakker", decision="redact", ground="5.1.2e"),)
    assert [one.text for one in open_marks(text, first)] == ["S. Bakker"]


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("06-12345678", "06 1234 5678"),
        ("06-12345678", "06/12345678"),
        ("Sanne Bakker", "SANNE  BAKKER"),
        ("Sanne Bakker", "Sanne\u00a0Bak\u00adker"),
        ("s.bakker@rijk.nl", "S.Bakker@rijk.nl"),
        ("NL91ABNA0417164300", "nl91 abna 0417 1643 00"),
    ],
)
def test_one_decision_holds_for_every_spelling_of_the_same_words(words: str, other: str) -> None:
    gone = (Decision(text=words, decision="redact", ground="5.1.2e"),)
    assert redacted(f"Aan {other}.", gone) == "Aan [Woo 5.1.2.e]."
    kept = (Decision(text=words, decision="keep"),)
    assert open_marks(f"Aan {other}.", kept) == ()


def test_a_ground_is_read_as_people_write_it(tmp_path: Path) -> None:
    path = tmp_path / "decided.yaml"
    grounds = ("Woo 5.1.2.e", "5.1.2e", "5.1.1.e", "5.2", "5.1.5")
    lines = (f"- {{text: a, decision: redact, ground: '{one}'}}" for one in grounds)
    path.write_text("decisions:\n" + "\n".join(lines))
    assert [one.ground for one in read_decisions(path)] == ["5.1.2e", "5.1.2e", "5.1.1e", "5.2", "5.1.5"]
    path.write_text("decisions: [{text: a, decision: redact, ground: 5.1.2.z}]")
    with pytest.raises(UnusableInput, match="ground_not_known"):
        read_decisions(path)


def test_every_ground_is_said_in_both_languages() -> None:
    assert {code: label for code, label in GROUNDS.items() if code in {"5.1.2e", "5.2"}} == {
        "5.1.2e": "Woo 5.1.2.e",
        "5.2": "Woo 5.2",
    }
    for code in GROUNDS:
        key = f"ground.{code.replace('.', '_')}"
        assert phrase(key, "nl") != phrase(key, "en")


def test_a_redaction_leaves_longer_words_in_other_letters_alone() -> None:
    gone = (Decision(text="Bos", decision="redact", ground="5.1.2e"),)
    assert redacted("BOS en bosbouw", gone) == "[Woo 5.1.2.e] en bosbouw"


def test_what_was_decided_is_no_longer_open_and_the_rest_is() -> None:
    found = marks("Bel 06-12345678 of mail a@b.nl")
    kept = (Decision(text="a@b.nl", decision="keep"),)
    assert [one.text for one in undecided(found, kept)] == ["06-12345678"]
    assert redacted("mail a@b.nl", kept) == "mail a@b.nl"
