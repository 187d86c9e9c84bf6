"""The few parts of a DOCX that python-docx has no words for (ECMA-376, part 1)."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph as DocxParagraph

from waarborg.wording import Language, phrase


def element(tag: str, **attributes: str) -> Any:
    """An element with attributes of its own namespace, such as ``w:tblCaption`` with ``w:val``."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def page_number(place: DocxParagraph, language: Language) -> None:
    """The number of the page and of all pages, as fields that Word fills (17.16.5)."""
    before, rest = phrase("paper.page", language, page="\0", pages="\1").split("\0")
    between, after = rest.split("\1")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        if text:
            place.add_run(text)
        if field:
            _field(place, field)


def keep_number_apart(made: DocxDocument, items: Iterable[DocxParagraph], start: int) -> None:
    """Give a numbered list a numbering of its own that begins at ``start`` (17.9.26): else it counts on."""
    numbering = made.part.numbering_part.element
    style = made.styles["List Number"].element
    like = style.pPr.numPr.numId.val
    abstract = next(num for num in numbering.num_lst if num.numId == like).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(start)
    for item in items:
        settings = item._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  no public way to numbering
        settings.get_or_add_ilvl().val = 0
        settings.get_or_add_numId().val = number.numId


def _field(place: DocxParagraph, code: str) -> None:
    for kind in ("begin", "", "separate", "shown", "end"):
        run = place.add_run("1" if kind == "shown" else "")
        if kind == "":
            instruction = element("w:instrText")
            instruction.text = f" {code} "
            run._r.append(instruction)  # noqa: SLF001  no public way to a field
        elif kind != "shown":
            run._r.append(element("w:fldChar", fldCharType=kind))  # noqa: SLF001  as above
