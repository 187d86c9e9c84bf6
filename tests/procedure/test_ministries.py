import pytest

from waarborg.procedure.ministries import belongs


@pytest.mark.parametrize(
    ("office", "ministry", "expected"),
    [
        ("Staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties (Digitalisering)", "BZK", True),
        ("Minister (BZK)", "Binnenlandse Zaken en Koninkrijksrelaties", True),
        ("Minister (BZK)", "bzk", True),
        ("Minister van Buitenlandse Zaken", "BZ", True),
        ("Minister van Binnenlandse Zaken", "BZ", False),
        ("Minister van Economische Zaken en Klimaat", "EZK", True),
        ("Minister van Financiën", "FIN", True),
        ("Wethouder Digitale Stad", "Digitale Stad", True),
        ("Wethouder Digitale Stad", "Stadsbeheer", False),
        ("Minister (BZK)", "", False),
    ],
)
def test_an_office_belongs_to_a_ministry_by_its_short_or_full_name(
    office: str, ministry: str, *, expected: bool
) -> None:
    assert belongs(office, ministry) is expected
