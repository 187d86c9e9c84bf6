"""The three forms of a paper, as bytes or as a file. DOCX and PDF need the extra ``workbench``."""

import os
import tempfile
from pathlib import Path

from waarborg.publication.papers.paper import Paper
from waarborg.publication.papers.style import NEUTRAL, HouseStyle
from waarborg.publication.templating import render
from waarborg.values.finding import UnusableInput, Where


def docx_bytes(paper: Paper, style: HouseStyle = NEUTRAL) -> bytes:
    """The paper as DOCX: the same bytes each time.

    Raises:
        UnusableInput: ``paper_library_missing``.
    """
    try:
        from waarborg.publication.papers.word import document  # noqa: PLC0415  an extra
    except ImportError:
        raise UnusableInput("paper_library_missing", library="python-docx") from None
    return document(paper, style)


def pdf_bytes(paper: Paper, style: HouseStyle = NEUTRAL) -> bytes:
    """The paper as PDF/UA-1: the same bytes each time, with the same fonts.

    Raises:
        UnusableInput: ``paper_library_missing``, or ``paper_not_set`` with the reason.
    """
    try:
        from waarborg.publication.papers.pdf import document  # noqa: PLC0415  an extra
    except ImportError:
        raise UnusableInput("paper_library_missing", library="typst") from None
    return document(paper, style)


def html_text(paper: Paper, style: HouseStyle = NEUTRAL) -> str:
    """The paper as one HTML page with its own style: it opens from a folder and loads nothing."""
    return render(
        "paper.html", paper.language, paper=paper, style=style, kind_of=lambda one: type(one).__name__
    )


def write_docx(paper: Paper, path: Path, style: HouseStyle = NEUTRAL) -> None:
    """Write the paper as DOCX, whole or not at all.

    Raises:
        UnusableInput: as ``docx_bytes``, or ``output_not_writable``.
    """
    _write(path, docx_bytes(paper, style))


def write_pdf(paper: Paper, path: Path, style: HouseStyle = NEUTRAL) -> None:
    """Write the paper as PDF, whole or not at all.

    Raises:
        UnusableInput: as ``pdf_bytes``, or ``output_not_writable``.
    """
    _write(path, pdf_bytes(paper, style))


def write_html(paper: Paper, path: Path, style: HouseStyle = NEUTRAL) -> None:
    """Write the paper as HTML, whole or not at all.

    Raises:
        UnusableInput: ``output_not_writable``.
    """
    _write(path, html_text(paper, style).encode())


def _write(path: Path, content: bytes) -> None:
    """A temporary file beside the target, renamed when it is whole."""
    part = ""
    try:
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(part).chmod(0o644)
        Path(part).replace(path)
    except OSError as error:
        raise UnusableInput(
            "output_not_writable", Where(file=str(path)), reason=error.strerror or ""
        ) from None
    finally:
        if part:
            Path(part).unlink(missing_ok=True)
