"""Opening a text file within a size limit, whatever honest encoding it is in."""

from pathlib import Path

from waarborg.values.finding import UnusableInput, Where

SIZE_LIMIT = 512 * 1024 * 1024
"""The largest file read, in bytes; generous, and a parameter wherever it is used."""


def check_file(path: Path, *, size_limit: int = SIZE_LIMIT) -> None:
    """Check that a file is there, is a file, holds something and is within the size limit.

    Raises:
        UnusableInput: ``file_not_found``, ``file_is_a_folder``, ``file_not_readable``, ``file_empty`` or
            ``file_too_large``.
    """
    where = Where(file=str(path))
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnusableInput("file_is_a_folder", where)
        with path.open("rb") as stream:
            start = stream.read(1 << 16)
    except FileNotFoundError:
        raise UnusableInput("file_not_found", where) from None
    except OSError as error:
        raise UnusableInput("file_not_readable", where, reason=error.strerror or "") from None
    if size > size_limit:
        raise UnusableInput("file_too_large", where, size=size, limit=size_limit)
    if not start.strip():
        raise UnusableInput("file_empty", where)


def read_bytes(path: Path, *, size_limit: int = SIZE_LIMIT) -> bytes:
    """Read a whole file.

    Raises:
        UnusableInput: what ``check_file`` raises.
    """
    check_file(path, size_limit=size_limit)
    return path.read_bytes()


def decode(content: bytes) -> tuple[str, str]:
    """Turn bytes into text and say which encoding it was.

    UTF-8 (with or without a mark), UTF-16 with a mark, else Windows-1252, in that order: the encodings in
    which registers are published. A byte that Windows-1252 has no letter for becomes U+FFFD, which the
    quality findings then report as a lost character.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), "utf-16"
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "cp1252"
