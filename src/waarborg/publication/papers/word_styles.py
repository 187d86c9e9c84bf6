"""The styles of a paper in Word: built-in ones for what everyone knows, five of our own for the head."""

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from waarborg.publication.papers.style import HouseStyle
from waarborg.publication.papers.word_parts import element
from waarborg.wording import Language

SENDER, MARK, FRAME, NOTICE, SIGNATURE = (
    "Waarborg Sender",
    "Waarborg Mark",
    "Waarborg Frame",
    "Waarborg Notice",
    "Waarborg Signature",
)
_SIZES = {"Title": 17, "Subtitle": 20, "Heading 1": 12.5, "Heading 2": 11}
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def set_styles(made: DocxDocument, style: HouseStyle, language: Language) -> None:
    """Font, colour and sizes of the house style, and the language of the text."""
    ink = RGBColor.from_string(style.colour[1:].upper())
    _default(made, style, language)
    for name, size in _SIZES.items():
        _headed(_style(made, name), style, size, ink)
    for name in (SENDER, MARK, FRAME, NOTICE, SIGNATURE):
        own = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = made.styles["Normal"]
    _own(made, style, ink)


def _default(made: DocxDocument, style: HouseStyle, language: Language) -> None:
    """The text itself; its language is set where every style takes it from (17.3.2.20)."""
    normal = _style(made, "Normal")
    normal.font.name, normal.font.size = style.word_font, Pt(11)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), style.word_font)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.15
    normal.element.get_or_add_rPr().append(element("w:lang", val=_LANGUAGES[language]))
    for found in made.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), _LANGUAGES[language])
    for name in ("List Bullet", "List Number"):
        _style(made, name).paragraph_format.space_after = Pt(5)
    _style(made, "Footer").font.size = Pt(9)


def _headed(found: ParagraphStyle, style: HouseStyle, size: float, ink: RGBColor) -> None:
    """A heading in the house's font and colour; what the theme would put over it is taken away."""
    fonts = found.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.keys()):
        del fonts.attrib[key]
    found.font.name, found.font.size, found.font.color.rgb = style.word_font, Pt(size), ink
    found.font.bold, found.font.italic = found.name != "Subtitle", False
    space = found.paragraph_format
    space.space_before = Pt(0 if found.name == "Subtitle" else 16)
    space.space_after, space.keep_with_next = Pt(6), True
    for old in found.element.findall(f".//{qn('w:pBdr')}") + found.element.findall(f".//{qn('w:spacing')}"):
        if old.getparent().tag == qn("w:rPr") or old.tag == qn("w:pBdr"):
            old.getparent().remove(old)


def _own(made: DocxDocument, style: HouseStyle, ink: RGBColor) -> None:
    sender, mark, frame = (_style(made, name) for name in (SENDER, MARK, FRAME))
    sender.font.bold, sender.font.size, sender.font.color.rgb = True, Pt(12), ink
    _line(sender, "bottom", style.colour, "18")
    mark.font.bold, mark.font.size = True, Pt(12)
    mark.paragraph_format.space_after = Pt(12)
    frame.paragraph_format.left_indent, frame.paragraph_format.first_line_indent = Mm(50), Mm(-50)
    frame.paragraph_format.tab_stops.add_tab_stop(Mm(50))
    frame.paragraph_format.space_after = Pt(3)
    notice = _style(made, NOTICE)
    notice.font.bold = True
    for side in ("right", "bottom", "left", "top"):
        _line(notice, side, style.colour, "8")


def _line(found: ParagraphStyle, side: str, colour: str, size: str) -> None:
    settings = found.element.get_or_add_pPr()
    borders = settings.find(qn("w:pBdr"))
    if borders is None:
        borders = element("w:pBdr")
        settings.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    borders.insert(0, element(f"w:{side}", val="single", sz=size, space="4", color=colour[1:]))


def _style(made: DocxDocument, name: str) -> ParagraphStyle:
    found = made.styles[name]
    if not isinstance(found, ParagraphStyle):  # every name above is one of a paragraph
        raise TypeError(name)
    return found
