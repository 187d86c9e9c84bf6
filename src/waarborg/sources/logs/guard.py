"""What is checked before a log is opened: that it is there, is no bomb, and is what its name says."""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from waarborg.values.finding import UnusableInput, Where

_CHUNK = 1 << 20


def require_file(path: Path) -> None:
    """Refuse what cannot be read at all.

    Raises:
        UnusableInput: ``file_not_found``, ``file_is_a_folder``, ``file_not_readable`` or ``file_empty``.
    """
    where = Where(file=str(path))
    try:
        if path.is_dir():
            raise UnusableInput("file_is_a_folder", where)
        if path.stat().st_size == 0:
            raise UnusableInput("file_empty", where)
        with path.open("rb") as stream:
            stream.read(1)
    except FileNotFoundError:
        raise UnusableInput("file_not_found", where) from None
    except OSError as error:
        raise UnusableInput("file_not_readable", where, reason=error.strerror or "") from None


def unpacked(path: Path, limit: int) -> Iterator[bytes]:
    """The bytes of a file, unpacked when it is gzip, in pieces, up to ``limit`` bytes in all.

    Raises:
        UnusableInput: ``log_cut`` when the packed stream ends early or is damaged, ``log_unpacks_too_large``.
    """
    done = 0
    with path.open("rb") as probe:
        packed = probe.read(2) == b"\x1f\x8b"
    try:
        with _stream(path, packed=packed) as stream:
            while piece := stream.read(_CHUNK):
                done += len(piece)
                if done > limit:
                    raise UnusableInput("log_unpacks_too_large", Where(file=str(path)), limit=limit)
                yield piece
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise UnusableInput("log_cut", Where(file=str(path))) from None


def _stream(path: Path, *, packed: bool) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb") if packed else path.open("rb"))


def guard_zip(path: Path, limit: int) -> None:
    """Refuse a zip that is damaged, or that says it unpacks to more than ``limit`` bytes.

    Raises:
        UnusableInput: ``log_cut`` or ``log_unpacks_too_large``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnusableInput("log_cut", Where(file=str(path))) from None
    if size > limit:
        raise UnusableInput("log_unpacks_too_large", Where(file=str(path)), limit=limit)
