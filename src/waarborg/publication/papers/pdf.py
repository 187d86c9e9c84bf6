"""A paper as PDF/UA-1 (ISO 14289-1) through typst: tagged, with language, title and bookmarks."""

import datetime as dt
import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import typst
from attrs import asdict

from waarborg.publication.papers.paper import Block, Paper
from waarborg.publication.papers.picture import bare_picture
from waarborg.publication.papers.style import HouseStyle
from waarborg.values.finding import UnusableInput
from waarborg.wording import phrase

_TEMPLATE = Path(__file__).parent / "templates" / "paper.typ"
_NO_SHAPE = re.compile(
    r'text `"(?P<sign>.+?)"` could not be displayed with font `"(?P<font>.+?)"`', re.DOTALL
)
_LONG_AGO = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def document(paper: Paper, style: HouseStyle) -> bytes:
    """The PDF. All text goes to the template as data, so no sign of it is ever read as a command.

    Raises:
        UnusableInput: ``paper_sign_without_font``, or ``paper_not_set`` with what typst says.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copy(_TEMPLATE, place / "paper.typ")
        (place / "paper.json").write_text(json.dumps(_data(paper, style), ensure_ascii=False), "utf-8")
        if style.logo:
            (place / "logo").write_bytes(bare_picture(Path(style.logo).read_bytes()))
        return _compiled(place, paper, style)


def _compiled(place: Path, paper: Paper, style: HouseStyle) -> bytes:
    made = dt.datetime.combine(paper.date, dt.time(), dt.UTC) if paper.date else _LONG_AGO
    fonts = [style.font_folder] if style.font_folder else []
    try:
        return typst.compile(
            str(place / "paper.typ"),
            root=str(place),
            font_paths=fonts,
            pdf_standards="ua-1",
            timestamp=made,
        )
    except (RuntimeError, typst.TypstError) as error:
        raise _refusal(str(error)) from None


def _refusal(told: str) -> UnusableInput:
    """PDF/UA wants a shape for every sign (7.21.7): the sign that has none is named."""
    if missing := _NO_SHAPE.search(told):
        return UnusableInput("paper_sign_without_font", sign=missing["sign"], font=missing["font"])
    return UnusableInput("paper_not_set", reason=told.strip())


def _data(paper: Paper, style: HouseStyle) -> dict[str, Any]:
    return {
        "language": paper.language,
        "name": paper.name,
        "title": paper.title,
        "sender": paper.sender,
        "mark": paper.mark,
        "notice": paper.notice,
        "frame": [[line.label, line.value] for line in paper.frame],
        "body": [_block(block) for block in paper.body],
        "signature": list(paper.signature),
        "annexes": [_block(block) for block in paper.annexes],
        "page": phrase("paper.page", paper.language, page="%1", pages="%2"),
        "style": asdict(style) | {"address": list(style.address)},
    }


def _block(block: Block) -> dict[str, Any]:
    return {"is": type(block).__name__, **asdict(block)}
