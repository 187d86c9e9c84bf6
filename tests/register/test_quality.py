import pytest
from attrs import evolve

from waarborg.register.placeholders import is_placeholder
from waarborg.register.quality import check_text, mended
from waarborg.register.quality_dates import check_dates
from waarborg.register.sameness import NearDuplicates
from waarborg.values.entry import Entry


def entry(**values: object) -> Entry:
    return Entry(register="nl", source_id="1", name="a", organisation="b", **values)  # type: ignore[arg-type]


def codes(name: str, text: str) -> list[str]:
    return [finding.code for finding in check_text(entry(), name, text)]


@pytest.mark.parametrize("text", ["n.v.t.", "-", "N/A", " volgt ", "nvt", "...", "TBD", "--"])
def test_a_filler_is_no_answer(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["Nee", "geen", "n.v.t., want er worden geen persoonsgegevens verwerkt", "0"]
)
def test_a_no_or_a_reason_is_an_answer(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("goal", "Het systeem be\ufffdnvloedt de keuze.", ["characters_lost"]),
        ("goal", "De coÃ¶rdinatie van het werk.", ["characters_broken"]),
        ("goal", "Zo werkt het.Daarna volgt de rest.", ["words_glued"]),
        ("goal", "Voor de gemeenteHet doel is anders.", ["words_glued"]),
        ("goal", "Met DigiD, MijnOverheid, PowerPoint en LinkedIn.", []),
        ("website", "https://www.gemeente.nl/Wat.Is", []),
        ("goal", "x" * 2498, []),
        ("goal", "x" * 2499, ["text_at_limit"]),
        ("contact_email", "j.jansen@gemeente.invalid", ["personal_address"]),
        ("contact_email", "algoritme.register@gemeente.invalid", []),
        ("contact_email", "info@gemeente.invalid", []),
        ("publication_category", "Impactvolle algoritmes", []),
        ("publication_category", "Zeer impactvol", ["value_outside_standard"]),
        ("category", "Verkeer, Ruimte en infrastructuur", []),
        ("category", "Verkeer, Ruimtevaart", ["value_outside_standard"]),
    ],
)
def test_a_text_is_told_what_is_wrong_with_it(name: str, text: str, found: list[str]) -> None:
    assert codes(name, text) == found


def test_a_personal_address_is_not_repeated_in_the_finding() -> None:
    (finding,) = check_text(entry(), "contact_email", "Mail p.devries@gemeente.invalid")
    assert "devries" not in str(finding)


def test_a_limit_of_version_1_0_does_not_bind_an_older_entry() -> None:
    assert not list(check_text(entry(standard_version="0.1.0"), "goal", "x" * 2500))


def test_broken_letters_are_mended_only_where_they_can_be_read_one_way() -> None:
    assert mended("Ã«") == "ë"
    assert mended("Ã") == "Ã"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023-01", []),
        ("2023-01-31", []),
        ("2023", []),
        ("03-2022", ["date_month_first"]),
        ("2023-13", ["date_not_readable"]),
        ("binnenkort", ["date_not_readable"]),
        ("n.v.t.", ["placeholder"]),
    ],
)
def test_a_date_is_told_what_is_wrong_with_it(text: str, found: list[str]) -> None:
    assert [finding.code for finding in check_dates(entry(dates={"begin_date": text}))] == found


def test_a_month_written_first_says_which_month_is_meant() -> None:
    (finding,) = check_dates(entry(dates={"begin_date": "03-2022"}))
    assert finding.params["meant"] == "2022-03"


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("a.postma@gemeente.invalid", True),
        ("jan_jansen@gemeente.invalid", True),
        ("p.jansen2@gemeente.invalid", True),
        ("anne-marie.bakker@gemeente.invalid", True),
        ("m.müller@gemeente.invalid", True),
        ("kees@gmail.com", True),
        ("info@gmail.com", False),
        ("woo.verzoeken@gemeente.invalid", False),
        ("functionaris.gegevensbescherming@gemeente.invalid", False),
        ("team-handhaving.noord@gemeente.invalid", False),
        ("sociaal-domein@gemeente.invalid", False),
        ("algoritme2024.register@gemeente.invalid", False),
    ],
)
def test_an_address_is_of_a_person_or_of_an_office(address: str, *, personal: bool) -> None:
    assert codes("contact_email", f"Mail naar {address}.") == ["personal_address"] * personal


@pytest.mark.parametrize(
    "text", ["nog te bepalen", "Wordt nog ingevuld.", "https://", "#N/A", "(leeg)", "n.t.b."]
)
def test_a_filler_in_other_words_is_no_answer_either(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kosten: \u20ac 100", "characters_broken"),
        ("Een \ufffd ding", "characters_lost"),
        ("\U0001f600", "characters_broken"),
    ],
)
def test_letters_of_three_and_four_bytes_are_seen_to_be_broken(text: str, found: str) -> None:
    assert codes("goal", text.encode().decode("cp1252")) == [found]


@pytest.mark.parametrize("text", ["Mâcon, café, één", "À la carte", "Ångström"])
def test_letters_with_a_mark_are_not_broken(text: str) -> None:
    assert codes("goal", text) == []


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("12-05-2020", "nl", "2020-05-12"),
        ("12.05.2020", "de", "2020-05-12"),
        ("31/12/2021", "nl", "2021-12-31"),
        ("11/22/2022", "nl", "2022-11-22"),
        ("2022-3", "nl", "2022-03"),
        ("2022/03", "nl", "2022-03"),
        ("06/01/2022", "nl", None),
        ("12-05-2020", "en", None),
        ("2022-02-30", "nl", None),
        ("00-2022", "nl", None),
    ],
)
def test_a_date_written_another_way_says_what_is_meant_only_where_that_is_certain(
    text: str, language: str, meant: str | None
) -> None:
    (finding,) = check_dates(entry(dates={"begin_date": text}, language=language))
    assert finding.code == ("date_written_otherwise" if meant else "date_not_readable")
    assert finding.params.get("meant") == meant


@pytest.mark.parametrize("text", ["09/24/2024 12:00:00 AM", "9/24/2024", "3/2024"])
def test_the_usual_american_ways_are_well_written_in_an_english_register(text: str) -> None:
    assert not list(check_dates(entry(dates={"begin_date": text}, language="en")))


def test_the_same_registration_under_another_id_is_told_however_short_it_is() -> None:
    seen = NearDuplicates()
    first = entry(texts={"goal": "Kiest  dossiers."})
    assert seen.check(first) == ()
    (finding,) = seen.check(evolve(first, source_id="2", row=7, texts={"goal": "Kiest dossiers."}))
    assert (finding.code, finding.params["id"], finding.where.row) == ("duplicate", "1", 7)
    assert seen.check(evolve(first, source_id="3", organisation="c")) == ()
