"""The operator's house style: one YAML file, checked whole; without it everything is neutral.

organisation: Gemeente Voorbeeld      # the head of every paper; else each paper's sender
logo: logo.png                        # PNG or JPEG beside the file; needs logo_alt
logo_alt: Wapen van de gemeente
logo_width: 40                        # millimetres
colour: "#154273"                     # headings and lines; at least 4.5 to 1 against white (WCAG 2.2, 1.4.3)
pdf_font: Libertinus Serif            # comes with the PDF maker; others from font_folder or the machine
word_font: Times New Roman
font_folder: fonts
address: [Stadsplein 1, 1234 AB Voorbeeld]
"""

import re
from pathlib import Path

from attrs import evolve, frozen

from waarborg.publication.papers.picture import bare_picture
from waarborg.sources.records import line_of, load_record
from waarborg.values.finding import UnusableInput, Where

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CONTRAST = 4.5
_WIDEST = 120.0


@frozen(kw_only=True)
class HouseStyle:
    """How papers look; ``logo`` and ``font_folder`` are whole paths once read."""

    organisation: str = ""
    logo: str = ""
    logo_alt: str = ""
    logo_width: float = 40.0
    colour: str = "#1f3a5f"
    pdf_font: str = "Libertinus Serif"
    word_font: str = "Times New Roman"
    font_folder: str = ""
    address: tuple[str, ...] = ()


NEUTRAL = HouseStyle()


def read_house_style(path: Path) -> HouseStyle:
    """Read and check a house-style file.

    Raises:
        UnusableInput: with file, line and reason: what reading YAML raises, ``style_colour``,
            ``style_contrast``, ``style_file_missing``, ``style_no_picture``, ``style_logo_alt``,
            ``style_logo_width``.
    """
    style = load_record(path, HouseStyle)
    _check_colour(path, style)
    if style.logo:
        style = evolve(style, logo=_picture(path, style))
    if style.font_folder:
        style = evolve(style, font_folder=str(_beside(path, "font_folder", style.font_folder)))
    return style


def contrast_on_white(colour: str) -> float:
    """The contrast of a colour with white (WCAG 2.2, relative luminance): 1 to 21."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  sRGB, IEC 61966-2-1
        for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _check_colour(path: Path, style: HouseStyle) -> None:
    if not _COLOUR.fullmatch(style.colour):
        raise _wrong(path, "colour", "style_colour", value=style.colour)
    ratio = contrast_on_white(style.colour)
    if ratio < _CONTRAST:
        raise _wrong(path, "colour", "style_contrast", value=style.colour, ratio=f"{ratio:.1f}")


def _picture(path: Path, style: HouseStyle) -> str:
    found = _beside(path, "logo", style.logo)
    try:
        bare_picture(found.read_bytes())
    except (OSError, ValueError):
        raise _wrong(path, "logo", "style_no_picture", value=style.logo) from None
    if not style.logo_alt.strip():
        raise _wrong(path, "logo", "style_logo_alt")
    if not 0 < style.logo_width <= _WIDEST:
        raise _wrong(path, "logo_width", "style_logo_width", value=style.logo_width, most=_WIDEST)
    return str(found)


def _beside(path: Path, field: str, name: str) -> Path:
    found = path.parent / name
    if not found.exists():
        raise _wrong(path, field, "style_file_missing", value=name)
    return found.resolve()


def _wrong(path: Path, field: str, code: str, **params: object) -> UnusableInput:
    return UnusableInput(code, Where(file=str(path), line=line_of(path, field), field=field), **params)
