from pathlib import Path

import pytest

from waarborg.register.organisations import organisation_code, organisation_kind, read_table, unmatched
from waarborg.values.finding import UnusableInput


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Gemeente Delft", "municipality"),
        ("gemeente  Súdwest-Fryslân", "municipality"),
        ("Gemeenschappelijke regeling BEL Combinatie", "joint_arrangement"),
        ("OVER-gemeenten", "joint_arrangement"),
        ("Uitvoeringsinstituut Werknemersverzekeringen (UWV)", "zbo"),
        ("Ministerie van Economische Zaken en Klimaat, Rijksdienst voor Ondernemend Nederland", "agency"),
        ("Wetterskip Fryslân", "water_board"),
        ("Rechtbank Amsterdam", "court"),
        ("Openbaar Lichaam Bonaire", "caribbean_body"),
        ("Gemeentemuseum", "unknown"),
        ("Rudolf B.V.", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_kind_follows_from_the_name_and_an_unknown_name_is_never_guessed(name: str, kind: str) -> None:
    found, rule = organisation_kind(name)
    assert found == kind
    assert (rule is None) == (kind == "unknown")


def test_a_table_of_the_users_own_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("names:\n  zbo: [Gemeente Delft, Stichting Halt]\n", encoding="utf-8")
    table = read_table(path)
    assert organisation_kind("Gemeente Delft", table)[0] == "zbo"
    assert unmatched(["Stichting Halt", "Werkom", "Werkom"], table) == ("Werkom",)


def test_a_table_with_a_kind_that_does_not_exist_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("names:\n  kingdom: [X]\n", encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        read_table(path)
    assert caught.value.finding.where.line in {1, 2}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        # Register van Overheidsorganisaties, shape of its export: Gemeente Helmond is gm0794
        ("Gemeente Helmond", "gm0794"),
        ("gemeente  HELMOND", "gm0794"),
        ("Municipality of Helmond", "gm0794"),
        # Statistics Netherlands: municipality 0344 and province 26 share a name
        ("Gemeente Utrecht", "gm0344"),
        ("Provincie Utrecht", "pv26"),
        ("Gemeente Noorderhaaks", None),
        ("Utrecht", None),
        ("Waterschap Utrecht", None),
    ],
)
def test_a_code_is_given_by_kind_and_name_and_never_guessed(name: str, code: str | None) -> None:
    assert organisation_code(name) == code


def test_a_code_of_the_users_own_goes_first(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("codes: {municipality: {Noorderhaaks: gm9999, Helmond: eigen}}\n", encoding="utf-8")
    own = read_table(path)
    assert organisation_code("Gemeente Noorderhaaks", own) == "gm9999"
    assert organisation_code("Gemeente Helmond", own) == "eigen"
