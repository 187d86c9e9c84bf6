"""A paper as DOCX through python-docx: real styles, so that officials edit it in Word as any paper."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.shared import Emu, Mm, Pt
from docx.table import Table as DocxTable
from docx.text.paragraph import Paragraph as DocxParagraph

from waarborg.publication.papers.paper import Block, Heading, Listing, Paper, Paragraph, Table
from waarborg.publication.papers.picture import bare_picture
from waarborg.publication.papers.style import HouseStyle
from waarborg.publication.papers.word_parts import element, keep_number_apart, page_number
from waarborg.publication.papers.word_styles import FRAME, MARK, NOTICE, SENDER, SIGNATURE, set_styles

_LONG_AGO = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def document(paper: Paper, style: HouseStyle) -> bytes:
    """The DOCX: the same bytes each time, and nothing in it of the machine or the person that made it."""
    made = Document()
    set_styles(made, style, paper.language)
    _properties(made, paper)
    _page(made, paper, style)
    _head(made, paper, style)
    made.add_paragraph(paper.title, style="Title")
    for block in paper.body:
        _WRITERS[type(block)](made, block)
    _signature(made, paper)
    for block in paper.annexes:
        _WRITERS[type(block)](made, block)
    _without_thumbnail(made)
    stream = io.BytesIO()
    made.save(stream)
    return _steady(stream.getvalue())


def _properties(made: DocxDocument, paper: Paper) -> None:
    told = made.core_properties
    day = dt.datetime.combine(paper.date, dt.time(), dt.UTC) if paper.date else _LONG_AGO
    told.title, told.language, told.subject = paper.title, paper.language, paper.name
    told.author, told.last_modified_by, told.comments, told.keywords = paper.sender, paper.sender, "", ""
    told.created, told.modified, told.revision = day, day, 1


def _page(made: DocxDocument, paper: Paper, style: HouseStyle) -> None:
    """A4 with its margins; the address and the number of the page below."""
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Mm(30), Mm(25), Mm(25), Mm(28)
    foot = page.footer.paragraphs[0]
    if style.address:
        foot.add_run(" · ".join(style.address))
        foot = page.footer.add_paragraph(style="Footer")
    page_number(foot, paper.language)


def _head(made: DocxDocument, paper: Paper, style: HouseStyle) -> None:
    if paper.notice:
        made.add_paragraph(paper.notice, style=NOTICE)
    if style.logo:
        _logo(made.add_paragraph(), style)
    if style.organisation and style.organisation != paper.sender:
        made.add_paragraph(style.organisation, style=SENDER).paragraph_format.keep_with_next = True
    made.add_paragraph(paper.sender, style=SENDER)
    made.add_paragraph(paper.name, style="Subtitle")
    if paper.mark:
        made.add_paragraph(paper.mark, style=MARK)
    for line in paper.frame:
        row = made.add_paragraph(style=FRAME)
        row.add_run(line.label).bold = True
        row.add_run(f"\t{line.value}")


def _logo(place: DocxParagraph, style: HouseStyle) -> None:
    shape = place.add_run().add_picture(_picture(style), width=Mm(style.logo_width))
    named = shape._inline.docPr  # noqa: SLF001  python-docx has no public way to the alternative text
    named.set("descr", style.logo_alt)
    named.set("title", style.logo_alt)


def _picture(style: HouseStyle) -> io.BytesIO:
    return io.BytesIO(bare_picture(Path(style.logo).read_bytes()))


def _heading(made: DocxDocument, block: Block) -> None:
    if isinstance(block, Heading):
        made.add_heading(block.text, level=block.level - 1)


def _paragraph(made: DocxDocument, block: Block) -> None:
    if isinstance(block, Paragraph):
        made.add_paragraph().add_run(block.text).bold = block.strong or None


def _listing(made: DocxDocument, block: Block) -> None:
    if isinstance(block, Listing):
        name = "List Bullet" if block.start is None else "List Number"
        items = [made.add_paragraph(item, style=name) for item in block.items]
        if block.start is not None:
            keep_number_apart(made, items, block.start)


def _table(made: DocxDocument, block: Block) -> None:
    """A table with a header row that repeats on each page, and a name for those who do not see it."""
    if not isinstance(block, Table):
        return
    table = made.add_table(rows=0, cols=len(block.head), style="Table Grid")
    for number, row in enumerate((block.head, *block.rows)):
        cells = table.add_row()
        for cell, text in zip(cells.cells, row, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = number == 0 or None, Pt(10)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        settings = cells._tr.get_or_add_trPr()  # noqa: SLF001  no public way to a header row
        settings.append(element("w:cantSplit"))
        if number == 0:
            settings.append(element("w:tblHeader"))
    known = table._tbl.tblPr  # noqa: SLF001  no public way to the alternative text
    known.append(element("w:tblCaption", val=block.name))
    known.append(element("w:tblDescription", val=", ".join(block.head)))
    _widths(table, len(block.head))


def _widths(table: DocxTable, columns: int) -> None:
    """A narrow first column for the number, the others share what is left of 155 mm."""
    narrow = Mm(28)
    wide = Emu(int((Mm(155) - narrow) / max(1, columns - 1)))
    table.autofit = False
    for number, column in enumerate(table.columns):
        column.width = narrow if number == 0 else wide
        for cell in column.cells:
            cell.width = column.width


def _signature(made: DocxDocument, paper: Paper) -> None:
    for number, line in enumerate(paper.signature):
        row = made.add_paragraph(line, style=SIGNATURE)
        row.paragraph_format.keep_with_next = number < len(paper.signature) - 1
        if number == 0:
            row.paragraph_format.space_before = Pt(18)
            row.paragraph_format.space_after = Pt(42) if len(paper.signature) > 1 else Pt(6)


def _without_thumbnail(made: DocxDocument) -> None:
    """Leave out the picture of an empty page that the library's own template brings along."""
    links = made.part.package.rels
    for code in [code for code, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[code]


def _steady(content: bytes) -> bytes:
    """The same parts with one time for all."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, before.read(name))
    return stream.getvalue()


_WRITERS: Mapping[type, Callable[[DocxDocument, Block], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Listing: _listing,
    Table: _table,
}
