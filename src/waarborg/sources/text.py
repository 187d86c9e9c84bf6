"""Opening a text file within a size limit, whatever honest encoding it is in."""

from pathlib import Path

from waarborg.values.finding import UnusableInput, Where

SIZE_LIMIT = 512 * 1024 * 1024
"""The largest file read, in bytes; generous, and a parameter wherever it is used."""


def read_bytes(path: Path, *, size_limit: int = SIZE_LIMIT) -> bytes:
    """Read a whole file.

    Raises:
        UnusableInput: ``file_not_found``, ``file_not_readable``, ``file_empty`` or ``file_too_large``.
    """
    where = Where(file=str(path))
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnusableInput("file_is_a_folder", where)
        if size > size_limit:
            raise UnusableInput("file_too_large", where, size=size, limit=size_limit)
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnusableInput("file_not_found", where) from None
    except OSError as error:
        raise UnusableInput("file_not_readable", where, reason=error.strerror or "") from None
    if not content.strip():
        raise UnusableInput("file_empty", where)
    return content


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
