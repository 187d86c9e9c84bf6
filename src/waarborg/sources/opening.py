"""What kind of file this is and in which encoding, found in its content and never in its name."""

import codecs
import re
from pathlib import Path
from typing import TextIO

from attrs import frozen

from waarborg.sources.text import SIZE_LIMIT, check_file
from waarborg.values.finding import UnusableInput, Where

CHUNK = 1 << 20
"""Bytes or characters read at a time."""

_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\xd0\xcf\x11\xe0", "Office 97-2003"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"PAR1", "Parquet"),
)
_ESCAPED = re.compile("[\udc80-\udcff]")
_MARKUP = (("<!doctype html", "HTML"), ("<html", "HTML"), ("<?xml", "XML"))


@frozen
class TextFile:
    """A text file that passed the guards: its path and how to decode it."""

    path: Path
    encoding: str

    def open(self) -> TextIO:
        """Open it for reading; bytes without a letter become U+FFFD, line ends stay as they are."""
        return self.path.open(encoding=self.encoding, errors="replace", newline="")


def is_zip(path: Path) -> bool:
    """Whether the content is a zip archive, as every XLSX workbook is."""
    with path.open("rb") as stream:
        return stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def open_text(path: Path, *, size_limit: int = SIZE_LIMIT, encoding: str | None = None) -> TextFile:
    """Check that a file is text within the size limit and find its encoding, a chunk at a time.

    ``encoding`` overrules what is found, for who knows better.

    Raises:
        UnusableInput: ``file_of_another_kind`` with the kind, ``file_is_no_text``, or what ``check_file``
            raises.
    """
    check_file(path, size_limit=size_limit)
    with path.open("rb") as stream:
        start = stream.read(CHUNK)
    if encoding is not None:
        return TextFile(path, encoding)
    _refuse_other_kinds(path, start)
    return TextFile(path, _encoding(path, start))


def _refuse_other_kinds(path: Path, start: bytes) -> None:
    kind = next((kind for signature, kind in _SIGNATURES if start.startswith(signature)), None)
    opening = start[:200].decode("utf-8-sig", errors="replace").lstrip().lower()
    kind = kind or next((kind for tag, kind in _MARKUP if opening.startswith(tag)), None)
    if kind is None and is_zip(path):
        kind = "zip"
    if kind is None and b"\x00" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnusableInput("file_is_no_text", Where(file=str(path)))
    if kind:
        raise UnusableInput("file_of_another_kind", Where(file=str(path)), kind=kind)


def _encoding(path: Path, start: bytes) -> str:
    """The encoding, by the rule of ``text.decode``; a file of mostly good UTF-8 stays UTF-8.

    A file cut in the middle of a letter, or with a few bytes lost, is still UTF-8: it is so when it holds
    more letters that are good UTF-8 than bytes that are not.
    """
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if _is_utf_8(path) or _is_mostly_utf_8(path) else "cp1252"


def _is_utf_8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf_8(path: Path) -> bool:
    """Whether a file with faults holds at least as many good letters beyond ASCII as bytes that are none."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="surrogateescape")
    good = bad = 0
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            text = decoder.decode(chunk)
            lost = len(_ESCAPED.findall(text))
            good += len(text) - len(text.encode("ascii", "ignore")) - lost
            bad += lost
    return good >= bad + len(decoder.getstate()[0])
