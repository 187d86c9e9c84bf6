import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from waarborg.publication.check import left_in
from waarborg.publication.papers import (
    Draft,
    compose,
    docx_bytes,
    html_text,
    pdf_bytes,
    read_house_style,
)
from waarborg.publication.papers.picture import bare_picture
from waarborg.publication.papers.style import contrast_on_white
from waarborg.values.finding import UnusableInput
from waarborg.wording import say

from .papers import docx_text, needs_forms, pdf_text

PAPER = compose(Draft(kind="note", language="nl", title="T", sender="Afdeling", sections={"core": "Kern."}))


def one_pixel() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\0\x15\x42\x73")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


def written(folder: Path, text: str) -> Path:
    path = folder / "style.yaml"
    path.write_text(text, "utf-8")
    return path


@needs_forms
def test_the_operators_name_logo_colour_and_address_stand_on_the_paper(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(one_pixel())
    style = read_house_style(
        written(
            tmp_path,
            'organisation: Gemeente X\nlogo: logo.png\nlogo_alt: Wapen\ncolour: "#154273"\n'
            "address: [Plein 1, 1234 AB X]\n",
        )
    )
    assert "GemeenteX" in docx_text(docx_bytes(PAPER, style))
    pdf = pdf_text(pdf_bytes(PAPER, style))
    assert "GemeenteX" in pdf
    assert "Plein1" in pdf
    assert "#154273" in html_text(PAPER, style)


@needs_forms
def test_what_the_file_of_the_logo_says_of_its_maker_goes_into_no_paper(tmp_path: Path) -> None:
    maker = b"Author\0Sanne Bakker"
    said = struct.pack(">I", len(maker)) + b"tEXt" + maker + struct.pack(">I", zlib.crc32(b"tEXt" + maker))
    plain = one_pixel()
    (tmp_path / "logo.png").write_bytes(plain[:33] + said + plain[33:])
    style = read_house_style(written(tmp_path, "logo: logo.png\nlogo_alt: Wapen\n"))
    word = docx_bytes(PAPER, style)
    assert left_in({"a.docx": word, "a.pdf": pdf_bytes(PAPER, style)}, ["Sanne Bakker"]) == ()
    with zipfile.ZipFile(io.BytesIO(word)) as parts:
        assert [parts.read(name) for name in parts.namelist() if name.endswith((".png", ".jpeg"))] == [plain]


def test_a_photograph_loses_its_place_and_comment_and_keeps_how_it_looks() -> None:
    def segment(kind: int, data: bytes) -> bytes:
        return bytes([0xFF, kind]) + struct.pack(">H", len(data) + 2) + data

    jfif, table, scan = (
        segment(0xE0, b"JFIF"),
        segment(0xDB, b"q" * 65),
        segment(0xDA, b"s") + b"\1\2\xff\xd9",
    )
    told = segment(0xE1, b"Exif gps") + segment(0xFE, b"by Sanne Bakker")
    assert bare_picture(b"\xff\xd8" + jfif + told + table + scan) == b"\xff\xd8" + jfif + table + scan


@pytest.mark.parametrize(
    "broken", [b"", b"GIF89a", one_pixel()[:-6], b"\xff\xd8", b"\xff\xd8\xff\xe0\0\x20JF"]
)
def test_a_picture_that_is_broken_off_is_none(broken: bytes) -> None:
    with pytest.raises(ValueError, match=r"no PNG or JPEG|broken off"):
        bare_picture(broken)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('organisation: X\ncolour: "blauw"\n', "style_colour", 2),
        ('colour: "#ffff00"\n', "style_contrast", 1),
        ("organisation: X\n\nlogo: weg.png\n", "style_file_missing", 3),
        ("logo: style.yaml\nlogo_alt: x\n", "style_no_picture", 1),
        ("kleur: rood\n", "field_unknown", 1),
    ],
)
def test_a_wrong_house_style_is_refused_with_its_line(
    tmp_path: Path, text: str, code: str, line: int
) -> None:
    with pytest.raises(UnusableInput) as refused:
        read_house_style(written(tmp_path, text))
    found = refused.value.finding
    assert (found.code, found.where.line) == (code, line)
    assert "style.yaml" in say(found, "nl")
    assert "style.yaml" in say(found, "en")


def test_a_logo_needs_words_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(one_pixel())
    with pytest.raises(UnusableInput) as refused:
        read_house_style(written(tmp_path, "logo: logo.png\n"))
    assert refused.value.finding.code == "style_logo_alt"


@pytest.mark.parametrize(("colour", "ratio"), [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)])
def test_contrast_is_that_of_wcag(colour: str, ratio: float) -> None:
    """Black on white 21, white on white 1; #767676 is the lightest grey that passes (WebAIM: 4.54)."""
    assert contrast_on_white(colour) == pytest.approx(ratio, abs=0.01)
