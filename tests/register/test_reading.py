import json
from pathlib import Path

import pytest

from waarborg.register import read, stream_register
from waarborg.register.formats.nl_csv import COLUMNS
from waarborg.values.entry import SystemStatus
from waarborg.values.finding import UnusableInput


def listing(*records: dict[str, str]) -> dict[str, object]:
    """A listing as the collector writes it, with our own records."""
    filled = [
        {
            "id": str(number),
            "title": f"Systeem {number}",
            "organisatie": "Gemeente Noorderhaaks",
            "doel": "Het systeem regelt het verkeer.",
            "juridische_basis": "",
            "status": "in_gebruik",
            "impactassessment": "Ja",
            "url": f"https://voorbeeld.invalid/{number}",
            "geregistreerd": "2026-01-02",
        }
        | record
        for number, record in enumerate(records, 1)
    ]
    return {"algoritmes": filled, "count": len(filled)}


def written(folder: Path, content: object, name: str = "register.txt") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def refusal(path: Path, **options: object) -> UnusableInput:
    with pytest.raises(UnusableInput) as caught:
        read(path, **options)  # type: ignore[arg-type]
    return caught.value


def official_csv(*rows: dict[str, str], without: str | None = None) -> str:
    columns = [column for column in sorted(COLUMNS) if column != without]
    lines = [columns, *[[row.get(column, "") for column in columns] for row in rows]]
    return "\ufeff" + "".join(",".join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)


def test_the_listing_of_august_2026_has_1530_entries_of_336_organisations(shared_data: Path) -> None:
    # issue 2, "It must show"
    reading = read(shared_data / "registers/nl/listing-2026-08-08.json")
    assert (reading.format, len(reading.entries), len(reading.organisations)) == ("nl-listing", 1530, 336)


def test_the_full_texts_of_2023_are_read_with_every_status_mapped_and_118_ids_known(
    shared_data: Path,
) -> None:
    # issue 7, "It must show": 130 read, 13 spellings of status mapped, 118 joined by id
    older = read(shared_data / "registers/nl/fulltext-2023-06.json")
    newer = {entry.source_id for entry in read(shared_data / "registers/nl/listing-2026-08-08.json").entries}
    spellings = {entry.texts["status"]: entry.status for entry in older.entries if "status" in entry.texts}
    assert len(older.entries) == 130
    assert len(spellings) == 13
    assert SystemStatus.UNKNOWN not in spellings.values()
    assert len(newer & {entry.source_id for entry in older.entries}) == 118


def test_the_damaged_file_of_2022_gives_96_entries_and_finds_42_with_lost_letters(shared_data: Path) -> None:
    # issue 7, "It must show": three header rows left out
    reading = read(shared_data / "registers/nl/fulltext-2022-12-damaged.json")
    lost = {finding.where.row for finding in reading.findings if finding.code == "characters_lost"}
    assert (len(reading.entries), len(lost)) == (96, 42)
    assert len({entry.source_id for entry in reading.entries}) == 96


@pytest.mark.parametrize(("file", "rows", "high"), [("2024", 2133, 351), ("2025", 3611, 445)])
def test_the_american_inventories_give_their_published_figures(
    shared_data: Path, file: str, rows: int, high: int
) -> None:
    # issue 7, "It must show"
    reading = read(shared_data / f"registers/us/inventory-{file}.csv")
    declared = next(finding for finding in reading.findings if finding.code == "declared_high")
    assert (len(reading.entries), declared.params["count"]) == (rows, high)
    assert len({entry.source_id for entry in reading.entries}) == rows


def test_the_american_inventory_of_2025_reports_silence_and_settles_identities(shared_data: Path) -> None:
    # issue 7: 110 presumed but not, 317 without a safeguard, 704 without an id, 14 that repeat one
    codes = [finding.code for finding in read(shared_data / "registers/us/inventory-2025.csv").findings]
    categories = [entry.category for entry in read(shared_data / "registers/us/inventory-2025.csv").entries]
    assert categories.count("presumed_but_not_high_impact") == 110
    assert codes.count("safeguards_not_stated") == 317
    assert codes.count("id_missing") == 704
    assert codes.count("id_repeated") == 14


def test_the_collectors_guess_at_impact_stays_in_the_raw_record(tmp_path: Path) -> None:
    (entry,) = read(written(tmp_path, listing({}))).entries
    assert entry.raw["impactassessment"] == "Ja"
    assert "Ja" not in (entry.category, *entry.texts.values())


def test_a_field_that_the_listing_has_no_place_for_is_absent_by_form_and_goal_is_not(tmp_path: Path) -> None:
    (entry,) = read(written(tmp_path, listing({}))).entries
    assert {"human_intervention", "risks", "objection_procedure"} <= entry.absent_fields
    assert not {"name", "goal", "lawful_basis", "status"} & entry.absent_fields


def test_the_official_csv_is_known_by_its_columns_and_keeps_text_to_the_letter(tmp_path: Path) -> None:
    row = {
        "algorithm_id": "123",
        "name": "Toezicht",
        "organization": "Gemeente Noorderhaaks",
        "goal": "Eerste alinea.Tweede alinea, met komma",
        "status": "Buiten gebruik",
        "category": "Verkeer, Werk",
        "publication_category": "Impactvolle algoritmes",
        "standard_version": "1.0",
        "begin_date": "2023-01",
    }
    reading = read(written(tmp_path, official_csv(row)))
    (entry,) = reading.entries
    assert reading.format == "nl-csv"
    assert (entry.source_id, entry.name, entry.status) == ("123", "Toezicht", SystemStatus.OUT_OF_USE)
    assert entry.texts["goal"] == "Eerste alinea.Tweede alinea, met komma"
    assert (entry.category, entry.dates["begin_date"]) == ("Impactvolle algoritmes", "2023-01")
    assert "objection_procedure" in entry.absent_fields
    assert [finding.where.field for finding in reading.findings if finding.code == "words_glued"] == ["goal"]


@pytest.mark.parametrize("column", ["name", "organization", "algorithm_id", "human_intervention"])
def test_an_official_csv_without_a_column_is_refused_with_the_column_and_the_line(
    tmp_path: Path, column: str
) -> None:
    found = refusal(written(tmp_path, official_csv({"risks": "x"}, without=column))).finding
    assert (found.code, found.params["columns"], found.where.line) == ("columns_missing", column, 1)


def test_a_row_that_lacks_a_cell_is_refused_with_its_line(tmp_path: Path) -> None:
    text = official_csv({"algorithm_id": "1", "name": "a"}) + '"only","two"\r\n'
    found = refusal(written(tmp_path, text)).finding
    assert (found.code, found.where.line, found.where.row) == ("csv_row_short", 3, 2)


@pytest.mark.parametrize("cut", [1, 30, 200, 5])
def test_a_json_that_breaks_off_is_refused_with_its_place(tmp_path: Path, cut: int) -> None:
    whole = json.dumps(listing({}, {}), indent=1)
    found = refusal(written(tmp_path, whole[:-cut])).finding
    assert found.code == "json_cut_off"
    assert found.where.line is not None
    assert found.where.line <= whole.count("\n") + 1


def test_a_json_with_a_fault_in_the_middle_names_line_and_column(tmp_path: Path) -> None:
    text = '{"algoritmes": [\n{"id": "1"},\n{"id": oops}\n]}'
    found = refusal(written(tmp_path, text)).finding
    assert (found.code, found.where.line, found.where.column) == ("json_malformed", 3, "8")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b" \n\t", "file_empty"),
        (b"%PDF-1.7 ...", "file_of_another_kind"),
        (b"\x89PNG\r\n\x1a\n", "file_of_another_kind"),
        (b"PK\x03\x04not a workbook", "xlsx_unreadable"),
        (b"\x00\x01\x02\x03", "file_is_no_text"),
        (b"<!DOCTYPE html><html></html>", "file_of_another_kind"),
        (b"[]", "register_without_entries"),
        (b"[1, 2]", "record_not_an_object"),
        (b'{"a": NaN}', "json_malformed"),
        (b"[" * 100_000, "json_too_deep"),
        (b"name,colour\nx,red\n", "format_not_recognised"),
    ],
)
def test_what_is_no_register_is_refused_by_its_content_whatever_its_name(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "register.json"
    path.write_bytes(content)
    assert refusal(path).finding.code == code


def test_a_file_over_the_size_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, listing({})), size_limit=10).finding.code == "file_too_large"


def test_a_listing_that_says_another_count_than_it_holds_is_an_error_in_the_data(tmp_path: Path) -> None:
    found = [finding.code for finding in read(written(tmp_path, listing({}) | {"count": 7})).findings]
    assert found == ["count_differs"]


def test_reading_entry_by_entry_gives_the_same_as_reading_whole(tmp_path: Path) -> None:
    path = written(tmp_path, listing({}, {"title": ""}, {"id": "1"}))
    stream = stream_register(path)
    streamed = list(stream)
    whole = read(path)
    assert tuple(entry for entry, _ in streamed) == whole.entries
    assert (*[f for _, found in streamed for f in found], *stream.closing()) == whole.findings


def test_half_a_letter_in_an_escape_is_told_as_a_lost_letter(tmp_path: Path) -> None:
    text = json.dumps(listing({"doel": "DOEL"})).replace("DOEL", "aan \\ud83d het werk")
    reading = read(written(tmp_path, text))
    assert [finding.code for finding in reading.findings] == ["characters_lost"]


def test_a_file_in_windows_1252_and_one_in_utf_16_read_the_same(tmp_path: Path) -> None:
    text = json.dumps(listing({"doel": "Geïnd bij één café"}), ensure_ascii=False)
    (tmp_path / "a").write_bytes(text.encode("cp1252"))
    (tmp_path / "b").write_bytes(text.encode("utf-16"))
    assert read(tmp_path / "a").entries == read(tmp_path / "b").entries
    assert read(tmp_path / "a").entries[0].texts["goal"] == "Geïnd bij één café"
