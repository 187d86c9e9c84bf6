"""Proving that a publication is as it was made: every file by its digest, nothing missing, nothing added."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from attrs import frozen

from waarborg.publication.bundle.manifest import EARLIER, NAME, FileRecord, Manifest, digest, read_manifest
from waarborg.values.finding import UnusableInput, Where

_LARGEST_MANIFEST = 50_000_000
_BLOCK = 1 << 20


@frozen(kw_only=True)
class Verification:
    """What was found, by path. ``sha256`` is of the manifest, to compare with one noted elsewhere."""

    ok: bool
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    sha256: str


def verify(folder: Path, *, noted: str = "") -> Verification:
    """Compare a publication, and those kept in it, with its manifest.

    A manifest that is not as it was written counts as changed, and so does one whose digest is not ``noted``.

    Raises:
        UnusableInput: ``publication_not_there`` or ``manifest_too_large``.
    """
    manifest, sha256 = _manifest(folder)
    changed, missing = set[str](), set[str]()
    expected = {NAME}
    if manifest is None or (noted and noted.lower() != sha256):
        changed.add(NAME)
    for root, told in _publications(folder, manifest, changed, missing):
        prefix = f"{root}/" if root else ""
        expected.add(f"{prefix}{NAME}")
        for file in told.files:
            path = f"{prefix}{file.path}"
            expected.add(path)
            _compare(folder, path, file, changed, missing)
    extra = set(_files(folder)) - expected if manifest else set[str]()
    return Verification(
        ok=not (changed or missing or extra),
        changed=tuple(sorted(changed)),
        missing=tuple(sorted(missing)),
        extra=tuple(sorted(extra)),
        sha256=sha256,
    )


def _manifest(folder: Path) -> tuple[Manifest | None, str]:
    path = folder / NAME
    where = Where(file=str(path))
    if path.is_symlink() or not path.is_file():
        raise UnusableInput("publication_not_there", Where(file=str(folder)))
    if path.stat().st_size > _LARGEST_MANIFEST:
        raise UnusableInput("manifest_too_large", where)
    content = path.read_bytes()
    return read_manifest(content), digest(content)


def _publications(
    folder: Path, manifest: Manifest | None, changed: set[str], missing: set[str]
) -> Iterator[tuple[str, Manifest]]:
    """This publication and each one kept in it whose manifest is still the one that this one names."""
    if manifest is None:
        return
    yield "", manifest
    for one in manifest.earlier:
        root = f"{EARLIER}/{one.folder}"
        path = f"{root}/{NAME}"
        if not _is_inside(root) or not _is_plain(folder, path):
            missing.add(path)
            continue
        told, sha256 = _manifest(folder / root)
        if told is None or sha256 != one.sha256:
            changed.add(path)
        else:
            yield root, told


def _compare(folder: Path, path: str, file: FileRecord, changed: set[str], missing: set[str]) -> None:
    """What cannot be read is not proved, and so counts as changed."""
    try:
        if not _is_inside(path):
            changed.add(path)
        elif not (folder / path).exists():
            missing.add(path)
        elif not _is_plain(folder, path) or _digest_of(folder / path) != file.sha256:
            changed.add(path)
    except OSError:
        changed.add(path)


def _is_inside(path: str) -> bool:
    """Whether a path of a manifest stays within its folder: a manifest can come from anybody."""
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts and "\\" not in path and "\0" not in path


def _is_plain(folder: Path, path: str) -> bool:
    """Whether it is a file, reached without a link: a link can show what was never published."""
    steps = PurePosixPath(path).parts
    return (folder / path).is_file() and not any(
        (folder / PurePosixPath(*steps[:count])).is_symlink() for count in range(1, len(steps) + 1)
    )


def _digest_of(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        linked = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in (*files, *linked):
            yield (Path(root) / name).relative_to(folder).as_posix()
