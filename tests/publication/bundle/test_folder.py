"""A publication is placed whole; what was published before stays, and nothing else is touched."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from waarborg.publication.bundle import digest, verify
from waarborg.values.finding import UnusableInput

pytest.importorskip("docx", reason="the papers need the extra workbench")
pytest.importorskip("typst", reason="the papers need the extra workbench")

from .bundles import AT, ON, files, publish

LATER = dt.date(2024, 6, 28)
LATER_AT = dt.datetime(2024, 6, 28, 16, 0, tzinfo=dt.UTC)
LATEST = dt.date(2025, 7, 11)
LATEST_AT = dt.datetime(2025, 7, 11, 8, 0, tzinfo=dt.UTC)


def test_the_manifest_names_every_file_with_its_digest_and_size(tmp_path: Path) -> None:
    made = publish(tmp_path / "site")
    site = tmp_path / "site"
    on_disk = {
        one.relative_to(site).as_posix(): one.read_bytes()
        for one in site.rglob("*")
        if one.is_file() and one.name != "manifest.json"
    }
    assert {one.path: (one.sha256, one.size) for one in made.files} == {
        path: (digest(content), len(content)) for path, content in on_disk.items()
    }


def test_a_later_publication_names_the_one_before_and_keeps_it_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site)
    first = digest((site / "manifest.json").read_bytes())
    second = publish(site, LATER, LATER_AT)
    third = publish(site, LATEST, LATEST_AT)
    assert second.previous is not None
    assert second.previous.sha256 == first
    assert third.previous is not None
    assert [one.sha256 for one in third.earlier] == [first, third.previous.sha256]
    assert verify(site).ok
    kept = site / "earlier" / third.earlier[0].folder
    assert (kept / "index.html").read_bytes() == files(ON)["index.html"]
    assert verify(kept).ok
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_changed_byte_in_an_earlier_publication_is_found_too(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site)
    made = publish(site, LATER, LATER_AT)
    path = site / "earlier" / made.earlier[0].folder / "en.html"
    path.write_bytes(path.read_bytes().replace(b"Dossier", b"Dossiet", 1))
    assert verify(site).changed == (path.relative_to(site).as_posix(),)


def test_the_same_contents_again_are_the_same_publication(tmp_path: Path) -> None:
    first = publish(tmp_path / "site")
    assert publish(tmp_path / "site", at=AT + dt.timedelta(hours=3)) == first


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda site: (site / "extra.txt").write_text("mine"), "publication_changed"),
        (lambda site: (site / "index.html").write_text("mine"), "publication_changed"),
        (lambda site: (site / "manifest.json").unlink(), "publication_folder_taken"),
    ],
)
def test_what_stands_in_the_folder_is_never_written_over(
    tmp_path: Path, spoil: Callable[[Path], object], code: str
) -> None:
    site = tmp_path / "site"
    publish(site)
    spoil(site)
    before = {one: one.read_bytes() for one in site.rglob("*") if one.is_file()}
    with pytest.raises(UnusableInput) as refused:
        publish(site, LATER, LATER_AT)
    assert refused.value.finding.code == code
    assert {one: one.read_bytes() for one in site.rglob("*") if one.is_file()} == before


def test_another_dossier_does_not_go_in_the_same_folder(tmp_path: Path) -> None:
    publish(tmp_path / "site")
    with pytest.raises(UnusableInput) as refused:
        publish(tmp_path / "site", slug="other")
    assert refused.value.finding.code == "publication_of_another_dossier"


def test_a_folder_that_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, not a folder")
    with pytest.raises(UnusableInput) as refused:
        publish(tmp_path / "file" / "site")
    assert refused.value.finding.code == "output_not_writable"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
