"""Looking into the files that were made: is anything left that was to be taken out?"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import unescape


def left_in(files: Mapping[str, bytes], texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The texts that still stand in a file, as (file, text): in its bytes, its words or its metadata.

    Blanks are left out of account, since a form breaks its lines anywhere.
    """
    wanted = {text: "".join(text.split()) for text in texts if text.strip()}
    found: list[tuple[str, str]] = []
    for path, content in files.items():
        said = ["".join(words.split()) for words in _words(path, content)]
        found += [(path, text) for text, bare in wanted.items() if any(bare in words for words in said)]
    return tuple(found)


def _words(path: str, content: bytes) -> Iterator[str]:
    """Everything that can be read out of a file."""
    plain = content.decode("utf-8", errors="replace")
    yield plain
    if path.endswith(".html"):
        yield unescape(plain)
    elif path.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            yield from (parts.read(name).decode("utf-8", errors="replace") for name in parts.namelist())
    elif path.endswith(".pdf"):
        yield from _pdf(content)


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415  an extra, there where papers are made

    reader = PdfReader(io.BytesIO(content))
    yield from (page.extract_text() for page in reader.pages)
    yield " ".join(map(str, (reader.metadata or {}).values()))
    yield "\n".join(str(item) for item in _all(reader.outline))


def _all(outline: Iterable[object]) -> Iterator[object]:
    for item in outline:
        if isinstance(item, list):
            yield from _all(item)
        else:
            yield item
