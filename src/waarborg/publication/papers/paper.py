"""A paper as content: what it says and how that is ordered, before it takes a form.

Every form (DOCX, PDF, HTML) holds exactly the texts of ``Paper.texts``, in that order; the tests take them
out of each form again.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from waarborg.wording import Language


def clean(text: str) -> str:
    """Text that every form can hold: no control signs, no lone surrogates, no signs that are none.

    XML 1.0 (2.2 Char) and UTF-8 refuse these; they come along when people paste.
    """
    kept = (sign for sign in str(text) if sign in "\t\n" or not _unfit(sign))
    return "".join(kept).strip()


def _unfit(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs"} or ord(sign) & 0xFFFE == 0xFFFE  # noqa: PLR2004  U+nFFFE, U+nFFFF


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(text) for text in texts)


@frozen
class Heading:
    """A heading below the title: level 2 for a part, 3 within a part."""

    text: str = field(converter=clean)
    level: int = 2

    def texts(self) -> Iterator[str]:
        """Its words."""
        yield self.text


@frozen
class Paragraph:
    """A paragraph; ``strong`` for a line that must not be missed."""

    text: str = field(converter=clean)
    strong: bool = False

    def texts(self) -> Iterator[str]:
        """Its words."""
        yield self.text


@frozen
class Listing:
    """A list, with dots or with numbers from ``start``."""

    items: tuple[str, ...] = field(converter=_cleaned)
    start: int | None = None

    def texts(self) -> Iterator[str]:
        """Its items."""
        yield from self.items


def _rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(_cleaned(row) for row in rows)


@frozen
class Table:
    """A table with a row of headers; ``name`` is its heading for those who do not see it."""

    name: str = field(converter=clean)
    head: tuple[str, ...] = field(converter=_cleaned)
    rows: tuple[tuple[str, ...], ...] = field(converter=_rows)

    def texts(self) -> Iterator[str]:
        """Its cells, row by row."""
        yield from self.head
        for row in self.rows:
            yield from row


Block = Heading | Paragraph | Listing | Table


@frozen
class FrameLine:
    """A line of the frame: what it is, and its value."""

    label: str = field(converter=clean)
    value: str = field(converter=clean)


@frozen(kw_only=True)
class Paper:
    """A paper.

    ``kind`` is its code, ``name`` that kind in words; ``mark`` is the action it asks, where it asks one;
    ``date`` is None for a paper that has no day yet; ``notice`` says what a reader must know before all else;
    ``annexes`` stand below the signature.
    """

    kind: str
    language: Language
    name: str = field(converter=clean)
    title: str = field(converter=clean)
    sender: str = field(converter=clean)
    date: dt.date | None = None
    mark: str = field(default="", converter=clean)
    notice: str = field(default="", converter=clean)
    frame: tuple[FrameLine, ...] = ()
    body: tuple[Block, ...] = ()
    signature: tuple[str, ...] = field(default=(), converter=_cleaned)
    annexes: tuple[Block, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every text of the paper in reading order; empty ones are left out."""
        head = (self.notice, self.sender, self.name, self.mark)
        frame = (text for line in self.frame for text in (line.label, line.value))
        body = (text for block in self.body for text in block.texts())
        below = (text for block in self.annexes for text in block.texts())
        return tuple(text for text in (*head, *frame, self.title, *body, *self.signature, *below) if text)
