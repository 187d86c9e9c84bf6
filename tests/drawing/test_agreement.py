from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from waarborg.drawing.agreement import Cell, Row, agreement_map
from waarborg.drawing.lines import wrapped

SVG = "{http://www.w3.org/2000/svg}"


def drawn(columns: list[str], *rows: Row) -> Element:
    return fromstring(agreement_map(columns, rows, title="Kaart", description="Wie waar staat"))


def words(picture: Element) -> str:
    return " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))


def test_every_cell_carries_its_words_so_that_colour_only_repeats_them() -> None:
    row = Row("bezwaar", (Cell("afdoende", "adequate"), Cell("geen standpunt", "none")))
    picture = drawn(["Eerste Kamer", "Tweede Kamer"], row)
    assert [box.get("class") for box in picture.iter(f"{SVG}rect")] == ["d-adequate", "d-none"]
    for said in ("bezwaar", "afdoende", "geen standpunt", "Eerste Kamer", "Tweede Kamer"):
        assert said in words(picture)


def test_rows_stand_below_each_other_and_columns_beside() -> None:
    cells = (Cell("a", "none"), Cell("b", "none"))
    picture = drawn(["x", "y"], Row("een", cells), Row("twee", cells))
    spots = [(float(box.get("x", 0)), float(box.get("y", 0))) for box in picture.iter(f"{SVG}rect")]
    (first, beside, below, _) = spots
    assert first[0] < beside[0]
    assert first[1] == beside[1]
    assert first[0] == below[0]
    assert first[1] < below[1]


def test_a_name_with_markup_is_text() -> None:
    assert "<b>" not in agreement_map(["<b>"], [Row("r", (Cell("c", "none"),))], title="t", description="d")


def test_words_are_never_broken_and_never_lost_without_a_sign() -> None:
    text = "Ministerie van Onderwijs, Cultuur en Wetenschap"
    assert " ".join(wrapped(text, 20, 9)) == text
    assert wrapped(text, 20, 2) == ["Ministerie van", "Onderwijs, Cultuur …"]
