"""Text as a drafter types it, to blocks: empty lines part paragraphs, three signs begin something else.

``## `` begins a heading, ``- `` an item of a list, ``1. `` a numbered item. All other signs mean themselves.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from waarborg.publication.papers.paper import Block, Heading, Listing, Paragraph, clean

_ITEM = re.compile(r"[-•*]\s+(?P<text>.*)")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<text>.*)")


def blocks(text: str, level: int = 3) -> tuple[Block, ...]:
    """The blocks of a text, in order; its headings are of ``level``, one below what they stand under."""
    whole = clean(text.replace("\r\n", "\n"))
    return tuple(found for part in re.split(r"\n\s*\n", whole) for found in _part(part, level))


def _part(part: str, level: int) -> Iterator[Block]:
    """A part between empty lines can hold a heading, a list and a paragraph right after each other."""
    lines = [line.strip() for line in part.split("\n") if line.strip()]
    while lines:
        block, taken = _first(lines, level)
        yield block
        lines = lines[taken:]


def _first(lines: list[str], level: int) -> tuple[Block, int]:
    if lines[0].startswith("## "):
        return Heading(lines[0][3:], level), 1
    if _ITEM.fullmatch(lines[0]):
        items = _run(lines, _ITEM)
        return Listing(items), len(items)
    if number := _NUMBERED.fullmatch(lines[0]):
        items = _run(lines, _NUMBERED)
        return Listing(items, int(number["number"])), len(items)
    n = next((i for i, line in enumerate(lines) if i and _begins(line)), len(lines))
    return Paragraph(" ".join(lines[:n])), n


def _run(lines: list[str], shape: re.Pattern[str]) -> tuple[str, ...]:
    """The items that follow each other from the first line on."""
    found = takewhile(bool, (shape.fullmatch(line) for line in lines))
    return tuple(match["text"] for match in found if match)


def _begins(line: str) -> bool:
    return bool(line.startswith("## ") or _ITEM.fullmatch(line) or _NUMBERED.fullmatch(line))
