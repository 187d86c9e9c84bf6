"""The official downloads beside the Dutch CSV: the English one, and the history with all versions."""

from pathlib import Path

import pytest

from waarborg.register import difference, organisation_kind, read
from waarborg.register.formats.nl_csv import COLUMNS
from waarborg.values.entry import SystemStatus
from waarborg.values.finding import UnusableInput

ENGLISH = {
    "algorithm_id": "12",
    "lang": "Dutch",
    "name": "Reading number plates",
    "organization": "Municipality of Noorderhaaks",
    "status": "In use",
    "category": "Traffic, Space and Infrastructure",
    "publication_category": "Impactful algorithms",
    "standard_version": "1.0",
    "goal": "Finds cars without a permit.",
}


def download(path: Path, *rows: dict[str, str]) -> Path:
    columns = sorted(COLUMNS)
    lines = [columns, *[[row.get(column, "") for column in columns] for row in rows]]
    text = "\ufeff" + "".join(",".join(f'"{cell}"' for cell in line) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_english_download_is_read_as_english_without_a_false_finding(tmp_path: Path) -> None:
    reading = read(download(tmp_path / "eng", ENGLISH))
    (entry,) = reading.entries
    assert (reading.format, entry.language, entry.status) == ("nl-csv", "en", SystemStatus.IN_USE)
    assert entry.category == "Impactful algorithms"
    assert reading.findings[0].code == "declared_category"
    assert len(reading.findings) == 1
    assert organisation_kind(entry.organisation) == ("municipality", "ORG-P-MUNICIPALITY")


@pytest.mark.parametrize(
    ("lang", "language"), [("NLD", "nl"), ("Nederlands", "nl"), ("", "nl"), ("FRY", "fy")]
)
def test_another_download_says_its_language_in_its_own_field(
    tmp_path: Path, lang: str, language: str
) -> None:
    row = ENGLISH | {"lang": lang, "status": "In gebruik", "publication_category": "Impactvolle algoritmes"}
    assert read(download(tmp_path / "file", row)).entries[0].language == language


def version(number: str, day: str, **changed: str) -> dict[str, str]:
    return ENGLISH | {"algorithm_id": number, "publication_dt": day} | changed


def test_the_history_gives_every_version_an_id_of_its_own(tmp_path: Path) -> None:
    path = download(
        tmp_path / "history",
        version("12", "2024-03-01 10:00:00"),
        version("12", "2025-06-02 11:30:00", status="Out of use"),
        version("13", "2025-01-01 09:00:00"),
    )
    reading = read(path)
    assert reading.format == "nl-history"
    assert [entry.source_id for entry in reading.entries] == [
        "12@2024-03-01",
        "12@2025-06-02",
        "13@2025-01-01",
    ]
    assert reading.entries[1].dates["current_version"] == "2025-06-02"
    assert reading.entries[1].status is SystemStatus.OUT_OF_USE
    assert not [finding for finding in reading.findings if finding.code.startswith("id_")]


def test_a_version_published_since_is_what_two_histories_differ_by(tmp_path: Path) -> None:
    rows = [version("12", "2024-03-01"), version("12", "2025-06-02")]
    old = read(download(tmp_path / "old", *rows))
    new = read(download(tmp_path / "new", *rows, version("12", "2026-01-05")))
    found = difference(old, new)
    assert (found.added, found.removed, found.changed) == (("12@2026-01-05",), (), ())


def test_a_plain_download_with_one_row_twice_is_no_history(tmp_path: Path) -> None:
    reading = read(download(tmp_path / "plain", version("12", "2024-03-01"), version("12", "2024-03-01")))
    assert reading.format == "nl-csv"
    assert "id_repeated" in [finding.code for finding in reading.findings]


def test_a_history_without_a_repeat_is_read_as_one_on_request(tmp_path: Path) -> None:
    path = download(tmp_path / "history", version("12", "2024-03-01"))
    assert read(path).entries[0].source_id == "12"
    assert read(path, format="nl-history").entries[0].source_id == "12@2024-03-01"


MAPPING = "register: eigen\ncolumns: {{Naam: name, Wie: organization}}\nencoding: {}\n"


def test_a_mapping_may_say_in_which_encoding_a_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "file.csv").write_bytes("Naam;Wie\nReïntegratie;Gemeente Één\n".encode("cp850"))
    (tmp_path / "map.yaml").write_text(MAPPING.format("cp850"), encoding="utf-8")
    (entry,) = read(tmp_path / "file.csv", mapping=tmp_path / "map.yaml").entries
    assert (entry.name, entry.organisation) == ("Reïntegratie", "Gemeente Één")


@pytest.mark.parametrize("encoding", ["klingon", "base64"])
def test_an_encoding_that_does_not_exist_or_makes_no_text_is_refused(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "file.csv").write_text("Naam;Wie\na;b\n", encoding="utf-8")
    (tmp_path / "map.yaml").write_text(MAPPING.format(encoding), encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        read(tmp_path / "file.csv", mapping=tmp_path / "map.yaml")
    assert caught.value.finding.code == "mapping_encoding_unknown"
    assert caught.value.finding.params["encoding"] == encoding
