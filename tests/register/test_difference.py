import json
from pathlib import Path

from waarborg.register import difference, read

RECORD = {
    "id": "1",
    "title": "Parkeerscan",
    "organisatie": "Gemeente Noorderhaaks",
    "doel": "Leest kentekens.",
    "juridische_basis": "",
    "status": "in_gebruik",
    "url": "https://voorbeeld.invalid/oud/1",
    "laatst_gewijzigd": "2026-01-02",
}


def listing(folder: Path, name: str, *records: dict[str, str]) -> Path:
    path = folder / name
    path.write_text(json.dumps({"algoritmes": records}), encoding="utf-8")
    return path


def test_may_to_august_2026_gives_the_figures_that_were_counted_by_hand(shared_data: Path) -> None:
    # issue 7: 100 added, 1 removed, 36 with another title, goal, basis, status or organisation
    folder = shared_data / "registers/nl"
    found = difference(read(folder / "listing-2026-05-13.json"), read(folder / "listing-2026-08-08.json"))
    assert (len(found.added), len(found.removed), len(found.changed)) == (100, 1, 36)
    codes = {(change.code, change.field, change.to) for change in found.format_changes}
    assert codes == {
        ("field_renamed", "laatst_gewijzigd", "geregistreerd"),
        ("field_added", "toegevoegd", None),
        ("values", "url", None),
        ("values", "impactassessment", None),
    }


def test_to_june_the_collector_set_21_guesses_anew_and_21_entries_changed_their_organisation(
    shared_data: Path,
) -> None:
    # issue 7: 21 values of impactassessment on 9 June; an organisation renamed in 21 entries on 19 June
    folder = shared_data / "registers/nl"
    old, new = read(folder / "listing-2026-05-13.json"), read(folder / "listing-2026-06-24.json")
    found = difference(old, new)
    guesses = next(change for change in found.format_changes if change.field == "impactassessment")
    now = {entry.source_id: entry.organisation for entry in new.entries}
    renamed = [
        one.id for one in found.changed if now[one.id] == "Stichting Bureau Informatiediensten Nederland"
    ]
    assert guesses.entries == 21
    assert len(renamed) == 21


def test_a_register_does_not_differ_from_itself(tmp_path: Path) -> None:
    path = listing(tmp_path, "a", RECORD, RECORD | {"id": "2"})
    found = difference(read(path), read(path))
    assert (found.added, found.removed, found.changed, found.format_changes) == ((), (), (), ())


def test_white_space_alone_is_no_change_and_a_word_is(tmp_path: Path) -> None:
    old = read(listing(tmp_path, "a", RECORD, RECORD | {"id": "2"}))
    spaced, worded = (
        RECORD | {"doel": "Leest \n kentekens. "},
        RECORD | {"id": "2", "doel": "Leest gezichten."},
    )
    found = difference(old, read(listing(tmp_path, "b", spaced, worded)))
    assert [(one.id, one.fields) for one in found.changed] == [("2", ("goal",))]


def test_a_new_version_date_alone_is_told_apart_from_a_change_of_content(tmp_path: Path) -> None:
    old = read(listing(tmp_path, "a", RECORD))
    found = difference(old, read(listing(tmp_path, "b", RECORD | {"laatst_gewijzigd": "2026-05-05"})))
    assert (found.changed, found.new_versions) == ((), ("1",))


def test_another_form_of_the_register_is_compared_on_what_both_have(tmp_path: Path) -> None:
    fuller = {
        "lars": "1",
        "name": "Parkeerscan",
        "organization": "Gemeente Noorderhaaks",
        "description_short": "Kort.",
        "goal": "Leest kentekens.",
        "status": "In gebruik",
        "human_intervention": "Ja.",
        "decision_making_process": None,
        "performance_standard": None,
        "competent_authority": None,
        "standard_version": "0.1.0",
    }
    path = tmp_path / "full"
    path.write_text(json.dumps([fuller]), encoding="utf-8")
    found = difference(read(path), read(listing(tmp_path, "b", RECORD)))
    assert found.changed == ()
    assert [(change.code, change.field, change.to) for change in found.format_changes] == [
        ("form", "nl-fulltext", "nl-listing")
    ]
