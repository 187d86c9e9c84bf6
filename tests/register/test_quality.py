import pytest

from waarborg.register.placeholders import is_placeholder
from waarborg.register.quality import check_text, mended
from waarborg.register.quality_dates import check_dates
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
