"""What was published is proved unchanged, and whatever differs is named."""

import json
from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waarborg.publication.bundle import digest, manifest_bytes, verify
from waarborg.publication.bundle.manifest import FileRecord, Manifest, read_manifest
from waarborg.values.finding import UnusableInput

pytest.importorskip("docx", reason="the papers need the extra workbench")
pytest.importorskip("typst", reason="the papers need the extra workbench")

from .bundles import publish


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "site"
    publish(folder)
    return folder


def test_what_was_just_published_is_unchanged(site: Path) -> None:
    found = verify(site)
    assert (found.ok, found.changed, found.missing, found.extra) == (True, (), (), ())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_any_byte_of_any_file_that_changes_is_found_and_its_file_named(site: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  a place to change, not a secret
    path = chance.choice(sorted(one for one in site.rglob("*") if one.is_file()))
    before = path.read_bytes()
    place = chance.randrange(len(before))
    path.write_bytes(
        before[:place] + bytes([before[place] ^ (1 << chance.randrange(8))]) + before[place + 1 :]
    )
    try:
        found = verify(site)
    finally:
        path.write_bytes(before)
    assert not found.ok
    assert found.changed == (path.relative_to(site).as_posix(),)


def test_a_file_that_is_gone_and_one_that_was_added_are_named(site: Path) -> None:
    gone, added = site / "data" / "facts.csv", site / "papers" / "extra.pdf"
    kept = gone.read_bytes()
    gone.unlink()
    added.write_text("not ours")
    found = verify(site)
    gone.write_bytes(kept)
    added.unlink()
    assert (found.missing, found.extra, found.changed) == (("data/facts.csv",), ("papers/extra.pdf",), ())


def test_a_link_in_place_of_a_file_counts_as_changed(site: Path, tmp_path: Path) -> None:
    path = site / "deadlines.ics"
    kept = path.read_bytes()
    other = tmp_path / "same.ics"
    other.write_bytes(kept)
    path.unlink()
    path.symlink_to(other)
    found = verify(site)
    path.unlink()
    path.write_bytes(kept)
    assert found.changed == ("deadlines.ics",)


def test_a_linked_folder_counts_as_added(site: Path, tmp_path: Path) -> None:
    link = site / "elsewhere"
    link.symlink_to(tmp_path, target_is_directory=True)
    found = verify(site)
    link.unlink()
    assert found.extra == ("elsewhere",)


def test_a_whole_new_manifest_shows_against_the_digest_that_was_noted(site: Path) -> None:
    noted = digest((site / "manifest.json").read_bytes())
    assert verify(site, noted=noted.upper()).ok
    assert verify(site, noted="0" * 64).changed == ("manifest.json",)


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/hostname", "data/../../outside.txt", "a\\..\\b"])
def test_a_manifest_of_somebody_else_cannot_point_outside_its_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "outside.txt").write_text("secret")
    site = tmp_path / "site"
    site.mkdir()
    record = FileRecord(path=path, sha256=digest(b"secret"), size=6, media_type="text/plain")
    made = Manifest(dossier="x", known_on="2024-01-01", published_at="2024-01-01", files=(record,))
    (site / "manifest.json").write_bytes(manifest_bytes(made))
    assert verify(site).changed == (path,)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "{", '{"version": 1}', "\ufeff{}", "[" * 100_000])
def test_a_manifest_that_is_none_counts_as_changed(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    assert verify(tmp_path).changed == ("manifest.json",)


def test_a_folder_without_a_publication_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as refused:
        verify(tmp_path)
    assert refused.value.finding.code == "publication_not_there"


def test_a_manifest_is_read_as_it_was_written_and_in_no_other_form() -> None:
    made = Manifest(
        dossier="cxlvii", known_on="2024-01-01", published_at="2024-01-01T00:00:00+00:00", files=()
    )
    content = manifest_bytes(made)
    assert read_manifest(content) == made
    assert read_manifest(json.dumps(json.loads(content)).encode()) is None
    assert read_manifest(manifest_bytes(evolve(made, version=2))) is None


def test_a_file_that_cannot_be_read_counts_as_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    publish(folder)

    opened = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        if path.name == "index.html":
            raise PermissionError(path)
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    found = verify(folder)
    assert (found.ok, found.changed, found.missing, found.extra) == (False, ("index.html",), (), ())
