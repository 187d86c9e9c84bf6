"""A bundle in its folder: whole or not at all, with what was published there before kept beside it."""

import datetime as dt
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from waarborg.publication.bundle.build import media_type
from waarborg.publication.bundle.manifest import (
    EARLIER,
    NAME,
    FileRecord,
    Manifest,
    Previous,
    digest,
    manifest_bytes,
    read_manifest,
)
from waarborg.publication.bundle.verify import verify
from waarborg.values.finding import UnusableInput, Where

_SHOWN = 5


def published_in(folder: Path, dossier: str) -> Manifest | None:
    """The manifest of what was published in a folder before; None for a folder that is empty or not there.

    Raises:
        UnusableInput: ``publication_folder_taken``, ``publication_of_another_dossier`` or
            ``publication_changed``: what stands there is never written over.
    """
    where = Where(file=str(folder))
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UnusableInput("publication_folder_taken", where)
    if not folder.exists() or not any(folder.iterdir()):
        return None
    if not (folder / NAME).is_file():
        raise UnusableInput("publication_folder_taken", where)
    found = verify(folder)
    if not found.ok:
        wrong = (*found.changed, *found.missing, *found.extra)
        raise UnusableInput("publication_changed", where, files=", ".join(wrong[:_SHOWN]), count=len(wrong))
    manifest = read_manifest((folder / NAME).read_bytes())
    if manifest is None or manifest.dossier != dossier:
        raise UnusableInput(
            "publication_of_another_dossier", where, dossier=manifest.dossier if manifest else "?"
        )
    return manifest


def manifest_of(
    files: Mapping[str, bytes], before: Manifest | None, *, dossier: str, on: dt.date, at: dt.datetime
) -> Manifest:
    """The manifest of new files after those of ``before``; ``before`` itself where they are the same."""
    records = tuple(
        FileRecord(path=path, sha256=digest(content), size=len(content), media_type=media_type(path))
        for path, content in sorted(files.items())
    )
    if before is not None and before.files == records:
        return before
    made = Manifest(
        dossier=dossier, known_on=on.isoformat(), published_at=_stamp(at).isoformat(), files=records
    )
    if before is None:
        return made
    sha256 = digest(manifest_bytes(before))
    kept = Previous(
        sha256=sha256,
        published_at=before.published_at,
        folder=f"{dt.datetime.fromisoformat(before.published_at):%Y%m%dT%H%M%SZ}-{sha256[:8]}",
    )
    return evolve(made, previous=kept, earlier=(*before.earlier, kept))


def place(files: Mapping[str, bytes], manifest: Manifest, folder: Path) -> None:
    """Put the bundle in its folder. It is made beside it and takes its name when it is complete.

    Raises:
        UnusableInput: ``output_not_writable``; the folder is then as it was.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as name:
            made = Path(name) / "new"
            _write(files, manifest, made)
            if manifest.previous and folder.exists():
                _keep(folder, made / EARLIER, manifest.previous.folder)
            _swap(made, folder, Path(name) / "old")
    except OSError as error:
        raise UnusableInput(
            "output_not_writable", Where(file=str(folder)), reason=error.strerror or ""
        ) from None


def _write(files: Mapping[str, bytes], manifest: Manifest, folder: Path) -> None:
    for path, content in {**files, NAME: manifest_bytes(manifest)}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _keep(folder: Path, earlier: Path, name: str) -> None:
    """What stands in the folder goes under the earlier publications; those it kept go beside it."""
    shutil.copytree(folder, earlier / name, ignore=lambda root, _: [EARLIER] if Path(root) == folder else [])
    if (folder / EARLIER).is_dir():
        shutil.copytree(folder / EARLIER, earlier, dirs_exist_ok=True)


def _swap(made: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


def _stamp(at: dt.datetime) -> dt.datetime:
    return at.astimezone(dt.UTC).replace(microsecond=0)
