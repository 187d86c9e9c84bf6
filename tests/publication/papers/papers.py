"""What the tests of papers share: the demo's case, and the text that can be taken out of each form again."""

import io
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest

from waarborg.procedure.case import read_case
from waarborg.values.case import Case

NOTE = "nota-2023-0000687772"
needs_forms = pytest.mark.skipif(
    find_spec("docx") is None or find_spec("typst") is None or find_spec("pypdf") is None,
    reason="DOCX and PDF need the extra workbench",
)


def demo_case() -> Case:
    """Dossier CXLVII as the package ships it."""
    spec = find_spec("waarborg.publication")
    assert spec
    assert spec.origin
    return read_case(Path(spec.origin).parents[1] / "workbench" / "demo" / "cxlvii.yaml")


def squeezed(text: str) -> str:
    """A text without blanks, since a form may break its lines anywhere."""
    return "".join(text.split())


def pdf_text(content: bytes) -> str:
    """All text of a PDF."""
    from pypdf import PdfReader

    return squeezed("\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def docx_text(content: bytes) -> str:
    """All text of the body of a DOCX, tables in their place."""
    from docx import Document
    from docx.table import Table

    found: list[str] = []
    for part in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(part, Table):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return squeezed("\n".join(found))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the base's name
        self.inside.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.inside[-1:]:
            self.words.append(data)


def html_words(page: str) -> str:
    """All text of an HTML page."""
    reader = _Words()
    reader.feed(page)
    return squeezed("".join(reader.words))
