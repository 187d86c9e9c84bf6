"""One register, published in each of its forms: the form changes, the register does not."""

import csv
import io
import json
from itertools import permutations
from pathlib import Path

import openpyxl
import pytest

from waarborg.register import Difference, Reading, difference, read
from waarborg.register.fields import register_fields
from waarborg.register.formats.nl_csv import COLUMNS

RECORD = {
    "lars": "12",
    "name": "Parkeerscan",
    "organization": "Gemeente Noorderhaaks",
    "status": "In gebruik",
    "category": "Verkeer, Werk",
    "goal": "Leest kentekens.Er gaat een boete uit.",
    "impacttoetsen": "Gedaan in 2023.",
    "impacttoetsen_grouping": "1: DPIA, https://voorbeeld.invalid/dpia. 2: IAMA",
    "begin_date": "2023-01",
    "publication_dt": "2024-05-02 10:11:12",
    "lang": "Nederlands",
    "standard_version": "1.0",
}
OLDER = {
    "lars": "13",
    "name": "Loting",
    "organization": "Gemeente Noorderhaaks",
    "status": "Buiten gebruik",
    "goal": "Loot.",
    "objection_procedure": "Bij het college.",
    "standard_version": "0.1",
}
ENGLISH = RECORD | {
    "status": "In use",
    "goal": "Reads plates.",
    "name": "Parking",
    "category": "Traffic, Work",
}


def as_csv(path: Path, *records: dict[str, str], columns: frozenset[str] = COLUMNS) -> Reading:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, sorted(columns), extrasaction="ignore", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(record | {"algorithm_id": record["lars"]} for record in records)
    path.write_text("\ufeff" + stream.getvalue(), encoding="utf-8", newline="")
    return read(path)


def as_json(path: Path, *records: dict[str, str]) -> Reading:
    """As the software answers: lists are lists, paragraphs are HTML, and the version has its moment."""
    inner = {
        "goal": "<p>Leest kentekens.</p><p>Er gaat een boete uit.</p>",
        "category": ["Verkeer", "Werk"],
        "impacttoetsen_grouping": [
            {"title": "DPIA", "link": "https://voorbeeld.invalid/dpia"},
            {"title": "IAMA"},
        ],
        "create_dt": "2024-05-02T10:11:12",
    }
    results = [record | inner if record["lars"] == "12" else record for record in records]
    path.write_text(json.dumps({"results": results, "total_count": len(results)}), encoding="utf-8")
    return read(path)


def as_excel(path: Path, *records: dict[str, str], keys: bool) -> Reading:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for record in records:
        version = record["standard_version"]
        sheet = book.create_sheet(version)
        for name, field in register_fields().items():
            if version in field.versions:
                sheet.append([name if keys else field.label, record.get(name, "")])
        sheet.append(["lars" if keys else "Algoritme-ID", record["lars"]])
    book.save(path)
    return read(path)


def as_listing(path: Path, *records: dict[str, str]) -> Reading:
    names = {"id": "lars", "title": "name", "organisatie": "organization", "doel": "goal"}
    listed = [
        {theirs: record[ours] for theirs, ours in names.items()}
        | {"status": record["status"].lower().replace(" ", "_"), "juridische_basis": "", "url": "x"}
        for record in records
    ]
    path.write_text(json.dumps({"algoritmes": listed}), encoding="utf-8")
    return read(path)


def nothing_changed(found: Difference) -> bool:
    return not (found.added or found.removed or found.changed or found.new_versions)


def test_between_any_two_forms_the_register_itself_does_not_change(tmp_path: Path) -> None:
    records = (RECORD, OLDER)
    readings = [
        as_csv(tmp_path / "csv", *records),
        as_json(tmp_path / "json", *records),
        as_excel(tmp_path / "nl.x", *records, keys=False),
        as_excel(tmp_path / "en.x", *records, keys=True),
        as_listing(tmp_path / "listing", *records),
    ]
    for old, new in permutations(readings, 2):
        found = difference(old, new)
        assert nothing_changed(found), (old.format, new.format, found)


def test_the_english_download_is_the_same_register_in_another_language(tmp_path: Path) -> None:
    dutch, english = as_csv(tmp_path / "nld", RECORD), as_csv(tmp_path / "eng", ENGLISH)
    found = difference(dutch, english)
    assert nothing_changed(found)
    (change,) = found.format_changes
    assert (change.code, change.field, change.to, change.unchanged_entries) == ("language", "nl", "en", 1)


def test_a_state_that_changed_is_told_between_two_languages(tmp_path: Path) -> None:
    dutch = as_csv(tmp_path / "nld", RECORD)
    english = as_csv(tmp_path / "eng", ENGLISH | {"status": "Out of use"})
    (changed,) = difference(dutch, english).changed
    assert (changed.id, changed.fields) == ("12", ("status",))


def test_the_newest_versions_of_a_history_are_the_plain_download(tmp_path: Path) -> None:
    earlier = RECORD | {"publication_dt": "2023-01-01 09:00:00", "goal": "Anders."}
    plain, history = as_csv(tmp_path / "plain", RECORD), as_csv(tmp_path / "history", earlier, RECORD)
    assert history.format == "nl-history"
    assert nothing_changed(difference(plain, history))
    assert nothing_changed(difference(history, plain))


def test_what_an_older_version_asked_and_the_download_has_no_column_for_is_not_in_the_source(
    tmp_path: Path,
) -> None:
    (entry,) = as_csv(tmp_path / "plain", OLDER).entries
    assert "objection_procedure" in entry.absent_fields
    (entry,) = as_csv(tmp_path / "more", OLDER, columns=COLUMNS | {"objection_procedure"}).entries
    assert "objection_procedure" not in entry.absent_fields
    assert entry.texts["objection_procedure"] == "Bij het college."


def test_a_download_from_before_version_1_is_read(tmp_path: Path) -> None:
    columns = frozenset(name for name, field in register_fields().items() if "0.4" in field.versions) | {
        "algorithm_id",
        "standard_version",
    }
    reading = as_csv(tmp_path / "old", OLDER | {"standard_version": "0.4"}, columns=columns)
    assert (reading.format, reading.entries[0].source_id) == ("nl-csv-older", "13")
    assert "publication_category" in reading.entries[0].absent_fields


@pytest.mark.parametrize("keys", [True, False])
def test_a_key_that_is_also_a_label_is_the_key(tmp_path: Path, *, keys: bool) -> None:
    (entry,) = as_excel(tmp_path / "x", RECORD, keys=keys).entries
    assert entry.texts["impacttoetsen"] == "Gedaan in 2023."
    assert entry.texts["impacttoetsen_grouping"].startswith("1: DPIA")


def test_within_one_form_words_that_were_joined_are_a_change(tmp_path: Path) -> None:
    found = difference(
        as_csv(tmp_path / "old", RECORD), as_csv(tmp_path / "new", RECORD | {"name": "Parkeer scan"})
    )
    assert [one.fields for one in found.changed] == [("name",)]
