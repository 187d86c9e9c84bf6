"""Looking into the files that were made: is anything left that was to be taken out?"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape

from waarborg.publication.check.spelling import Reading
from waarborg.publication.check.walking import texts_of

_TAG = re.compile(r"<[^>]*>")
_NEXT = "\0"
"""Between texts that do not follow each other: no words go over it."""
_FOLD = re.compile(r"\r?\n[ \t]")


def left_in(files: Mapping[str, bytes], texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The texts that still stand in a file, as (file, text): in its name, bytes, words or metadata.

    Words are looked for in every spelling, and across the places where a form breaks its lines.
    """
    wanted = [text for text in dict.fromkeys(texts) if text.strip()]
    found: list[tuple[str, str]] = []
    for path, content in files.items():
        said = [Reading.of(words) for words in (path, *_words(path, content))]
        found += [
            (path, text)
            for text in wanted
            if text.encode() in content or any(reading.holds(text) for reading in said)
        ]
    return tuple(found)


def _words(path: str, content: bytes) -> Iterator[str]:
    """Everything that can be read out of a file, by its kind."""
    kind = path.rpartition(".")[2]
    yield from _READERS.get(kind, _plain)(content)


def _plain(content: bytes) -> Iterator[str]:
    yield content.decode("utf-8", errors="replace")


def _marked(content: bytes) -> Iterator[str]:
    """Words between tags, and what stands in the tags themselves."""
    text = content.decode("utf-8", errors="replace")
    yield unescape(text)
    yield unescape(_TAG.sub("", text))
    yield unescape(_TAG.sub(" ", text))


def _json(content: bytes) -> Iterator[str]:
    yield _NEXT.join(text for _, text in texts_of(json.loads(content)))


def _csv(content: bytes) -> Iterator[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    yield _NEXT.join(_NEXT.join(row) for row in rows)


def _calendar(content: bytes) -> Iterator[str]:
    text = _FOLD.sub("", content.decode("utf-8", errors="replace"))
    yield re.sub(r"\\(.)", r"\1", text.replace("\\n", " "))


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            yield name
            yield from _marked(parts.read(name))


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415  an extra, there where papers are made

    reader = PdfReader(io.BytesIO(content))
    yield from (page.extract_text() for page in reader.pages)
    yield "\n".join(map(str, (reader.metadata or {}).values()))
    yield "\n".join(str(item) for item in _all(reader.outline))
    streams = reader.xmp_metadata
    if streams is not None:
        yield from _marked(streams.stream.get_data())


def _all(outline: Iterable[object]) -> Iterator[object]:
    for item in outline:
        if isinstance(item, list):
            yield from _all(item)
        else:
            yield item


_READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    "html": _marked,
    "json": _json,
    "csv": _csv,
    "ics": _calendar,
    "docx": _docx,
    "pdf": _pdf,
}
